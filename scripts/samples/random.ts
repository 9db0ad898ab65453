/** Chance that is the same every time: the sample shop never changes unless we change it. */
export type Random = {
  /** A whole number from `low` to `high`, both possible. */
  int(low: number, high: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
};

/** Mulberry32: small, and good enough for a shop. */
export function seeded(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return { int, pick: (items) => items[int(0, items.length - 1)] ?? items[0] };
}
