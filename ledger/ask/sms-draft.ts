import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#contract/index.ts';
import { LedgerError } from '../errors.ts';

type Row = {
  receipt: string | null;
  amount: number;
  occurredAt: string | null;
  party: string | null;
  phone: string | null;
};

const whole = /^(?:254|0)[17]\d{8}$/;

/** `125000` cents → `1,250.00`, whatever the machine's locale. */
function written(cents: number): string {
  const [shillings, rest] = [Math.trunc(cents / 100), cents % 100];
  return `${String(shillings).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(rest).padStart(2, '0')}`;
}

/** Writes a receipt for a payment that came in, for the owner to edit and send. Throws `not-found`. */
export function smsDraft(db: Database) {
  const payment = db.prepare<[number], Row>(
    'SELECT receipt, amount, occurred_at AS occurredAt, party, phone FROM payment WHERE id = ?',
  );
  return ({ payment: id }: Parsed<'sms.draft'>): Output<'sms.draft'> => {
    const row = payment.get(id);
    if (row === undefined) throw new LedgerError('not-found', `There is no payment ${id}.`);
    const phone = row.phone?.replace(/[\s+-]/g, '') ?? '';
    const day = row.occurredAt === null ? '' : ` on ${row.occurredAt.slice(0, 10)} at ${row.occurredAt.slice(11, 16)}`;
    const receipt = row.receipt === null ? '' : ` Receipt ${row.receipt}.`;
    const name = row.party === null || row.party.includes('*') ? '' : ` ${row.party}`;
    return {
      phone: whole.test(phone) ? phone : null,
      text: `Received with thanks${name}: Ksh ${written(Math.abs(row.amount))}${day}.${receipt}`,
    };
  };
}
