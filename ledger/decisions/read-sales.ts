import type { Output } from '#contract/index.ts';
import type { Profile } from '#contract/profile.ts';
import { say } from '#contract/sentences.ts';
import { csvHead } from '../imports/csv-rows.ts';
import { guessMapping } from '../imports/mapper/guess.ts';
import { readExpectedRow } from '../imports/mapper/read-expected.ts';
import { delimiters } from '../imports/table.ts';

/** Reads a list of sales or invoices with a line of titles. A row it cannot take is named with its reason. */
export function readSales({ text }: { readonly text: string }): Output<'sales.read'> {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  const tables = delimiters.map((delimiter) => csvHead(whole, delimiter));
  const guesses = tables.map((rows) => guessMapping(rows));
  const widths = guesses.map((guess) => guess?.columns.length ?? 0);
  const best = widths.indexOf(Math.max(...widths));
  const [rows, guess] = [tables[best], guesses[best]];
  if (!rows || !guess || !guess.columns.some(({ meaning }) => meaning === 'amount' || meaning === 'in')) {
    const reason = say('no-amount-title');
    return { sales: [], issues: [{ row: 1, reason, text: text.split('\n')[0]?.slice(0, 200) ?? '' }] };
  }
  const profile: Profile = { ...guess.profile, use: guess.profile.use === 'invoices' ? 'invoices' : 'sales' };
  const lines = rows.filter(({ row, cells }) => row > guess.titlesAt && cells.some(Boolean));
  const read = lines.map((line) => readExpectedRow(profile, line));
  return {
    sales: read.flatMap((one) => (one.as === 'expected' ? [one.payment] : [])),
    issues: read.flatMap((one) =>
      one.as === 'rejected' ? [{ row: one.row, reason: one.reason, text: one.text.slice(0, 200) }] : [],
    ),
  };
}
