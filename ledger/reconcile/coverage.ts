/** A stretch of time that one statement covers, both ends included. `proved`: its printed totals and balances hold. */
export type Coverage = {
  readonly account: number;
  readonly from: string;
  readonly to: string;
  readonly proved: boolean;
};

/** The same without an account, as instants in milliseconds. */
export type Stretch = { readonly from: number; readonly to: number; readonly proved: boolean };

/** Statements end at 23:59:59 and the next begins at 00:00:00: these touch. */
const TOUCH = 1_000;

/** The stretches of one account, in order of time, joined where they touch; what is proved by any statement is proved. */
export function joinStretches(stretches: readonly Stretch[]): Stretch[] {
  const proved = union(stretches.filter((stretch) => stretch.proved));
  const claimed = union(stretches.filter((stretch) => !stretch.proved)).flatMap((stretch) => without(stretch, proved));
  return [...proved, ...claimed].toSorted((a, b) => a.from - b.from);
}

/** What statements say of the time from `from` to `to`: whether one covers all of it, and whether a proved one does. */
export function coverOf(joined: readonly Stretch[], from: number, to: number): 'none' | 'claimed' | 'proved' {
  const inside = joined.filter((stretch) => stretch.to >= from && stretch.from <= to);
  if (inside.some((stretch) => stretch.proved && stretch.from <= from && stretch.to >= to)) return 'proved';
  return union(inside).some((stretch) => stretch.from <= from && stretch.to >= to) ? 'claimed' : 'none';
}

function union(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || next.from > last.to + TOUCH) joined.push(next);
    else if (next.to > last.to) joined[joined.length - 1] = { ...last, to: next.to };
  }
  return joined;
}

/** What of a stretch lies outside all of `others`, which are in order and apart. */
function without(stretch: Stretch, others: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let from = stretch.from;
  for (const other of others) {
    if (other.to < from || other.from > stretch.to) continue;
    if (other.from > from) left.push({ ...stretch, from, to: other.from - TOUCH });
    from = other.to + TOUCH;
  }
  if (from <= stretch.to) left.push({ ...stretch, from });
  return left;
}

const spans = { second: 0, minute: 59_000, day: 24 * 60 * 60 * 1_000 - 1_000 } as const;

/** The earliest and the latest moment an event told with this precision can have had. Null where no time is told. */
export function momentsOf(
  occurredAt: string | null,
  precision: keyof typeof spans | null,
): { readonly from: number; readonly to: number } | null {
  if (occurredAt === null) return null;
  const from = Date.parse(occurredAt);
  return { from, to: from + spans[precision ?? 'second'] };
}
