import type { Database } from 'better-sqlite3';
import type { Period } from '#contract/proof.ts';
import { canonical, sha256 } from '../store/audit.ts';
import type { ChangedPeriod } from './asking.ts';

/** What a month is sealed with, one a payment. The day and not the minute: a statement may tell it more exactly later. */
export type PeriodRow = {
  readonly key: string;
  readonly date: string;
  readonly amount: number;
  readonly charges: number;
  readonly payment: number;
};

type Sealed = { id: number; account: number; month: string };
type Seal = { id: number; opening: number | null; closing: number | null; seal: string | null };
type Correction = Period['corrections'][number];

/** SHA-256 over the rows of a month, in the order of their keys. */
export const sealOf = (
  rows: readonly Omit<PeriodRow, 'payment'>[],
  ends: { opening: number | null; closing: number | null },
): string =>
  sha256(canonical({ ...ends, rows: rows.map(({ key, date, amount, charges }) => [key, date, amount, charges]) }));

/** Reads the rows of months, and what has become of those that were closed. */
export function sealedPeriods(db: Database) {
  const rows = db.prepare<{ account: number; month: string }, PeriodRow>(`
    SELECT key, substr(occurred_at, 1, 10) AS date, amount, charges, id AS payment FROM payment
    WHERE account = :account AND occurred_at >= :month AND occurred_at < :month || 'U' ORDER BY key
  `);
  const was = db.prepare<[number], Omit<PeriodRow, 'payment'>>(
    'SELECT key, date, amount, charges FROM period_row WHERE period = ? ORDER BY key',
  );
  const closed = db.prepare<[], Sealed>('SELECT id, account, month FROM period WHERE live = 1');

  const rowsOf = (account: number, month: string): PeriodRow[] => rows.all({ account, month });

  /** What came, went or changed since a month was sealed, as dated corrections. */
  function corrections({ id, account, month }: Sealed): Correction[] {
    const now = new Map(rowsOf(account, month).map((row) => [row.key, row]));
    const before = was.all(id).flatMap((row): Correction[] => {
      const is = now.get(row.key);
      now.delete(row.key);
      if (is && is.amount === row.amount && is.charges === row.charges && is.date === row.date) return [];
      const what = is ? 'changed' : 'went';
      return [{ payment: is?.payment ?? null, key: row.key, what, was: netOf(row), is: is ? netOf(is) : null }];
    });
    const came = [...now.values()].map((row): Correction => {
      return { payment: row.payment, key: row.key, what: 'came', was: null, is: netOf(row) };
    });
    return [...before, ...came];
  }

  return {
    rowsOf,
    corrections,
    /** Whether the seal is that of the rows and balances kept under it. */
    fits: ({ id, opening, closing, seal }: Seal): boolean => seal === sealOf(was.all(id), { opening, closing }),
    /** The closed months that are no longer what was sealed. */
    changed: (): ChangedPeriod[] =>
      closed.all().flatMap((period) => {
        const found = corrections(period);
        if (found.length === 0) return [];
        const cents = found.reduce((sum, { was: from, is: to }) => sum + Math.abs((to ?? 0) - (from ?? 0)), 0);
        const payments = found.map(({ payment }) => payment).filter((id) => id !== null);
        return [{ account: period.account, month: period.month, cents, payments }];
      }),
  };
}

const netOf = ({ amount, charges }: Pick<PeriodRow, 'amount' | 'charges'>) => amount - charges;
