import type { StatementFacts } from './importer.ts';

/** What tells in which order a statement's rows stand. `at` is empty where a row prints no time that can be read. */
export type OrderedRow = { readonly at: string; readonly amount: number; readonly balance: number | null };

/** M-PESA writes the newest row first; a file sorted by hand may not. Times tell, and where all are one, balances. */
export function orderOf(lines: readonly OrderedRow[]): StatementFacts['order'] {
  const times = lines.map(({ at }) => at).filter(Boolean);
  const [first = '', last = ''] = [times[0], times.at(-1)];
  if (first !== last) return first > last ? 'newest-first' : 'oldest-first';
  const rises = (older: OrderedRow, newer: OrderedRow) =>
    older.balance !== null && older.balance + newer.amount === newer.balance;
  const pairs = lines.slice(1).map((line, index) => [lines[index] ?? line, line] as const);
  const down = pairs.filter(([upper, lower]) => rises(upper, lower)).length;
  const up = pairs.filter(([upper, lower]) => rises(lower, upper)).length;
  return down > up ? 'oldest-first' : 'newest-first';
}
