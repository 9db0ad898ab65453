/** Whether all payments of a match still stand: in the book, and neither taken back nor never completed. In SQL. */
export const stands = (match: string): string => `NOT EXISTS (
    SELECT 1 FROM match_item o WHERE o.match = ${match}.id AND o.side = 'payment' AND NOT EXISTS (
      SELECT 1 FROM payment p WHERE p.id = o.record AND p.standing NOT IN ('reversed', 'failed')))`;

/** The cents that confirmed matches have paid of a sale, in SQL. CROSS: from the sale to its few matches. */
export const paidOf = (sale: string): string => `coalesce((
  SELECT sum(i.allocated) FROM match_item i CROSS JOIN match m ON m.id = i.match AND m.live = 1 AND m.state = 'confirmed'
  WHERE i.side = 'expected' AND i.record = ${sale} AND ${stands('m')}), 0)`;
