import type { Database } from 'better-sqlite3';
import { allocate } from '../reconcile/matching/allocate.ts';
import { isIncome } from '../reconcile/matching/incoming.ts';
import type { PaymentRow } from '../reconcile/matching/rows.ts';
import { suggest } from '../reconcile/matching/suggest.ts';
import type { Asking } from '../store/exceptions.ts';
import type { Store } from '../store/store.ts';
import type { MovementKind } from '#contract/words.ts';
import {
  type AmissRow,
  ofAllocation,
  ofChain,
  ofPayments,
  ofPeriods,
  ofTransit,
  ofUnread,
  type TransitRow,
  type UnreadRow,
} from './asking.ts';
import { type ProofSource, proofReader } from './proofs.ts';
import { sealedPeriods } from './sealed-periods.ts';

/**
 * Lets matches, suggestions and exceptions follow the payments, the sales and what was decided. Call inside the
 * transaction of whatever changed them; writes only what differs. The same book gives the same, in whatever order it was
 * filled.
 */
export function follower(db: Database, store: Store): (at: string) => void {
  const reads = readers(db);
  const proof = proofReader(db);
  const periods = sealedPeriods(db);

  return (at) => {
    const expected = store.sales.live();
    const asking = expected.length === 0 ? nothingDue(store, at) : placed(store, reads.incoming(), at);
    const named = new Set(asking.filter(({ code }) => code === 'reversed-after-sale').flatMap((one) => one.payments));
    store.exceptions.follow([
      ...ofPayments(reads.amiss(), named),
      ...asking,
      ...reads
        .accounts()
        .flatMap((account) =>
          (['statement', 'sms'] as const satisfies readonly ProofSource[]).flatMap((source) =>
            ofChain(account, source, proof(account, source)),
          ),
        ),
      ...ofUnread(reads.unread()),
      ...ofTransit(reads.transit()),
      ...ofPeriods(periods.changed()),
    ]);
  };
}

/** Without sales there is nothing to place, and payments are not asked what they are for. */
function nothingDue(store: Store, at: string): Asking[] {
  store.matches.follow([], at);
  store.suggestions.follow([]);
  return [];
}

function placed(store: Store, payments: readonly PaymentRow[], at: string): Asking[] {
  const input = { expected: store.sales.live(), payments, decided: store.matches.decided() };
  const allocation = allocate(input);
  store.matches.follow(allocation.matches, at);
  store.suggestions.follow(suggest(input, allocation));
  return ofAllocation(allocation.exceptions, allocation.matches, input);
}

/** What matching and asking go by, read from the tables. */
function readers(db: Database) {
  const incoming = db.prepare<[], PaymentRow & { kind: MovementKind }>(`
    SELECT p.id, p.account, p.receipt, p.kind, p.amount, p.occurred_at AS occurredAt, p.party,
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
  const accounts = db.prepare<[], number>('SELECT DISTINCT account FROM payment ORDER BY account').pluck();
  return {
    incoming: (): PaymentRow[] => incoming.all().filter(({ kind }) => isIncome(kind)),
    amiss: () => amiss.all(),
    unread: () => unread.all(),
    transit: () => transit.all(),
    accounts: () => accounts.all(),
  };
}
