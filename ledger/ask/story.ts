import type { Database } from 'better-sqlite3';
import type { PaymentStory, Witness } from '#contract/payment.ts';
import { LedgerError } from '../errors.ts';
import { evidenceOf } from '../reconcile/evidence.ts';
import { legOf } from '../reconcile/movement.ts';
import { paymentColumns, type PaymentRow, toPayment } from './payments.ts';

type Linked = { receipt: string | null; as: 'reverses' | 'reversed-by' | null; id: number | null };

/** Reads one payment with everything it rests on. */
export function storyQuery(db: Database) {
  const payment = db.prepare<[number], PaymentRow>(
    `SELECT ${paymentColumns} FROM payment p JOIN account a ON a.id = p.account WHERE p.id = ?`,
  );
  const witnesses = db.prepare<{ payment: number }, Witness>(`
    WITH witness AS (
    SELECT m.source, m.kind, m.amount, m.fee, m.balance_after AS balanceAfter, m.occurred_at AS occurredAt, m.precision,
      m.party, m.phone, m.shortcode, m.account_ref AS accountRef, m.linked_receipt AS linkedReceipt,
      i.id AS importId, i.name AS file, r.row, coalesce(r.text, g.text, '') AS original,
      m.id AS movement
    FROM payment_movement l
    JOIN movement m ON m.id = l.movement
    JOIN import_row r ON r.movement = m.id
    JOIN import i ON i.id = r.import AND i.undone_at IS NULL
    LEFT JOIN message g ON g.id = r.message
    WHERE l.payment = :payment AND NOT EXISTS (
      SELECT 1 FROM import_row e JOIN import j ON j.id = e.import AND j.undone_at IS NULL
      WHERE e.movement = m.id AND (e.import, e.seq) < (r.import, r.seq))
    UNION ALL
    SELECT m.source, m.kind, m.amount, m.fee, m.balance_after, m.occurred_at, m.precision, m.party, m.phone, m.shortcode,
      m.account_ref, m.linked_receipt, NULL, a.label, m.id, t.original, m.id
    FROM payment_movement l
    JOIN movement m ON m.id = l.movement
    JOIN link_telling t ON t.movement = m.id
    JOIN linked_account a ON a.id = t.linked_account
    WHERE l.payment = :payment)
    SELECT source, kind, amount, fee, balanceAfter, occurredAt, precision, party, phone, shortcode, accountRef,
      linkedReceipt, importId, file, row, original
    FROM witness ORDER BY source, kind = 'charge', occurredAt, movement
  `);
  const linked = db.prepare<[number], Linked>(`
    SELECT p.linked AS receipt, p.linked_as AS "as",
      (SELECT o.id FROM payment o WHERE o.key IN (p.linked, p.linked || '~reversal') AND o.id <> p.id
        ORDER BY o.account <> p.account, o.id LIMIT 1) AS id
    FROM payment p WHERE p.id = ?
  `);

  /** Throws `not-found`. */
  return (id: number): PaymentStory => {
    const row = payment.get(id);
    if (row === undefined) throw new LedgerError('not-found', `There is no payment ${id}.`);
    const told = witnesses.all({ payment: id });
    const link = linked.get(id);
    return {
      payment: toPayment(row),
      witnesses: told,
      evidence: evidence(row, told),
      linked: link?.receipt && link.as && link.id ? { id: link.id, receipt: link.receipt, as: link.as } : null,
    };
  };
}

function evidence(row: PaymentRow, told: readonly Witness[]) {
  const speaks = (source: Witness['source'], amount: number | null) => {
    const of = told.filter((witness) => witness.source === source && legOf(witness.kind) !== 'charge');
    return of.find((witness) => witness.amount === amount) ?? of[0] ?? null;
  };
  const message = speaks('sms', row.messageAmount);
  const charged = told.filter(({ source, kind }) => source === 'statement' && kind === 'charge');
  const charges = -charged.reduce((sum, { amount }) => sum + amount, 0);
  return evidenceOf(row.receipt, message, speaks('statement', row.statementAmount), {
    // The cost in a merchant's message is the customer's: it says nothing of what the merchant was charged.
    message: message?.kind.startsWith('merchant_') ? null : (message?.fee ?? null),
    statement: charged.length > 0 ? charges : null,
  });
}
