import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ImportOutput, outputs } from '../../cli/outputs.ts';
import { progressLine } from '../../cli/progress.ts';
import { ownFolder, risiti, sample, start } from './run.ts';

const inFolder = ownFolder();
// Each test starts real programs, a dozen at most, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });
const shop = ['sms-backup.xml', 'pasted.txt', 'till-statement.csv', 'till-statement-2.csv'];
const paths = shop.map(sample);

const read = (stdout: string) => ImportOutput.parse(JSON.parse(stdout)).files;
const statement = (rows: readonly string[], paidIn = '0.0', closing = '0.0') =>
  [
    'Account Holder:,BIDII DUKA',
    'Short Code:,6120088',
    'Account:,Merchant Account',
    `Opening Balance:,0.0,Closing Balance:,${closing},Available Balance:,,Total Paid In:,${paidIn},Total Withdrawn:,0.0`,
    'Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Balance Confirmed,Reason Type,Other Party Info,Linked Transaction ID,A/C No.,Currency',
    ...rows,
    '',
  ].join('\r\n');
const row = (receipt: string, cents: string, balance: string, status = 'Completed') =>
  `${receipt},09-03-2026 10:00:00,09-03-2026 10:00:00,Merchant Payment from 0701***001 - ASHA JUMA,${status},${cents},,${balance},true,Customer Merchant Payment,0701***001 - ASHA JUMA,,,KES`;

test('one object, exactly these keys, files in the order given; the second time nothing is added', async () => {
  const book = inFolder('twice.risiti');
  const first = await risiti(['import', ...paths, '--book', book, '--json']);
  expect(first).toMatchObject({ code: 1, stderr: '' });
  const files = read(first.stdout);
  expect(files.map(({ name }) => name)).toEqual(shop);
  const any = z.unknown();
  const rows = z.strictObject({ read: any, stored: any, duplicate: any, skipped: any, rejected: any });
  const totals = z.strictObject({ in: any, out: any });
  const file = z.strictObject({ name: any, importer: any, rows, totals, opening: any, closing: any, verified: any });
  const strict = z.strictObject({ files: z.array(file) });
  expect(strict.safeParse(JSON.parse(first.stdout)).error).toBeUndefined();
  expect(files.map(({ verified }) => verified)).toEqual([false, false, true, true]);

  const again = read((await risiti(['import', ...paths, '--book', book, '--json'])).stdout);
  for (const one of [...files, ...again]) {
    expect(one.rows.read).toBe(one.rows.stored + one.rows.duplicate + one.rows.skipped + one.rows.rejected);
  }
  expect(again.map((one) => one.totals)).toEqual(again.map(() => ({ in: 0, out: 0 })));
  expect(again.map((one) => [one.rows.stored, one.rows.duplicate])).toEqual(
    files.map((one) => [0, one.rows.stored + one.rows.duplicate]),
  );
});

test('a dry run says what the import will say, and stores nothing', async () => {
  const book = inFolder('dry.risiti');
  const dry = await risiti(['import', ...paths, '--book', book, '--json', '--dry-run']);
  const real = await risiti(['import', ...paths, '--book', book, '--json']);
  expect(dry).toEqual(real);
});

test('a file that cannot be read is named; the others are imported all the same', async () => {
  const book = inFolder('partly.risiti');
  writeFileSync(inFolder('note.md'), 'Nothing to see here.');
  for (const more of [['--dry-run'], []]) {
    const { code, stdout, stderr } = await risiti([
      'import',
      inFolder('note.md'),
      sample('till-statement.csv'),
      inFolder('gone.csv'),
      '--book',
      book,
      '--json',
      ...more,
    ]);
    expect(code).toBe(2);
    expect(read(stdout).map(({ name, rows }) => [name, rows.stored > 0])).toEqual([['till-statement.csv', true]]);
    expect(stderr).toMatch(/“note\.md” is text without/);
    expect(stderr).toMatch(/“gone\.csv”/);
  }
});

test.each<[string, string, number, object]>([
  [
    'all is well',
    statement([row('UC9AAAAA01', '50.0', '50.0')], '50.0', '50.0'),
    0,
    {
      rows: { read: 1, stored: 1, duplicate: 0, skipped: 0, rejected: 0 },
      totals: { in: 5000, out: 0 },
      opening: 0,
      closing: 5000,
      verified: true,
    },
  ],
  [
    'a row was declined',
    statement([row('UC9AAAAA01', '50.0', '0.0', 'Declined')]),
    0,
    { rows: { read: 1, stored: 0, duplicate: 0, skipped: 1, rejected: 0 }, verified: true },
  ],
  [
    'a row cannot be read',
    statement([row('UC9AAAAA01', 'fifty', '50.0')]),
    1,
    { rows: { read: 1, stored: 0, duplicate: 0, skipped: 0, rejected: 1 } },
  ],
  [
    'a total does not hold',
    statement([row('UC9AAAAA01', '50.0', '50.0')], '60.0', '50.0'),
    1,
    { rows: { read: 1, stored: 1, duplicate: 0, skipped: 0, rejected: 0 }, verified: false },
  ],
])('%s', async (name, text, code, file) => {
  const path = inFolder(`${name}.csv`);
  writeFileSync(path, text);
  const done = await risiti(['import', path, '--book', inFolder(`${name}.risiti`), '--json']);
  expect(done).toMatchObject({ code, stderr: '' });
  expect(read(done.stdout)).toMatchObject([{ importer: 'mpesa-portal-csv', ...file }]);
});

test('in words: rejected rows with their number, what does not hold, and no way to steer the terminal', async () => {
  const path = inFolder('words.csv');
  writeFileSync(
    path,
    statement([row('UC9AAAAA02', '50.0', '50.0'), row('UC9AAAAA01', '\u001B[2Jfifty', '50.0')], '60.0', '50.0'),
  );
  const { stdout } = await risiti(['import', path, '--book', inFolder('words.risiti')]);
  expect(stdout).toContain('2 rows: 1 new, 0 already there, 0 skipped, 1 rejected');
  expect(stdout).toContain('row 7 rejected: Paid In is “ [2Jfifty”; it should be an amount.');
  expect(stdout).toContain('DOES NOT HOLD: the total paid in is printed as KSh 60.00, the rows give KSh 50.00');
  expect(stdout).not.toContain('\u001B');
});

test('RISITI_BOOK names the book where --book does not', async () => {
  const book = inFolder('by-name/of/environment.risiti');
  await risiti(['import', sample('till-statement.csv')], { RISITI_BOOK: book });
  expect(existsSync(book)).toBe(true);
});

test("the sample shop's week: exactly the documented disagreements", async () => {
  const book = inFolder('shop.risiti');
  await risiti(['import', ...paths, '--book', book]);
  const { code, stdout } = await risiti(['reconcile', '--book', book, '--json']);
  expect(code).toBe(1);
  const found = outputs.reconcile.parse(JSON.parse(stdout));
  const { exceptions, charges, sweeps, sales, wallet } = JSON.parse(readFileSync(sample('expected.json'), 'utf8'));
  const [differs] = exceptions['amounts-differ'];
  const open = Object.entries(found.by_exception).filter(([, { count }]) => count > 0);
  expect(Object.fromEntries(open)).toEqual({
    'no-message': { count: 1, cents: exceptions['no-message'][0].statement },
    'not-on-statement': { count: 1, cents: exceptions['not-on-statement'][0].message },
    'amounts-differ': { count: 1, cents: Math.abs(differs.statement - differs.message) },
    'reversed-after-sale': { count: 1, cents: exceptions['reversed-after-sale'][0].amount },
    'unread-message': { count: exceptions['unread-message'].length, cents: 0 },
  });
  expect(found.by_pass['receipt-and-amount'].count).toBe(sales.onStatement - 2);
  expect(found.by_pass['receipt-other-amount'].count).toBe(1);
  const till = found.accounts.find(({ covered }) => covered.length > 0);
  expect(till?.explanation).toEqual(
    expect.arrayContaining([
      { reason: 'charges', count: charges.rows, cents: -charges.cents },
      { reason: 'settlement', count: sweeps.rows, cents: -sweeps.cents },
    ]),
  );
  expect(till?.explanation.reduce((sum, { cents }) => sum + cents, 0)).toBe(till?.difference);
  expect(found.accounts.find(({ covered }) => covered.length === 0)?.notCompared.count).toBe(wallet.messages);
});

const count = (parts: readonly { readonly count: number }[]) => parts.reduce((sum, part) => sum + part.count, 0);

test('the report names each of them, and adds up to the reconciliation', async () => {
  const book = inFolder('report.risiti');
  await risiti(['import', ...paths, '--book', book]);
  const { code, stdout } = await risiti(['report', '--book', book, '--json']);
  expect(code).toBe(1);
  const found = outputs.report.parse(JSON.parse(stdout));
  const expected = JSON.parse(readFileSync(sample('expected.json'), 'utf8'));
  const planned = ['no-message', 'not-on-statement', 'amounts-differ', 'reversed-after-sale'].map((exception) => [
    exception,
    expected.exceptions[exception][0].receipt,
  ]);
  expect(found.exceptions.map(({ exception, receipt }) => [exception, receipt])).toEqual(planned);
  expect(found.unread).toEqual([expected.exceptions['unread-message'][0].text]);
  expect(found.imports.map(({ name }) => name)).toEqual(shop);

  const reconciled = outputs.reconcile.parse(
    JSON.parse((await risiti(['reconcile', '--book', book, '--json'])).stdout),
  );
  expect(found.by_standing).toEqual(reconciled.by_standing);
  const { charges: _, ...payments } = found.payments;
  expect(payments).toEqual(reconciled.payments);
  expect(count(found.days)).toBe(payments.count);
  expect(count(found.accounts.flatMap(({ kinds }) => kinds))).toBe(payments.count);

  const words = await risiti(['report', '--book', book]);
  for (const [, receipt] of planned) expect(words.stdout).toContain(receipt);
});

test('Ctrl+C leaves nothing of the file at hand', async () => {
  const rows = Array.from({ length: 60_000 }, (_, n) => row(`UC9${String(n).padStart(7, '0')}`, '50.0', '50.0'));
  writeFileSync(inFolder('long.csv'), statement(rows));
  const book = inFolder('stopped.risiti');
  const { child, finished } = start(['import', inFolder('long.csv'), '--book', book]);
  await vi.waitUntil(() => existsSync(book), { timeout: 30_000, interval: 20 });
  child.kill('SIGINT');
  expect(await finished).toEqual({ code: 2, stdout: '', stderr: expect.stringContaining('Cancelled') });
  const { stdout } = await risiti(['report', '--book', book, '--json']);
  expect(outputs.report.parse(JSON.parse(stdout))).toMatchObject({ imports: [], payments: { count: 0 } });
});

test('a list of sales: its columns are guessed once and kept, a date that reads both ways is asked about', async () => {
  const book = inFolder('sales.risiti');
  const may = inFolder('sales/may.csv');
  mkdirSync(inFolder('sales'));
  writeFileSync(may, 'Date,Customer,Total\n03/05/2026,AKINYI DOE,1250\n04/05/2026,,"80/="\nTotal,,1330\n');
  const unsaid = await risiti(['import', may, '--as', 'sales', '--book', book]);
  expect(unsaid.code).toBe(2);
  expect(unsaid.stderr).toContain('03/05/2026 is 2026-05-03 or 2026-03-05');
  const said = ['import', inFolder('sales'), '--as', 'sales', '--dates', 'day-month-year', '--book', book];
  const dry = await risiti([...said, '--dry-run']);
  expect(dry.stdout).toContain('3 rows: 2 new, 0 already there, 1 skipped, 0 rejected');
  expect(dry.stdout).toContain('KSh 1,330.00 to be paid');
  expect(await risiti(said)).toEqual(dry);
  const [again] = read((await risiti(['import', may, '--book', book, '--json'])).stdout);
  expect(again).toMatchObject({ importer: 'mapped-csv', rows: { stored: 0, duplicate: 2, skipped: 1 } });
});

test('progress is written for a terminal and for nobody else', () => {
  const written: string[] = [];
  const screen = new Writable({ write: (chunk, _encoding, done) => (written.push(String(chunk)), done()) });
  const work = { name: 'import', subject: 'a.csv', done: 50, total: 200, rows: 1234, startedAt: 0 } as const;
  progressLine(screen)({ kind: 'work', work });
  expect(written).toEqual([]);
  progressLine(Object.assign(screen, { isTTY: true }), () => 2_000)({ kind: 'work', work });
  expect(written.join('')).toContain('a.csv 25 %, 1,234 rows, 617 rows/s, 6 s left');
});
