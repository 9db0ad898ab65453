import type { Database } from 'better-sqlite3';
import type { MovementKind } from '#contract/words.ts';
import { allocate } from '../reconcile/matching/allocate.ts';
import { type ChargedRow, oddCharges } from '../reconcile/charges.ts';
import { isIncome } from '../reconcile/matching/incoming.ts';
import type { ExpectedRow, PaymentRow } from '../reconcile/matching/rows.ts';
import { suggest } from '../reconcile/matching/suggest.ts';
import type { Asking } from '../store/exceptions.ts';
import type { Turn } from '../long-work.ts';
import type { Store } from '../store/store.ts';
import type { Touched } from '../touched.ts';
import {
  type AmissRow,
  ofAllocation,
  ofChain,
  ofCharges,
  ofPayments,
  ofPeriods,
  ofSettlements,
  ofTransit,
  ofUnread,
  type Register,
  registerOf,
  type TransitRow,
  type UnreadRow,
} from './asking.ts';
import { ownCharges } from './own-charges.ts';
import { keptProofs, type ProofSource } from './proofs.ts';
import { sealedPeriods } from './sealed-periods.ts';
import { type Settlements, settlementReader } from './settlements.ts';

/** What may have changed since the last time: all of the book, the sales and what was decided, or that alone. */
export type Changed = 'book' | 'sales' | 'word';

/** What was read the last time and has not changed since. */
type Known = {
  readonly expected: readonly ExpectedRow[];
  /** Payments that a sale could be paid by; null where there is no sale. */
  readonly incoming: readonly PaymentRow[] | null;
  readonly register: Register;
  readonly amiss: readonly AmissRow[];
  readonly asking: readonly Asking[];
};

/** A book with more sales and payments is read anew each time: nobody holds hundreds of megabytes between two decisions. */
const MOST_KEPT = 200_000;

export type Follower = {
  /** Call inside the transaction of whatever changed the book; `turn` where that may be parted. */
  readonly follow: (at: string, changed: Changed, turn?: Turn) => void;
  /** Says which balances have to be walked again by the next `follow`. */
  readonly touch: (touched: Touched) => void;
  /** Forgets what it knows: call where a transaction in which it ran was taken back. */
  readonly forget: () => void;
};

/**
 * Lets matches, suggestions and exceptions follow the payments, the sales and what was decided; writes only what differs.
 * The same book gives the same, in whatever order it was filled. Between two decisions it keeps what it has read.
 */
export function follower(db: Database, store: Store): Follower {
  const reads = readers(db);
  const periods = sealedPeriods(db);
  const settlements = settlementReader(db);
  let known: Known | null = null;
  let settling: { readonly of: string; readonly found: Settlements; fresh: boolean } | null = null;

  function read(changed: Changed): Known {
    if (known !== null && changed === 'word') return known;
    const kept = changed === 'sales' ? known : null;
    const expected = store.sales.live();
    const incoming = expected.length === 0 ? null : (kept?.incoming ?? reads.incoming());
    return {
      expected,
      incoming,
      register: registerOf(expected, incoming ?? []),
      amiss: kept?.amiss ?? reads.amiss(),
      asking: kept?.asking ?? reads.asking(),
    };
  }

  /** Settlements hang on the payments and on what was said about settlements, and on nothing else. */
  function settled(changed: Changed): Settlements {
    const decided = store.settlements.decided();
    const of = JSON.stringify([[...decided.kept], [...decided.refused]]);
    if (settling?.of !== of || changed === 'book') settling = { of, found: settlements(decided), fresh: true };
    return settling.found;
  }

  function follow(at: string, changed: Changed, turn: Turn = () => {}): void {
    const now = read(changed);
    const input = { expected: now.expected, payments: now.incoming ?? [], decided: store.matches.decided() };
    const allocation = allocate(input);
    const { matches, unsettled } = settled(changed);
    store.matches.follow([...allocation.matches, ...matches], at, now === known, turn);
    store.suggestions.follow(suggest(input, allocation), now === known, turn);
    store.settlements.transfer(turn);
    if (settling?.fresh) store.settlements.settle(turn);
    if (settling) settling.fresh = false;
    const asking = ofAllocation(allocation.exceptions, allocation.matches, now.register);
    const named = new Set(asking.filter(({ code }) => code === 'reversed-after-sale').flatMap((one) => one.payments));
    store.exceptions.follow(
      [
        ...ofPayments(now.amiss, named),
        ...asking,
        ...now.asking,
        ...ofSettlements(matches, unsettled),
        ...ofPeriods(periods.changed()),
      ],
      turn,
    );
    known = (now.incoming?.length ?? 0) + now.expected.length > MOST_KEPT ? null : now;
  }

  function forget(): void {
    [known, settling] = [null, null];
    reads.forgetChains(null);
    store.exceptions.forget();
  }

  return { follow, forget, touch: reads.forgetChains };
}

/** What matching and asking go by, read from the tables. */
function readers(db: Database) {
  const incoming = db.prepare<[], PaymentRow & { kind: MovementKind }>(`
    SELECT p.id, p.account, p.receipt, p.kind, p.amount, p.taken_back AS takenBack, p.occurred_at AS occurredAt, p.party,
      p.account_ref AS accountRef, p.standing,
      (SELECT m.precision FROM payment_movement l JOIN movement m ON m.id = l.movement
        WHERE l.payment = p.id AND m.occurred_at = p.occurred_at AND m.precision IS NOT NULL
        ORDER BY m.precision = 'day', m.precision = 'minute' LIMIT 1) AS precision
    FROM payment p WHERE p.direction = 'in' AND p.amount > 0 AND p.linked_as IS NOT 'reverses'
  `);
  const amiss = db.prepare<[], AmissRow>(`
    SELECT id, account, receipt, party, occurred_at AS at, exception, at_risk AS cents
    FROM payment WHERE exception IS NOT NULL
  `);
  const unread = db.prepare<[], UnreadRow>(
    "SELECT id, text, received_at AS at FROM message WHERE live = 1 AND outcome = 'unrecognised' AND unread = 1",
  );
  const transit = db.prepare<[], TransitRow>(`
    SELECT p.account, count(*) AS count, min(p.occurred_at) AS "from"
    FROM payment p JOIN (
      SELECT account, max(period_to) AS reached FROM import
      WHERE undone_at IS NULL AND account IS NOT NULL AND period_to IS NOT NULL GROUP BY account) s
      ON s.account = p.account AND p.occurred_at > s.reached
    WHERE p.statement_rows = 0 AND p.messages > 0 GROUP BY p.account
  `);
  const charged = db.prepare<[], ChargedRow>(`
    SELECT id, account, kind, occurred_at AS at, receipt, party, abs(amount) AS amount, ${ownCharges} AS charges FROM payment
    WHERE charges > 0 AND occurred_at IS NOT NULL AND standing NOT IN ('reversed','failed','disputed') ORDER BY id
  `);
  const accounts = db.prepare<[], number>('SELECT DISTINCT account FROM payment ORDER BY account').pluck();
  const proofs = keptProofs(db);
  const sources = ['statement', 'sms'] as const satisfies readonly ProofSource[];
  const chains = () =>
    accounts
      .all()
      .flatMap((account) => sources.flatMap((source) => ofChain(account, source, proofs.of(account, source))));

  return {
    forgetChains: proofs.forget,
    incoming: (): PaymentRow[] => incoming.all().filter(({ kind }) => isIncome(kind)),
    amiss: () => amiss.all(),
    /** What asks by the movements alone, whatever was sold. */
    asking: (): Asking[] => [
      ...chains(),
      ...ofCharges(oddCharges(charged.all())),
      ...ofUnread(unread.all()),
      ...ofTransit(transit.all()),
    ],
  };
}
