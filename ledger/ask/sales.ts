import type { Database } from 'better-sqlite3';
import type { Sale } from '#contract/sales.ts';
import type { Output, Parsed } from '#contract/index.ts';
import type { NewExpectedPayment } from '#contract/sale.ts';
import { openAlike } from '../decisions/alike.ts';
import { paidOf, proposedOf, saleState as state } from '../store/paid.ts';
import { likePattern, searchedCents } from './window.ts';

type Row = Omit<Sale, 'source' | 'state'> & {
  paid: number;
  proposed: 0 | 1;
  importId: number | null;
  row: number | null;
};

const match = `(
  SELECT m.id FROM match_item i JOIN match m ON m.id = i.match AND m.live = 1 AND m.state IN ('confirmed', 'proposed')
  WHERE i.side = 'expected' AND i.record = e.id ORDER BY m.state LIMIT 1)`;

/** The row of the first import that stands of those that tell it. */
const told = `LEFT JOIN expected_row s ON s.expected = e.id AND s.import = (
  SELECT min(r.import) FROM expected_row r JOIN import i ON i.id = r.import
  WHERE r.expected = e.id AND i.undone_at IS NULL)`;

const columns = `e.id, e.kind, e.account, e.at, e.precision, e.amount, e.customer, e.reference, e.receipt,
  s.import AS importId, s.row, ${paidOf('e.id')} AS paid, ${match} AS match,
  ${proposedOf('e.id')} AS proposed`;

/** Reads sales and invoices with what is still open of them. */
export function saleQueries(db: Database) {
  const one = db.prepare<[number], Row & { state: Sale['state'] }>(
    `SELECT *, ${state} AS state FROM (SELECT ${columns} FROM expected e ${told} WHERE e.id = ?)`,
  );
  const all = db.prepare<[], NewExpectedPayment>(
    'SELECT kind, at, precision, amount, customer, reference, receipt FROM expected WHERE live = 1 ORDER BY at, id',
  );
  const filtered = `
    FROM (SELECT ${columns} FROM expected e ${told} WHERE e.live = 1
      AND (:date IS NULL OR substr(e.at, 1, 10) = :date) AND (:pattern IS NULL OR e.customer LIKE :pattern ESCAPE '\\'
      OR e.reference LIKE :pattern ESCAPE '\\' OR e.receipt LIKE :pattern ESCAPE '\\' OR e.amount = :cents))
    WHERE (:state IS NULL OR ${state} = :state)`;
  const sums = db.prepare<object, { total: number; cents: number }>(
    `SELECT count(*) AS total, coalesce(sum(amount), 0) AS cents ${filtered}`,
  );
  const rows = db.prepare<object, Row & { state: Sale['state'] }>(
    `SELECT *, ${state} AS state ${filtered} ORDER BY at DESC, id DESC LIMIT :limit OFFSET :offset`,
  );

  return {
    /** In the order asked for; those that are no more are left out. */
    some: (ids: readonly number[]): Sale[] =>
      ids.flatMap((id) => {
        const row = one.get(id);
        return row ? [toSale(row)] : [];
      }),
    /** Each is held against another sale of the book. */
    alike: ({ sales }: Parsed<'sales.alike'>): Output<'sales.alike'> => {
      const known = openAlike(all.all());
      return sales.flatMap((sale, index) => {
        const found = known(sale);
        return found ? [{ index, ...found }] : [];
      });
    },
    /** Newest first. */
    page: ({ state: wanted, date, search, offset, limit }: Parsed<'sales.page'>) => {
      const pattern = search.trim() === '' ? null : likePattern(search);
      const given = { state: wanted, date: date ?? null, pattern, cents: searchedCents(search), offset, limit };
      return { ...sums.get(given)!, rows: rows.all(given).map(toSale) };
    },
  };
}

const toSale = ({
  paid: done,
  proposed: _proposed,
  importId,
  row: at,
  ...sale
}: Row & { state: Sale['state'] }): Sale => ({
  ...sale,
  open: Math.max(0, sale.amount - done),
  source: importId === null || at === null ? null : { importId, row: at },
});
