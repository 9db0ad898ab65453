type Track = { readonly id: string; readonly width: string };
type Widths = Readonly<Record<string, number>>;

const [narrowest, widest] = [56, 900];

/** A width that a column can have. */
export const within = (pixels: number): number => Math.round(Math.min(widest, Math.max(narrowest, pixels)));

const pixels = /\d+(?=px)/;

/** How wide a column is at least: `minmax(96px, 1fr)` → 96. */
export const leastOf = (width: string): number => Number(pixels.exec(width)?.[0] ?? narrowest);

/** The columns as tracks of a CSS grid. Where none is left that stretches, the last takes the rest. */
export function tracksOf(columns: readonly Track[], set: Widths): string {
  const tracks = columns.map(({ id, width }) => (set[id] === undefined ? width : `${set[id]}px`));
  const last = tracks.pop() ?? '';
  return [...tracks, [...tracks, last].some((track) => track.includes('fr')) ? last : `minmax(${last}, 1fr)`].join(' ');
}

/** Below this the table scrolls sideways, so that nothing is squeezed away. */
export const leastWidth = (columns: readonly Track[], set: Widths): number =>
  columns.reduce((sum, { id, width }) => sum + (set[id] ?? leastOf(width)), 0);
