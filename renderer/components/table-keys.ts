/** Where the marked row goes when a key is pressed in a table of `total` rows; null for a key that does not move it. */
export function rowAfterKey(key: string, current: number | null, total: number, pageRows: number): number | null {
  if (total === 0) return null;
  const at = (index: number) => Math.min(total - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return current === null ? 0 : at(current + 1);
    case 'ArrowUp':
      return current === null ? 0 : at(current - 1);
    case 'PageDown':
      return at((current ?? 0) + pageRows);
    case 'PageUp':
      return at((current ?? 0) - pageRows);
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
