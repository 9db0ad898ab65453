import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ExportFormat, ExportSubject, type ExportWish } from '#contract/export.ts';
import { makeExport, removeExports } from '#ledger/exports/make.ts';
import { forkApart } from '#ledger/imports/apart/fork-apart.ts';
import type { PdfPage } from '#ledger/imports/printed/page.ts';
import { readPdf } from '#ledger/imports/printed/read-pdf.ts';
import { xlsxRows } from '#ledger/imports/readers/xlsx.ts';
import { at, openShop, receipt, row, type Shop, sale, shillings, statement, text } from '../shop.ts';

const golden = join(import.meta.dirname, '../../golden/exports');
const MADE = '2026-03-10T09:00:00+03:00';

/** Names as people who mean harm, or none, write them; each stands in a payment of its own. */
const parties = [
  'ASHA "MAMA" KIMANI, LTD',
  '=HYPERLINK("http://x.invalid","a")',
  '＝1＋1',
  '\u200b\u202e=2+2',
  'BEN & SONS <SHOP>',
  '+SUM(A1)\n@cmd',
  '  \t-3',
  '|bar; comment',
  'CAFÉ ŽIŽKA',
];

let shop: Shop;
const code = (n: number) => receipt(n);

beforeAll(async () => {
  shop = await openShop();
  const rows = [
    ...parties.map((party, n) =>
      row(code(n), 100.05 + n, at(`9:${String(n).padStart(2, '0')}`), { party, accountRef: `INV-${n}` }),
    ),
    row(code(20), -250, at('10:00'), { party: 'SUPPLIER' }),
    row(code(20), -7.5, at('10:00'), { kind: 'charge' }),
    row(code(21), -500, at('11:00'), { kind: 'settlement', party: 'OWN BANK' }),
    row(code(22), -100.05, at('12:00'), { linkedReceipt: code(0) }),
  ];
  await shop.import(statement(rows), [text(code(1), 101.05, at('9:01')), text(code(40), 75, at('9:30'))]);
  await shop.commands['sales.add']({
    sales: [
      sale(101.05, at('9:01'), { receipt: code(1), customer: '=SUM(A1)' }),
      sale(8_000, at('9:02'), { kind: 'invoice', reference: 'INV-2', customer: 'BEN' }),
    ],
  });
});

afterAll(() => {
  shop.close();
  removeExports();
});

const accountOf = (kind: string) =>
  shop.questions['accounts.list']({}).find((one) => one.kind === kind && one.shortcode)!.id;
const wish = (format: ExportFormat, rest: Partial<ExportWish> = {}): ExportWish => ({
  subject: 'payments',
  format,
  account: null,
  from: null,
  to: null,
  ...rest,
});
const make = (wanted: ExportWish) => makeExport(shop.db, wanted, MADE);
const read = async (wanted: ExportWish) => {
  const { files } = await make(wanted);
  return files.map(({ path }) => readFileSync(path, 'utf8')).join('');
};

describe('every format', () => {
  test.each(ExportFormat.options.filter((format) => format !== 'xlsx' && format !== 'pdf'))('%s', async (format) => {
    const account = accountOf('till');
    await expect(await read(wish(format, { account }))).toMatchFileSnapshot(join(golden, `payments.${format}.txt`));
  });

  test.each(ExportSubject.options)('csv and xlsx of %s hold the same', async (subject) => {
    const csv = await read(wish('csv', { subject }));
    await expect(csv).toMatchFileSnapshot(join(golden, `${subject}.csv`));
    const { files, rows, head } = await make(wish('xlsx', { subject }));
    const sheet = [...xlsxRows(readFileSync(files[0]!.path), 'x.xlsx')].flat();
    expect(sheet).toHaveLength(rows + 1);
    expect(sheet[0]!.cells.join('\t')).toBe(head[0]);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(rows + 1);
  });
});

// Words that stand on one line of the page; pdf.js tells them apart.
const linesOf = (page: PdfPage) =>
  [...Map.groupBy(page, ({ y }) => y).values()].map((words) => words.map((word) => word.text).join(' '));

// Reading a PDF back starts a process.
describe('a printed table', { timeout: 60_000 }, () => {
  const pagesOf = async (db: Shop['db'], wanted: ExportWish) => {
    const { files, rows } = await makeExport(db, wanted, MADE);
    const bytes = new Uint8Array(readFileSync(files[0]!.path));
    return { rows, pages: await readPdf({ bytes, name: 'x.pdf', password: undefined }, forkApart) };
  };

  test.each(ExportSubject.options)('of %s can be read back, every row of it', async (subject) => {
    const { rows, pages } = await pagesOf(shop.db, wish('pdf', { subject }));
    const lines = pages.flatMap(linesOf);
    expect(lines[0]).toContain(`Risiti: ${subject}, the beginning to the end`);
    // A sale belongs to no account.
    expect(lines.filter((line) => /^(?:Till\b|2026-03-05 )/.test(line))).toHaveLength(rows);
    expect(pages.flat().every(({ end }) => end <= 842 - 36)).toBe(true);
    if (subject === 'payments') {
      expect(lines.some((line) => line.includes('CAFÉ ZIZKA'))).toBe(true);
      expect(lines.some((line) => line.includes('BEN & SONS <SHOP>'))).toBe(true);
      expect(lines.some((line) => /100\.05.*0\.00.*reversed/.test(line))).toBe(true);
    }
  });

  test('goes on over as many pages as it needs', async () => {
    const many = await openShop();
    try {
      await many.import(statement(Array.from({ length: 120 }, (_, n) => row(receipt(n), 10 + n, at('9:00')))));
      const { pages } = await pagesOf(many.db, wish('pdf'));
      expect(pages).toHaveLength(3);
      const receipts = pages.flatMap(linesOf).flatMap((line) => /\bUC5[0-9A-Z]{7}\b/.exec(line)?.[0] ?? []);
      expect(new Set(receipts).size).toBe(120);
    } finally {
      many.close();
    }
  });
});

describe('what a spreadsheet would run', () => {
  test('is in no cell of any format that a spreadsheet opens, and amounts stay numbers', async () => {
    for (const format of ['csv', 'quickbooks-3', 'quickbooks-4', 'xero', 'sage', 'zoho', 'odoo', 'wave'] as const) {
      const cells = (await read(wish(format)))
        .split(/\r\n/)
        .flatMap((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, '')));
      expect(cells.filter((cell) => /^[=+@|]|^-(?!\d+\.\d\d$)/.test(cell.normalize('NFKC')))).toEqual([]);
      expect(cells.join('\n')).not.toMatch(/[\u200b\u202e]/);
      expect(cells.some((cell) => /^-?\d+\.\d\d$/.test(cell))).toBe(true);
    }
  });
});

describe('a bank file', () => {
  test('gives no FITID twice, and the charge its own', async () => {
    const ids = [...(await read(wish('ofx', { account: accountOf('till') }))).matchAll(/<FITID>([^<]+)/g)].map(
      ([, id]) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([code(20), `${code(20)}-C`]));
  });

  test.each([
    ['ofx', 'payments', null],
    ['xero', 'movements', null],
    ['hledger', 'reconciliation', null],
  ] as const)('%s of %s without an account is refused', async (format, subject, account) => {
    await expect(make(wish(format, { subject, account }))).rejects.toMatchObject({ code: 'not-exportable' });
  });
});

test('a bank file is well-formed whatever a payer is called, and no text of it is empty or too long', async () => {
  const odd = await openShop();
  try {
    const names = ['😀'.repeat(80), `${'x'.repeat(139)}&<"`, '\u200b\u0007', '\ud83d', '\ufffe\uffff'];
    await odd.import(statement(names.map((party, n) => row(receipt(n), 10 + n, at('9:00'), { party }))));
    const account = odd.questions['accounts.list']({})[0]!.id;
    const { files } = await makeExport(odd.db, wish('camt053', { account }), MADE);
    const xml = readFileSync(files[0]!.path, 'utf8');
    const said = [...xml.matchAll(/<(?:Nm|Ustrd)>([^<]*)</g)].map(([, words]) => words!);
    const length = (words: string) => Array.from(words.replace(/&(?:amp|lt|gt|quot);/g, '?')).length;
    expect(
      said.filter((words) => words === '' || length(words) > 140 || /&(?!(?:amp|lt|gt|quot);)/.test(words)),
    ).toEqual([]);
    expect(xml.isWellFormed() && !/[\ufffe\uffff]|\p{Cf}/u.test(xml)).toBe(true);
  } finally {
    odd.close();
  }
});

test('what a payment was is said in words, also where a line has nothing else to say', async () => {
  const odd = await openShop();
  try {
    const nameless = row('', -40, at('9:00'), { receipt: null, kind: 'settlement' });
    await odd.import(statement([nameless, row(code(1), 50, at('9:01'), { kind: 'merchant_till_receive' })]));
    for (const [format, words] of [
      ['csv', /,Settlement,[^]*,Customer paid the till,/],
      ['sage', /,Settlement,-40\.00/],
    ] as const) {
      const { files } = await makeExport(odd.db, wish(format), MADE);
      expect(readFileSync(files[0]!.path, 'utf8')).toMatch(words);
    }
  } finally {
    odd.close();
  }
});

test('a day asked for is that day and no other', async () => {
  expect(await read(wish('odoo', { from: '2026-03-06', to: null }))).not.toMatch(/2026-03-05/);
  expect(await read(wish('odoo', { from: '2026-03-05', to: '2026-03-05' }))).toMatch(/2026-03-05/);
});

test('more lines than a program takes go to a second file', async () => {
  const many = await openShop();
  try {
    await many.import(statement(Array.from({ length: 1_001 }, (_, n) => row(receipt(n), 1 + n / 100, at('9:00')))));
    const { files, rows } = await makeExport(many.db, wish('xero'), MADE);
    const lines = files.map(({ path }) => readFileSync(path, 'utf8').trimEnd().split('\r\n').length);
    expect({ lines, rows }).toEqual({ lines: [1_001, 2], rows: 1_001 });
    const total = shillings(Array.from({ length: 1_001 }, (_, n) => 1 + n / 100).reduce((a, b) => a + b));
    const amounts = files.flatMap(({ path }) =>
      [...readFileSync(path, 'utf8').matchAll(/\d{4},(\d+\.\d\d),/g)].map(([, amount]) =>
        Number(amount!.replace('.', '')),
      ),
    );
    expect(amounts.reduce((a, b) => a + b)).toBe(total);
  } finally {
    many.close();
  }
});
