/**
 * Numbers the true twins of one source: 2 for the next row that is just the same, and so on. Asked only of rows that the
 * book has already; remembers which rows the source has told, a bit each, and the identities that have twins.
 */
export function twinCounter() {
  const told = idSet();
  const last = new Map<string, number>();
  return {
    /** The source has told this row. */
    tell: (id: number): void => told.add(id),
    told: (id: number): boolean => told.has(id),
    /** Which of its twins the next row of an identity is; `firsts` are the tellings of the first. */
    next(identity: string, firsts: readonly number[]): number {
      const before = last.get(identity) ?? (firsts.some((id) => told.has(id)) ? 1 : 0);
      if (before > 0) last.set(identity, before + 1);
      return before + 1;
    },
  };
}

/** A set of the numbers a table gives its rows: small and close together. */
function idSet() {
  let bits = new Uint8Array(1_024);
  return {
    has: (id: number): boolean => ((bits[id >> 3] ?? 0) & (1 << (id & 7))) !== 0,
    add(id: number): void {
      const at = id >> 3;
      if (at >= bits.length) {
        const wider = new Uint8Array(Math.max(at + 1, bits.length * 2));
        wider.set(bits);
        bits = wider;
      }
      bits[at]! |= 1 << (id & 7);
    },
  };
}
