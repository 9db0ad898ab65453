import type { DateProof, GuessReason } from '#contract/mapper.ts';
import type { Profile, ProfileColumn, ProfileUse } from '#contract/profile.ts';
import { receiptIn } from '../find-receipt.ts';
import { decimalMarkOf } from '../statement-cells.ts';
import type { TableRow } from '../table.ts';
import { readMoney } from './cells.ts';
import { isDayNumber } from './day-number.ts';
import { type DatedRow, dateOrderOf, readDate, twoWays } from './date-order.ts';
import { amountTitles, invoiceTitles, meaningOfTitle, receiverTitle, saleTitles } from './titled.ts';
import { accountAbove, titleRow } from './titles.ts';

/** What a column was taken for, and why. */
export type GuessedColumn = {
  readonly title: string;
  readonly meaning: ProfileColumn;
  readonly reason: GuessReason;
};

/** How a table would be read, for a person to confirm or change. */
export type Guess = {
  readonly titlesAt: number;
  readonly columns: readonly GuessedColumn[];
  readonly profile: Profile;
  /** Null where no date shows in which order dates are written, or none needs to. */
  readonly dateProof: DateProof | null;
  /** A date of the table read both ways, where nothing in it tells which is right: the person has to. */
  readonly undecidedDate: { readonly cell: string; readonly dayFirst: string; readonly monthFirst: string } | null;
};

const once: ReadonlySet<ProfileColumn> = new Set([
  'date',
  'time',
  'amount',
  'in',
  'out',
  'direction',
  'balance',
  'receipt',
  'fee',
  'status',
  'currency',
]);
const PHONE = /^\+?(?:254|0)[17][\dx* ]{6,12}$/i;
const SIDE = /^(?:cr|dr|c|d|credit|debit|in|out|deposit|withdrawal|money in|money out|kuingia|kutoka)\.?$/i;
const MOST = 0.6;

/** Guesses what the columns of a table mean from its titles and first rows. Null where it has no titles. */
export function guessMapping(head: readonly TableRow[], name = ''): Guess | null {
  const titles = titleRow(head);
  if (!titles) return null;
  const rows = head.filter(({ row, cells }) => row > titles.row && cells.some(Boolean));
  const cellsAt = (at: number) => rows.map(({ cells }) => cells[at] ?? '').filter(Boolean);
  const meant = titles.cells.map((title, at): GuessedColumn => ({ title, ...meaningOf(title, cellsAt(at)) }));
  const use = purposeOf(meant, name);
  const columns = settled(meant, use, cellsAt);
  const above = accountAbove(head, titles.row);
  const dateAt = columns.findIndex(({ meaning }) => meaning === 'date');
  const dated = rows.map(({ cells }) => ({ cell: cells[dateAt] ?? '', cells }));
  return guessOf({ titlesAt: titles.row, columns, use, cellsAt, dated, above });
}

/** A balance, money out or a charge is of money that moved; else titles and the file's name say what it is a list of. */
function purposeOf(columns: readonly GuessedColumn[], name: string): ProfileUse {
  const moved = columns.some(({ meaning }) => meaning === 'balance' || meaning === 'out' || meaning === 'fee');
  const said = `${columns.map(({ title }) => title).join(' ')} ${name.replace(/[_.-]/g, ' ')}`;
  if (moved || !saleTitles.test(said)) return 'payments';
  return invoiceTitles.test(said) ? 'invoices' : 'sales';
}

type CellsAt = (at: number) => string[];

/** One column for what can only be meant once: the better titled one, else the first. */
function settled(meant: readonly GuessedColumn[], use: ProfileUse, cellsAt: CellsAt): GuessedColumn[] {
  const chosen = new Map([...once].map((meaning) => [meaning, bestOf(meant, meaning, use)]));
  // Dates that are no payment's day are better than none.
  if (chosen.get('date') === -1) {
    const spare = meant.findIndex((one, at) => one.meaning === 'ignore' && areDates(cellsAt(at)));
    if (spare >= 0) chosen.set('date', spare);
  }
  // In and out say more than an amount beside them, which is then their sum or a repetition.
  const sided = chosen.get('in') !== -1 && chosen.get('out') !== -1;
  const sent =
    use === 'payments' && chosen.get('direction') === -1 && meant.some(({ title }) => receiverTitle.test(title));
  return meant.map((one, at): GuessedColumn => {
    if (chosen.get('date') === at && one.meaning === 'ignore')
      return { ...one, meaning: 'date', reason: { code: 'only-dates' } };
    if (sided && one.meaning === 'amount') return { ...one, meaning: 'ignore', reason: { code: 'sides-apart' } };
    if (sent && one.meaning === 'amount' && chosen.get('amount') === at)
      return { ...one, meaning: 'out', reason: { code: 'receiver-named' } };
    if (!once.has(one.meaning) || chosen.get(one.meaning) === at) return one;
    return { ...one, meaning: 'ignore', reason: { code: 'taken', meaning: one.meaning } };
  });
}

function bestOf(meant: readonly GuessedColumn[], meaning: ProfileColumn, use: ProfileUse): number {
  const better = meaning === 'amount' ? amountTitles[use === 'payments' ? 'payments' : 'sales'] : [];
  const titled = better.map((pattern) => meant.findIndex((one) => one.meaning === meaning && pattern.test(one.title)));
  return titled.find((at) => at >= 0) ?? meant.findIndex((one) => one.meaning === meaning);
}

type Facts = {
  readonly titlesAt: number;
  readonly columns: readonly GuessedColumn[];
  readonly use: ProfileUse;
  readonly cellsAt: CellsAt;
  readonly dated: readonly DatedRow[];
  readonly above: string | null;
};

function guessOf({ titlesAt, columns, use, cellsAt, dated, above }: Facts): Guess {
  const cellsOf = (meaning: ProfileColumn) =>
    columns.flatMap((one, at) => (one.meaning === meaning ? cellsAt(at) : []));
  const { order, proof } = dateOrderOf(dated);
  const undecided = proof === null && dated.find(({ cell }) => twoWays(cell) !== null);
  return {
    titlesAt,
    columns,
    profile: {
      name: nameOf(columns),
      use,
      titles: columns.map(({ title }) => title.slice(0, 500)),
      columns: columns.map(({ meaning }) => meaning),
      dateOrder: order,
      decimal: decimalMarkOf([...cellsOf('amount'), ...cellsOf('in'), ...cellsOf('out')]),
      account: { kind: columns.some(isBanks) ? 'bank' : 'other', shortcode: above },
    },
    dateProof: proof,
    undecidedDate: undecided ? { cell: undecided.cell, ...twoWays(undecided.cell)! } : null,
  };
}

/** Only a bank's list has a balance, or what banks call their columns. */
const isBanks = ({ meaning, title }: GuessedColumn): boolean =>
  meaning === 'balance' || /^(?:narration|narrative|value date|cheque(?: no)?)\b/i.test(title);

const nameOf = (columns: readonly GuessedColumn[]): string =>
  columns
    .map(({ title }) => title)
    .filter(Boolean)
    .slice(0, 3)
    .join(', ')
    .slice(0, 100) || 'Table';

const share = (cells: readonly string[], is: (cell: string) => boolean) =>
  cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
const isDate = (cell: string) => readDate(cell, 'day-month-year') !== null || readDate(cell, 'month-day-year') !== null;
const isMoney = (cell: string) => readMoney(cell, '.') !== null || readMoney(cell, ',') !== null;
const areDates = (cells: readonly string[]) => share(cells, isDate) > MOST;

const counting: ReadonlySet<ProfileColumn | undefined> = new Set(['amount', 'in', 'out', 'fee', 'balance']);

type Meant = Pick<GuessedColumn, 'meaning' | 'reason'>;

/** What the cells are decides over what the title says, where the cells leave no doubt. */
function meaningOf(title: string, cells: readonly string[]): Meant {
  const said = meaningOfTitle(title);
  const asTitled: Meant = said
    ? { meaning: said, reason: { code: 'titled' } }
    : { meaning: 'ignore', reason: { code: 'untold' } };
  const [example] = cells;
  if (said === 'ignore' || example === undefined) return asTitled;
  if (share(cells, (cell) => receiptIn(cell) === cell) > MOST)
    return { meaning: 'receipt', reason: { code: 'receipts', cell: example } };
  if (share(cells, (cell) => PHONE.test(cell)) > MOST)
    return { meaning: 'phone', reason: { code: 'phones', cell: example } };
  if (areDates(cells) && said !== 'time') return { meaning: 'date', reason: { code: 'dates', cell: example } };
  if (said === 'direction')
    return share(cells, (cell) => SIDE.test(cell)) > MOST
      ? asTitled
      : { meaning: 'details', reason: { code: 'words' } };
  if (counting.has(said) && share(cells, isMoney) <= MOST) return { meaning: 'details', reason: { code: 'words' } };
  // A short list may hold more sums and mistakes than days: one day is enough for what is titled so.
  if (said === 'date' && !cells.some((cell) => isDate(cell) || isDayNumber(cell)))
    return { meaning: 'ignore', reason: { code: 'no-dates' } };
  return asTitled;
}
