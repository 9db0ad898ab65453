import type { Profile, ProfileColumn } from '#contract/profile.ts';
import { receiptIn } from '../find-receipt.ts';
import { decimalMarkOf, readAmount } from '../statement-cells.ts';
import type { TableRow } from '../table.ts';
import { dateOrderOf, readDate } from './date-order.ts';
import { titleRow } from './titles.ts';

/** What a column was taken for, and why, in a sentence. */
export type GuessedColumn = { readonly title: string; readonly meaning: ProfileColumn; readonly reason: string };

/** How a table would be read, for a person to confirm or change. */
export type Guess = {
  readonly titlesAt: number;
  readonly columns: readonly GuessedColumn[];
  readonly profile: Profile;
  /** A date of the table read both ways, where nothing in it tells which is right: the person has to. */
  readonly undecidedDate: { readonly cell: string; readonly dayFirst: string; readonly monthFirst: string } | null;
};

/** What titles say, the surest first. */
const titled: readonly (readonly [ProfileColumn, RegExp])[] = [
  ['ignore', /\b(?:value date|net amount|status message|cleared balance)\b/i],
  ['currency', /\bcurrency\b|^ccy$/i],
  ['balance', /\bbalance\b/i],
  ['fee', /\b(?:fees?|commission|charges?|cost|tax)\b/i],
  ['status', /\b(?:status|state)\b/i],
  ['date', /\b(?:date|day|paid at|created|completed|completion time|timestamp)\b/i],
  ['time', /^time\b/i],
  ['in', /^(?:credits?|cr|deposits?|money in|paid in|received|credit amount|inflow)\b/i],
  ['out', /^(?:debits?|dr|withdrawals?|withdrawn|money out|paid out|debit amount|outflow)\b/i],
  ['direction', /^(?:dr ?\/ ?cr|cr ?\/ ?dr|type|direction)$/i],
  ['amount', /\b(?:amount|total|value|price|sum|ksh|kes)\b/i],
  ['receipt', /\b(?:receipt|confirmation|m-?pesa (?:code|ref\w*)|transaction (?:id|code|no)|trans ?id)\b/i],
  ['phone', /\b(?:phone|msisdn|mobile|telephone)\b/i],
  ['reference', /\b(?:ref|reference|invoice|order|account|bill|sale|number|no)\b/i],
  ['party', /\b(?:name|customer|client|payer|buyer|receiver|party|from)\b/i],
  ['details', /\b(?:details?|description|narration|narrative|particulars|remarks?|memo|item)\b/i],
];

const once: readonly ProfileColumn[] = [
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
];
const PHONE = /^\+?(?:254|0)[17][\dx* ]{6,12}$/i;
const MOST = 0.6;

/** Guesses what the columns of a table mean from its titles and first rows. Null where it has no titles. */
export function guessMapping(head: readonly TableRow[]): Guess | null {
  const titles = titleRow(head);
  if (!titles) return null;
  const rows = head.filter(({ row, cells }) => row > titles.row && cells.some(Boolean));
  const column = (at: number) => rows.map(({ cells }) => cells[at] ?? '').filter(Boolean);
  const taken = new Set<ProfileColumn>();
  const columns = titles.cells.map((title, at): GuessedColumn => {
    const guess = meaningOf(title, column(at));
    const isSecond = taken.has(guess.meaning) && once.includes(guess.meaning);
    taken.add(guess.meaning);
    return isSecond
      ? { title, meaning: 'ignore', reason: `another column is the ${guess.meaning} already` }
      : { title, ...guess };
  });
  return settled(titles.row, columns, column);
}

function settled(titlesAt: number, guessed: readonly GuessedColumn[], column: (at: number) => string[]): Guess {
  // In and out say more than an amount beside them, which is then their sum or a repetition.
  const sided = guessed.some(({ meaning }) => meaning === 'in') && guessed.some(({ meaning }) => meaning === 'out');
  const columns = guessed.map((one) =>
    sided && one.meaning === 'amount'
      ? { ...one, meaning: 'ignore' as const, reason: 'money in and money out have columns of their own' }
      : one,
  );
  const cellsOf = (meaning: ProfileColumn) => columns.flatMap((one, at) => (one.meaning === meaning ? column(at) : []));
  const dates = cellsOf('date');
  const { order, proof } = dateOrderOf(dates);
  const [example] = dates.filter((cell) => readDate(cell, 'day-month-year') && readDate(cell, 'month-day-year'));
  const isSales =
    !columns.some(({ meaning }) => meaning === 'balance' || meaning === 'out') &&
    /\b(?:invoice|order|sale|due)\b/i.test(columns.map(({ title }) => title).join(' '));
  return {
    titlesAt,
    columns,
    profile: {
      name:
        columns
          .map(({ title }) => title)
          .filter(Boolean)
          .slice(0, 3)
          .join(', ')
          .slice(0, 100) || 'Table',
      use: isSales ? 'invoices' : 'payments',
      titles: columns.map(({ title }) => title.slice(0, 500)),
      columns: columns.map(({ meaning }) => meaning),
      dateOrder: order,
      decimal: decimalMarkOf([...cellsOf('amount'), ...cellsOf('in'), ...cellsOf('out')]),
      account: { kind: columns.some(({ meaning }) => meaning === 'balance') ? 'bank' : 'other', shortcode: null },
    },
    undecidedDate:
      proof === null && example !== undefined
        ? { cell: example, dayFirst: dayOf(example, 'day-month-year'), monthFirst: dayOf(example, 'month-day-year') }
        : null,
  };
}

const dayOf = (cell: string, order: 'day-month-year' | 'month-day-year') =>
  readDate(cell, order)?.at.slice(0, 10) ?? '';

type Meant = Pick<GuessedColumn, 'meaning' | 'reason'>;

/** What the cells are decides over what the title says, where the cells leave no doubt. */
function meaningOf(title: string, cells: readonly string[]): Meant {
  const share = (is: (cell: string) => boolean) => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length);
  const said = titled.find(([, pattern]) => pattern.test(title))?.[0];
  const asTitled: Meant = said
    ? { meaning: said, reason: `titled “${title}”` }
    : { meaning: 'ignore', reason: 'neither its title nor its cells tell' };
  if (said === 'ignore' || cells.length === 0) return asTitled;
  const isDate =
    share((cell) => readDate(cell, 'day-month-year') !== null || readDate(cell, 'month-day-year') !== null) > MOST;
  const isAmount = share((cell) => readAmount(cell, '.') !== null || readAmount(cell, ',') !== null) > MOST;
  if (share((cell) => receiptIn(cell) === cell) > MOST)
    return { meaning: 'receipt', reason: `its cells are M-PESA receipts, ${cells[0]}` };
  if (share((cell) => PHONE.test(cell)) > MOST)
    return { meaning: 'phone', reason: `its cells are phone numbers, ${cells[0]}` };
  if (isDate && said !== 'time') return { meaning: 'date', reason: `its cells are dates, ${cells[0]}` };
  if (said === 'direction')
    return share((cell) => /^(?:cr|dr|c|d|credit|debit|in|out)$/i.test(cell)) > MOST
      ? asTitled
      : { meaning: 'details', reason: 'its cells are words' };
  const counts = said === 'amount' || said === 'in' || said === 'out' || said === 'fee' || said === 'balance';
  if (counts && !isAmount) return { meaning: 'details', reason: 'its cells are words' };
  if (said === 'date' && !isDate) return { meaning: 'ignore', reason: 'its cells are no dates' };
  return asTitled;
}
