import type { MappedRow, MapperGuess } from '#contract/mapper.ts';
import type { Profile } from '#contract/profile.ts';
import { say } from '#contract/sentences.ts';
import { LedgerError } from '../../errors.ts';
import { csvHead } from '../csv-rows.ts';
import type { SourceFile } from '../importer.ts';
import { delimiters, type TableRow } from '../table.ts';
import { sheetHead } from '../workbook.ts';
import { type Guess, guessMapping } from './guess.ts';
import { readExpectedRow } from './read-expected.ts';
import { readMappedRow } from './read-mapped.ts';
import { isFor } from './titles.ts';

const SHOWN = 20;
const HEAD = 200;
/**
 * How a table without a format of its own would be read: under `profile`, else one that is kept for its titles, else as
 * guessed. Throws `unrecognised-file` where there is no table.
 */
export async function lookAtTable(
  file: SourceFile,
  { profile, kept = [] }: { readonly profile?: Profile | undefined; readonly kept?: readonly Profile[] } = {},
): Promise<MapperGuess> {
  const head = (await sheetHead(file)) ?? csvTable(file);
  const guess = head && guessMapping(head, file.name);
  if (!head || !guess) throw new LedgerError('unrecognised-file', say('no-titles', { name: file.name }));
  const known = profile ?? kept.find((one) => head.some(({ cells }) => isFor(one, cells)));
  if (!known) return answer(guess, head, guess.profile, guess.titlesAt);
  const seen = underProfile(file, head, guess, known);
  // What was explained before was decided before.
  return profile ? seen : { ...seen, undecidedDate: null };
}

function underProfile({ name }: SourceFile, head: readonly TableRow[], guess: Guess, profile: Profile): MapperGuess {
  const titles = head.find(({ cells }) => isFor(profile, cells));
  if (!titles) throw new LedgerError('unrecognised-file', say('other-columns', { name }));
  return answer(guess, head, profile, titles.row);
}

const answer = (guess: Guess, head: readonly TableRow[], profile: Profile, titlesAt: number): MapperGuess => ({
  titlesAt,
  columns: profile.titles.map((title, at) => {
    const [meaning, guessed] = [profile.columns[at]!, guess.columns[at]];
    return { title, meaning, reason: guessed?.meaning === meaning ? guessed.reason : { code: 'chosen' } };
  }),
  profile,
  dateProof: guess.dateProof,
  undecidedDate: guess.undecidedDate,
  rows: head
    .filter(({ row, cells }) => row > titlesAt && cells.some(Boolean))
    .slice(0, SHOWN)
    .map((line) => shown(profile, line)),
});

function shown(profile: Profile, line: TableRow): MappedRow {
  const { row } = line;
  const cells = [...line.cells];
  if (profile.use !== 'payments') {
    const read = readExpectedRow(profile, line);
    if (read.as !== 'expected') return { row, cells, read: null, reason: read.reason };
    const { at, amount, receipt, customer, reference } = read.payment;
    return { row, cells, read: { at, amount, receipt, party: customer, reference }, reason: null };
  }
  const read = readMappedRow(profile, line);
  if (read.as !== 'movement') return { row, cells, read: null, reason: 'reason' in read ? read.reason : null };
  const { occurredAt, amount, receipt, party, accountRef } = read.movement;
  return { row, cells, read: { at: occurredAt, amount, receipt, party, reference: accountRef }, reason: null };
}

/** The first rows under the delimiter that gives the most titles. */
function csvTable({ headText, bytes, head }: SourceFile): TableRow[] | null {
  // The last record of a head that is cut off may be cut off too.
  const text = bytes > head.length ? headText : `${headText}\n`;
  const tables = delimiters.map((delimiter) => csvHead(text, delimiter).slice(0, HEAD));
  const widths = tables.map((rows) => guessMapping(rows)?.columns.length ?? 0);
  const widest = Math.max(...widths);
  return widest > 1 ? (tables[widths.indexOf(widest)] ?? null) : null;
}
