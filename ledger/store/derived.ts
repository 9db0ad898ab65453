import type { Database } from 'better-sqlite3';
import type { Span } from '../reconcile/gather.ts';

/**
 * What changed of which the payments have not followed yet. `everything`: what it was is not known, because a crash came
 * between. `arrived` and `turned` are imports: those that came, and those that were taken back or
 * brought back, where what is live has to follow first.
 */
export type Behind = {
  readonly everything: boolean;
  readonly arrived: ReadonlyMap<number, { readonly changed: boolean }>;
  readonly turned: ReadonlySet<number>;
  readonly receipts: ReadonlySet<string>;
  /** Movements without a receipt. */
  readonly loose: ReadonlySet<number>;
};

export type Change =
  /** `changed`: it told something new, or in new words. */
  | { readonly arrived: number; readonly changed: boolean }
  | { readonly turned: number }
  | { readonly receipt: string }
  | { readonly loose: number }
  /** Whose the messages are that name no account: compared by itself. */
  | { readonly assigning: true };

/**
 * Whether the derived tables have followed the raw ones, said across a crash between two transactions; what they have to
 * follow is known as long as the book is open.
 */
export function derivedStore(db: Database) {
  const isStale = db.prepare<[], number>('SELECT stale FROM derived').pluck();
  const mark = db.prepare('UPDATE derived SET stale = 1');
  const fresh = db.prepare<{ assigning: string }>('UPDATE derived SET stale = 0, assigning = :assigning');
  const assigning = db.prepare<[], string | null>('SELECT assigning FROM derived').pluck();
  const behind = { everything: isStale.get() === 1, ...nothing() };

  return {
    isStale: () => isStale.get() === 1,
    /** Call inside the transaction of the change. More than has changed is harmless. */
    markStale(change: Change): void {
      mark.run();
      if ('arrived' in change) behind.arrived.set(change.arrived, change);
      else if ('turned' in change) behind.turned.add(change.turned);
      else if ('receipt' in change) behind.receipts.add(change.receipt);
      else if ('loose' in change) behind.loose.add(change.loose);
    },
    behind: (): Behind => behind,
    /** What decided last time whose the messages are that name no account; null: never said. */
    assigning: () => assigning.get() ?? null,
    /** Says that payments have followed. */
    markFresh(assigned: string): void {
      fresh.run({ assigning: assigned });
    },
    /** Call where it was broken off: some of it may have been committed. */
    doubt: (): void => void (behind.everything = true),
    /** Call once that is committed. */
    forget: (): void => void Object.assign(behind, { everything: false, ...nothing() }),
    spans: spanStore(db),
  };
}

const nothing = () => ({
  arrived: new Map<number, { changed: boolean }>(),
  turned: new Set<number>(),
  receipts: new Set<string>(),
  loose: new Set<number>(),
});

/** How far the messages of each account reach. */
function spanStore(db: Database) {
  const all = db.prepare<[], Span & { account: number }>('SELECT account, first, last FROM message_span');
  const put = db.prepare<Span & { account: number }>('INSERT INTO message_span VALUES (:account, :first, :last)');
  const clear = db.prepare('DELETE FROM message_span');
  const found = db.prepare<[], { account: number; first: string; last: string }>(`
    SELECT p.account, min(m.occurred_at) AS first, max(m.occurred_at) AS last
    FROM movement m JOIN payment_movement l ON l.movement = m.id JOIN payment p ON p.id = l.payment
    WHERE m.source = 'sms' AND m.live = 1 AND m.occurred_at IS NOT NULL GROUP BY p.account
  `);

  return {
    kept: (): Map<number, Span> => new Map(all.all().map(({ account, ...span }) => [account, span])),
    /** Found anew from all messages, through the payments they are laid under. */
    found: (): Map<number, Span> =>
      new Map(
        found.all().map(({ account, first, last }) => [account, { first: Date.parse(first), last: Date.parse(last) }]),
      ),
    keep(spans: ReadonlyMap<number, Span>): void {
      clear.run();
      for (const [account, { first, last }] of spans) put.run({ account, first, last });
    },
  };
}
