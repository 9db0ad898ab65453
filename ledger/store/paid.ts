/** Whether all payments of a match still stand: in the book, and neither taken back nor never completed. In SQL. */
export const stands = (match: string): string => `NOT EXISTS (
    SELECT 1 FROM match_item o WHERE o.match = ${match}.id AND o.side = 'payment' AND NOT EXISTS (
      SELECT 1 FROM payment p WHERE p.id = o.record AND p.standing NOT IN ('reversed', 'failed')))`;

/** The cents that confirmed matches have paid of a sale, in SQL. CROSS: from the sale to its few matches. */
export const paidOf = (sale: string): string => `coalesce((
  SELECT sum(i.allocated) FROM match_item i CROSS JOIN match m ON m.id = i.match AND m.live = 1 AND m.state = 'confirmed'
  WHERE i.side = 'expected' AND i.record = ${sale} AND ${stands('m')}), 0)`;

const matchesOf = (state: 'confirmed' | 'proposed'): string =>
  `match_item i JOIN match m ON m.id = i.match AND m.live = 1 AND m.state = '${state}'`;

/** Whether a match of a sale waits for a word, in SQL. */
export const proposedOf = (sale: string): string => `EXISTS (
  SELECT 1 FROM ${matchesOf('proposed')} WHERE i.side = 'expected' AND i.record = ${sale})`;

/** The receipts of the payments that confirmed matches give to a sale, oldest first, in SQL. */
export const payersOf = (sale: string): string => `(
  SELECT group_concat(receipt, ' ') FROM (
    SELECT DISTINCT p.receipt FROM ${matchesOf('confirmed')}
    JOIN match_item o ON o.match = m.id AND o.side = 'payment' JOIN payment p ON p.id = o.record
    WHERE i.side = 'expected' AND i.record = ${sale} AND ${stands('m')} ORDER BY p.occurred_at, p.receipt))`;

/** How far a sale is paid, in SQL over its `paid`, `amount` and `proposed`. */
export const saleState = `CASE WHEN paid >= amount THEN 'paid' WHEN paid > 0 THEN 'part-paid' WHEN proposed THEN 'proposed' ELSE 'open' END`;
