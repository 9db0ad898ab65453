import { type Account, mayBelongTo } from './assign.ts';
import { type Coverage, coverOf, joinStretches, momentsOf, type Stretch } from './coverage.ts';
import type { Span } from './gather.ts';
import type { Movement } from './movement.ts';

/** What statements say of a moment: nothing, that they cover it, or that with balances and totals that hold. */
export type Cover = ReturnType<typeof coverOf>;

/** What is known of one account as a whole. */
export type Horizon = {
  /** The time that its statements cover. */
  readonly joined: readonly Stretch[];
  /** Where it has no number: the same of each account that what it tells may belong to. */
  readonly others: readonly (readonly Stretch[])[];
  /** How far its messages reach. */
  readonly span: Span | undefined;
};

/** All that horizons are made of. */
type Around = {
  readonly accounts: readonly Account[];
  readonly withStatements: ReadonlySet<number>;
  readonly coverage: readonly Coverage[];
  readonly spans: ReadonlyMap<number, Span>;
};

/** Finds the horizon of an account. */
export function horizonFinder({ accounts, withStatements, coverage, spans }: Around): (account: number) => Horizon {
  const stretches = Map.groupBy(coverage, ({ account }) => account);
  const joinedOf = (account: number) => joinStretches((stretches.get(account) ?? []).map(toStretch));
  const unsure = mayBelongTo(accounts, withStatements);
  const found = new Map<number, Horizon>();
  return (account) => {
    const known = found.get(account);
    if (known) return known;
    const others = (unsure.get(account) ?? []).map(joinedOf);
    const horizon = { joined: joinedOf(account), others, span: spans.get(account) };
    found.set(account, horizon);
    return horizon;
  };
}

const toStretch = ({ from, to, proved }: Coverage): Stretch => ({ from: Date.parse(from), to: Date.parse(to), proved });

/** What some statements say of the time of a movement. */
export function coverAt(movement: Movement, joined: readonly Stretch[]): Cover {
  if (joined.length === 0) return 'none';
  const at = momentsOf(movement.occurredAt, movement.precision);
  return at === null ? 'none' : coverOf(joined, at.from, at.to);
}

/**
 * What it means that no statement has a movement. Where it may belong to several accounts, their statements together say
 * something only if each one's cover its time, with balances that hold.
 */
export function absenceAt(movement: Movement, { joined, others }: Horizon): Cover {
  const own = coverAt(movement, joined);
  if (own !== 'none' || others.length === 0) return own;
  return others.every((other) => coverAt(movement, other) === 'proved') ? 'proved' : 'none';
}
