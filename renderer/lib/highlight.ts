/** A stretch of text, and what was read there: null where nothing was. */
export type Piece = { readonly text: string; readonly slot: string | null; readonly start: number };

type Span = { readonly slot: string; readonly start: number; readonly end: number };

/**
 * Cuts a text along its spans. The pieces joined give the text back; a span that overlaps an earlier one, or leaves
 * the text, is left out.
 */
export function splitAtSpans(text: string, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const plain = (end: number) => {
    if (end > at) pieces.push({ text: text.slice(at, end), slot: null, start: at });
  };
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start < at || span.end <= span.start || span.end > text.length) continue;
    plain(span.start);
    pieces.push({ text: text.slice(span.start, span.end), slot: span.slot, start: span.start });
    at = span.end;
  }
  plain(text.length);
  return pieces;
}
