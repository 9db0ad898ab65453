/** What stays of a payment, in positive cents and in SQL: nothing where it never completed or all of it was taken back. */
export const staysOf = (payment: string): string =>
  `iif(${payment}.standing IN ('reversed', 'failed'), 0, abs(${payment}.amount) - ${payment}.taken_back)`;

/** What a match still brings its sales, in SQL: of each payment its share, as far as that stays. */
export const broughtBy = (match: string): string => `(
  SELECT coalesce(sum(min(o.allocated, ${staysOf('p')})), 0) FROM match_item o JOIN payment p ON p.id = o.record
  WHERE o.match = ${match}.id AND o.side = 'payment')`;

/** What of it comes to the sale of an item, in SQL: where it is not enough for all, the sale with the lower number is first. */
export const broughtTo = (item: string, match: string): string => `max(0, min(${item}.allocated, ${broughtBy(match)} - (
  SELECT coalesce(sum(b.allocated), 0) FROM match_item b
  WHERE b.match = ${match}.id AND b.side = 'expected' AND b.record < ${item}.record)))`;

/** The cents that confirmed matches have paid of a sale, in SQL. CROSS: from the sale to its few matches. */
export const paidOf = (sale: string): string => `coalesce((
  SELECT sum(${broughtTo('i', 'm')})
  FROM match_item i CROSS JOIN match m ON m.id = i.match AND m.live = 1 AND m.state = 'confirmed'
  WHERE i.side = 'expected' AND i.record = ${sale}), 0)`;

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
    WHERE i.side = 'expected' AND i.record = ${sale} AND ${staysOf('p')} > 0 AND ${broughtTo('i', 'm')} > 0
    ORDER BY p.occurred_at, p.receipt))`;

/** How far a sale is paid, in SQL over its `paid`, `amount` and `proposed`. */
export const saleState = `CASE WHEN paid >= amount THEN 'paid' WHEN paid > 0 THEN 'part-paid' WHEN proposed THEN 'proposed' ELSE 'open' END`;
