import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GuessReason } from '#contract/mapper.ts';
import { Profile } from '#contract/profile.ts';
import { csvHead } from '#ledger/imports/csv-rows.ts';
import type { Read } from '#ledger/imports/importer.ts';
import { dateOrderOf, readDate } from '#ledger/imports/mapper/date-order.ts';
import { guessMapping } from '#ledger/imports/mapper/guess.ts';
import { mappedCsv } from '#ledger/imports/mapper/mapped-table.ts';
import { importerFor, importers } from '#ledger/imports/registry.ts';
import { textSource } from '#ledger/imports/source-file.ts';
import { readAll } from '../read-all.ts';

const head = (text: string) => csvHead(text, ',');
const bank = `NEEMA SAVINGS BANK
Account,0110 22
Transaction Date,Value Date,Description,Debit,Credit,Running Balance
07/04/2026,07/04/2026,MPS 254711000318 UD7MP10001 H NOOR/5376,,"15,000.00","75,000.00"
13/04/2026,13/04/2026,Ledger charges,120.00,,"74,880.00"
`;
const wages = `REF,DATE INITIATED,SERVICE,AMOUNT,CHARGE,RECEIVER,NAME,REMARK,REF NO,STATUS
T1,2026-04-07 10:00:00,MPESA B2C,500,10,254711000318,HALIMA NOOR,wages,UD7MP20001,SUCCESS
T2,2026-04-07 10:05:00,MPESA B2C,700,10,254710000072,PETER KILONZO,wages,,FAILED
`;
const shortList = `Date,Time,Customer,Invoice,Amount
10/11/2026,08:14,HALIMA NOOR,INV-7,1200
31/11/2026,12:00,PETER KILONZO,INV-8,100
TOTAL,,,,1300
`;
const invoices = `Invoice No,Customer,Due Date,Total
INV-1,HALIMA NOOR,04/07/2026,"1,250.00"
INV-2,PETER KILONZO,05/07/2026,0
`;

describe('guesses', () => {
  test.each([
    {
      says: 'a bank',
      text: bank,
      columns: ['date', 'ignore', 'details', 'out', 'in', 'balance'],
      order: 'day-month-year',
      use: 'payments',
    },
    {
      says: 'a provider',
      text: wages,
      columns: ['reference', 'date', 'ignore', 'out', 'fee', 'phone', 'party', 'details', 'receipt', 'status'],
      order: 'year-month-day',
      use: 'payments',
    },
    {
      says: 'a short list with a day that is none and a sum',
      text: shortList,
      columns: ['date', 'time', 'party', 'reference', 'amount'],
      order: 'day-month-year',
      use: 'invoices',
    },
    {
      says: 'invoices',
      text: invoices,
      columns: ['reference', 'party', 'date', 'amount'],
      order: 'day-month-year',
      use: 'invoices',
    },
  ])('$says', ({ text, columns, order, use }) => {
    const guess = guessMapping(head(text));
    expect(guess?.profile).toMatchObject({ columns, dateOrder: order, use });
    expect(Profile.safeParse(guess?.profile).success).toBe(true);
    expect(guess?.columns.every(({ reason }) => GuessReason.safeParse(reason).success)).toBe(true);
  });

  test('asks about a date that reads both ways, and shows it', () => {
    expect(guessMapping(head(invoices))?.undecidedDate).toEqual({
      cell: '04/07/2026',
      dayFirst: '2026-07-04',
      monthFirst: '2026-04-07',
    });
    expect(guessMapping(head(bank))?.undecidedDate).toBeNull();
  });

  test.each(['', 'one\n', '1,2,3\n4,5,6\n'])('has nothing to say about %j', (text) => {
    expect(guessMapping(head(text))).toBeNull();
  });

  test('titles that are names of our own objects do no harm', () => {
    const guess = guessMapping(head('__proto__,constructor,Date,Amount\nx,y,2026-04-07,5\n'));
    expect(guess?.profile.columns).toEqual(['ignore', 'ignore', 'date', 'amount']);
    expect(Object.prototype).not.toHaveProperty('Date');
  });
});

const read = async (text: string, change: Partial<Profile> = {}): Promise<Read[]> => {
  const profile = { ...guessMapping(head(text))!.profile, ...change };
  const file = textSource('export.csv', text);
  return readAll(importerFor(file, [...importers, mappedCsv(profile)]), file);
};

describe('reads by a profile', () => {
  test('a bank: the receipt is found in its narration', async () => {
    const [, facts, paid, charge] = await read(bank, { account: { kind: 'bank', shortcode: '011022' } });
    expect(facts).toMatchObject({
      as: 'statement',
      facts: { account: { kind: 'bank', shortcode: '0110 22' }, order: 'oldest-first' },
    });
    expect(paid).toMatchObject({
      row: 4,
      movement: {
        receipt: 'UD7MP10001',
        amount: 1_500_000,
        balanceAfter: 7_500_000,
        occurredAt: '2026-04-07T00:00:00+03:00',
        precision: 'day',
        kind: 'bank_side',
      },
    });
    expect(charge).toMatchObject({ row: 5, movement: { receipt: null, amount: -12_000, kind: 'charge' } });
  });

  test('a table that names receivers is of money that left', async () => {
    const [, , paid, failed] = await read(wages);
    expect(paid).toMatchObject({
      movement: { amount: -50_000, fee: 1_000, receipt: 'UD7MP20001', phone: '254711000318', accountRef: 'T1' },
    });
    expect(failed).toMatchObject({ as: 'skipped', reason: 'Its status is “FAILED”: no money moved.' });
  });

  test('sales and invoices become what is expected', async () => {
    const profile: Profile = { ...guessMapping(head(invoices))!.profile, dateOrder: 'month-day-year' };
    const [mapped, ...found] = await read(invoices, profile);
    expect(mapped).toEqual({ as: 'mapped', profile: { name: profile.name, use: 'invoices' } });
    expect(found).toMatchObject([
      {
        as: 'expected',
        row: 2,
        payment: {
          kind: 'invoice',
          amount: 125_000,
          at: '2026-04-07T00:00:00+03:00',
          customer: 'HALIMA NOOR',
          reference: 'INV-1',
          receipt: null,
        },
      },
      { as: 'rejected', row: 3, reason: 'The amount is “0”; it should be above zero.' },
    ]);
  });

  test('no other file has these titles', () => {
    const profile = guessMapping(head(bank))!.profile;
    expect(() => importerFor(textSource('wages.csv', wages), [...importers, mappedCsv(profile)])).toThrow('wages.csv');
  });
});

/** As banks, tills and shops write them: what each row is read as, in cents, or that it is none. */
test.each<[says: string, text: string, rows: readonly (number | 'skipped' | 'rejected')[]]>([
  [
    'Kiswahili titles, semicolons, decimal commas, a balance brought forward and a sum',
    'EQUATOR BANK\nAkaunti: 0110 2233 44\n\nTarehe;Maelezo;Iliyotoka;Iliyoingia;Salio\n01/03/2026;Salio la mwanzo;;;10.000,00\n13/03/2026;MPESA;;1.500,00;11.500,00\n14/03/2026;Ada;120,50;;11.379,50\n;Jumla;120,50;1.500,00;\n',
    ['skipped', 150_000, -12_050, 'skipped'],
  ],
  [
    'a column that says which way, months first',
    'Txn Date,Particulars,Amount,DR/CR,Balance\n03/17/2026,Sale,"1,500.00",CR,1\n03/18/2026,Fee,120.50,DR,1\n',
    [150_000, -12_050],
  ],
  [
    'the way behind the amount, parentheses, months by name',
    'Posting Date,Narrative,Amount,Running Bal.\n17-Mar-26,In,1500.00 CR,1\n18 Machi 2026,Out,120.50 DR,1\n"Mar 19, 2026",Back,(200.00),1\n',
    [150_000, -12_050, -20_000],
  ],
  [
    'the titles over again',
    'Date,Details,Amount,Balance\n2026-03-17,a,1,1\nDate,Details,Amount,Balance\n2026-03-18,b,2,3\n',
    [100, 'skipped', 200],
  ],
  [
    'another currency',
    'Date,Name,Amount,Currency,Fee\n2026-03-17,a,1,KES,0\n2026-03-17,b,1,USD,0\n',
    [100, 'rejected'],
  ],
])('%s', async (_says, text, rows) => {
  const delimiter = text.includes(';') ? ';' : ',';
  const guess = guessMapping(csvHead(text, delimiter))!;
  const file = textSource('export.csv', text);
  const reads = await readAll(importerFor(file, [...importers, mappedCsv(guess.profile)]), file);
  const found = reads.filter((one) => one.as !== 'statement' && one.as !== 'mapped');
  expect(found.map((one) => (one.as === 'movement' ? one.movement.amount : one.as))).toEqual(rows);
});

test('a line above the titles says whose account it is, whatever the profile was made with', async () => {
  const text = 'Account No:,0110 2233 44\nDate,Details,Amount,Balance\n2026-03-17,a,1,1\n';
  expect(guessMapping(head(text))?.profile.account).toEqual({ kind: 'bank', shortcode: '0110 2233 44' });
  const [, facts] = await read(text, { account: { kind: 'bank', shortcode: '9' } });
  expect(facts).toMatchObject({ facts: { account: { shortcode: '0110 2233 44' } } });
});

test('a list of orders: its total, its customer, times of any zone; what was cancelled is not due', async () => {
  const text =
    'Created At,Order ID,Customer,Qty,Unit Price,Total,Status\n2026-03-17T06:15:00Z,#1,Akinyi,2,750,"1,500/=",paid\n2026-03-17T08:15:00+03:00,#2,,1,30,30,cancelled\n';
  const [, paid, cancelled] = await read(text);
  expect(paid).toMatchObject({
    as: 'expected',
    payment: { kind: 'sale', amount: 150_000, at: '2026-03-17T09:15:00+03:00', customer: 'Akinyi', reference: '#1' },
  });
  expect(cancelled).toMatchObject({ as: 'skipped', reason: 'Its status is “cancelled”: nothing is to be paid.' });
});

test.each([
  { dates: ['04/07/2026', '13/07/2026'], order: 'day-month-year', cell: '13/07/2026' },
  { dates: ['04/07/2026', '04/13/2026'], order: 'month-day-year', cell: '04/13/2026' },
  { dates: ['2026/07/04'], order: 'year-month-day', cell: '2026/07/04' },
  { dates: ['04/07/2026', 'soon'], order: 'day-month-year', cell: null },
  { dates: ['46066', '46067.604'], order: 'day-number', cell: '46066' },
  { dates: ['46066', '', 'TOTAL'], order: 'day-number', cell: '46066' },
  // Not all of them are days of this century: what they are is not known.
  { dates: ['46066', '12'], order: 'day-month-year', cell: null },
  { dates: ['46066', '36525'], order: 'day-month-year', cell: null },
  { dates: ['46066', '13/07/2026'], order: 'day-month-year', cell: '13/07/2026' },
])('the order of $dates', ({ dates, order, cell }) => {
  expect(dateOrderOf(dates.map((one) => ({ cell: one, cells: [one] })))).toEqual({
    order,
    proof: cell === null ? null : { cell, receipt: null },
  });
});

test.each([
  { rows: ['04/07/2026 UD7MP10001'], order: 'month-day-year', receipt: 'UD7MP10001' },
  { rows: ['04/07/2026 UG4MP10001', '07/07/2026 UD7MP10001'], order: 'day-month-year', receipt: 'UG4MP10001' },
  // The bank booked it a day later, and two that contradict one another.
  { rows: ['04/08/2026 UD7MP10001'], order: 'day-month-year', receipt: null },
  { rows: ['04/07/2026 UG4MP10001', '04/07/2026 UD7MP10001'], order: 'day-month-year', receipt: null },
])('the day that a receipt was given on decides: $rows', ({ rows, order, receipt }) => {
  const dated = rows.map((row) => ({ cell: row.split(' ')[0]!, cells: row.split(' ') }));
  const proof = receipt === null ? null : { cell: '04/07/2026', receipt };
  expect(dateOrderOf(dated)).toEqual({ order, proof });
});

test.each([
  ['46066', '2026-02-13T00:00:00+03:00', 'day'],
  ['46066.0', '2026-02-13T00:00:00+03:00', 'day'],
  ['36526', '2000-01-01T00:00:00+03:00', 'day'],
  ['73050', '2099-12-31T00:00:00+03:00', 'day'],
  ['46066.604', '2026-02-13T14:30:00+03:00', 'minute'],
  ['46066.5', '2026-02-13T12:00:00+03:00', 'minute'],
  ['46066.6042245370', '2026-02-13T14:30:05+03:00', 'second'],
  ['46066 0.604', '2026-02-13T14:30:00+03:00', 'minute'],
  ['46066 2:30 PM', '2026-02-13T14:30:00+03:00', 'minute'],
])('%s is %s as Excel counts days', (cell, at, precision) => {
  expect(readDate(cell, 'day-number')).toEqual({ at, precision });
});

test.each(['36525', '73051', '46,066', '2026', '46066.604 14:30', '13/02/2026', '46066 soon'])(
  '%s is no day as Excel counts them',
  (cell) => {
    expect(readDate(cell, 'day-number')).toBeNull();
  },
);

test('days that a spreadsheet left as numbers are days where the title says so, and nowhere else', async () => {
  const text = 'Date,Customer,Sales total,Till no\n46066,Akinyi,46066,46066\n46067.604,Baraka,250,46066\n';
  expect(guessMapping(head(text))?.profile).toMatchObject({
    columns: ['date', 'party', 'amount', 'reference'],
    dateOrder: 'day-number',
  });
  const [, first, second] = await read(text);
  expect(first).toMatchObject({ payment: { at: '2026-02-13T00:00:00+03:00', precision: 'day', amount: 4_606_600 } });
  expect(second).toMatchObject({ payment: { at: '2026-02-14T14:30:00+03:00', precision: 'minute' } });
});

test('a day number beside other dates is told, never a sale without a day', async () => {
  const rows = (await read('Date,Customer,Sales total\n46066,Akinyi,100\n13/02/2026,Baraka,250\n')).slice(1);
  expect(rows).toMatchObject([
    {
      as: 'rejected',
      reason:
        'The date is “46066”, which is Excel’s number for 2026-02-13: show that column as dates in the spreadsheet, and save it again.',
    },
    { as: 'expected', payment: { at: '2026-02-13T00:00:00+03:00' } },
  ]);
});

const saysTwo = (found: string, more: string, less: string) =>
  `The amount is “${found}”, which may be ${more} or ${less}: write it as the one that it is, or say what stands before the cents where the columns are explained.`;
test.each([
  ['1.234', '.', saysTwo('1.234', '1234', '1.23')],
  ['KES 1.500', '.', saysTwo('KES 1.500', '1500', '1.50')],
  ['12,500/=', ',', saysTwo('12,500/=', '12500', '12,50')],
  ['1.500', ',', 150_000],
  ['1,500', '.', 150_000],
  ['0.500', '.', 50],
  ['1250.000', '.', 125_000],
] as const)('the amount %s where %s stands before the cents', async (cell, decimal, expected) => {
  for (const text of [
    `Date,Customer,Sales total\n2026-02-13,Akinyi,"${cell}"\n`,
    `Date,Name,Amount,Balance\n2026-02-13,Akinyi,"${cell}",1\n`,
  ]) {
    const one = (await read(text, { decimal })).at(-1);
    const told = one?.as === 'expected' ? one.payment.amount : one?.as === 'movement' ? one.movement.amount : null;
    expect(one?.as === 'rejected' ? one.reason : told).toBe(expected);
  }
});

test('a column of dates written in one order is read in it, or is undecided', () => {
  const day = fc
    .date({ min: new Date('2007-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const write = { 'day-month-year': '$3/$2/$1', 'month-day-year': '$2/$3/$1', 'year-month-day': '$1-$2-$3' } as const;
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1 }),
      fc.constantFrom('day-month-year', 'month-day-year', 'year-month-day'),
      (days, order) => {
        const cells = days.map((iso) => iso.replace(/(\d+)-(\d+)-(\d+)/, write[order]));
        const decided = dateOrderOf(cells.map((cell) => ({ cell, cells: [cell] })));
        expect([order, null]).toContain(decided.proof === null ? null : decided.order);
        expect(cells.map((cell) => readDate(cell, order)?.at.slice(0, 10))).toEqual(days);
      },
    ),
  );
});
