import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sheetXlsx } from '#ledger/exports/sheet-files.ts';

/**
 * What we write, read by programs of others. Those that are not installed are reported as skipped; on Debian:
 * `apt-get install hledger beancount ofx aqbanking-tools libxml2-utils libreoffice-calc-nogui`.
 */
const golden = join(import.meta.dirname, '../../golden/exports');
const folder = mkdtempSync(join(tmpdir(), 'risiti-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// None of them may look into the home of whoever runs this.
const env = { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' };
const run = (program: string, ...words: readonly string[]) =>
  spawnSync(program, words, { cwd: folder, env, encoding: 'utf8', timeout: 90_000 });
const has = (program: string) => run(program, '--version').error === undefined;

/** A golden file under a name its reader knows, and where it now lies. */
function placed(format: string, ending: string): string {
  const path = join(folder, `${format}.${ending}`);
  copyFileSync(join(golden, `payments.${format}.txt`), path);
  return path;
}

/** What the book says moved on the account: 100.05 to 108.05 and the refund of the first, the supplier, its charge, the sweep. */
const entries = 13;
const net = '78.90';

describe.skipIf(!has('hledger'))('hledger', () => {
  test('checks the journal strictly and comes to the same', () => {
    const journal = placed('hledger', 'journal');
    expect(run('hledger', '-f', journal, 'check', '--strict')).toMatchObject({ status: 0, stderr: '' });
    expect(run('hledger', '-f', journal, 'balance', 'Assets:MPESA', '-N').stdout).toContain(`${net} KES`);
  });

  test.each([
    ['quickbooks-3', '%d/%m/%Y', 'date,description,amount'],
    ['quickbooks-4', '%d/%m/%Y', 'date,description,amount-in,amount-out'],
    ['xero', '%d/%m/%Y', 'date,amount,,description,code'],
    ['sage', '%d/%m/%Y', 'date,description,amount'],
    ['zoho', '%d/%m/%Y', 'date,amount-out,amount-in,,description,code'],
    ['odoo', '%Y-%m-%d', 'date,description,,amount,code'],
    ['wave', '%m/%d/%Y', 'date,description,amount'],
  ])('reads the CSV for %s: dates, signs and sums', (format, dates, fields) => {
    const csv = placed(format, 'csv');
    writeFileSync(
      `${csv}.rules`,
      `skip 1\nfields ${fields}\ndate-format ${dates}\ncurrency KES\naccount1 assets:mpesa\n`,
    );
    const read = run('hledger', '-f', csv, 'register', 'assets:mpesa', '-O', 'csv');
    expect(read).toMatchObject({ status: 0, stderr: '' });
    const lines = read.stdout.trim().split('\n').slice(1);
    expect(lines).toHaveLength(entries);
    expect(lines.every((line) => line.includes('"2026-03-05"'))).toBe(true);
    expect(lines.at(-1)).toContain(`"KES${net}"`);
  });
});

test.skipIf(!has('bean-check'))('beancount takes the journal without a word', () => {
  expect(run('bean-check', placed('beancount', 'beancount'))).toMatchObject({ status: 0, stdout: '', stderr: '' });
});

test.skipIf(!has('ofxdump'))('libofx reads every transaction of the OFX, each with its own id', () => {
  const { stdout, stderr } = run('ofxdump', placed('ofx', 'ofx'));
  const said = `${stdout}${stderr}`;
  const ids = [...said.matchAll(/institution's ID for this transaction: (\S+)/g)].map(([, id]) => id);
  const cents = [...said.matchAll(/Total money amount: (-?\d+)\.(\d\d)/g)].map(([, whole, rest]) =>
    Number(`${whole}${rest}`),
  );
  expect(new Set(ids).size).toBe(entries);
  expect(cents.reduce((sum, one) => sum + one, 0)).toBe(Number(net.replace('.', '')));
});

test.skipIf(!has('xmllint'))('the camt.053 is well-formed XML', () => {
  expect(run('xmllint', '--noout', placed('camt053', 'xml'))).toMatchObject({ status: 0, stderr: '' });
});

test.skipIf(!has('aqbanking-cli'))('AqBanking reads days, amounts and balances of the camt.053', () => {
  run(
    'aqbanking-cli',
    'import',
    `--infile=${placed('camt053', 'xml')}`,
    '--importer=xml',
    '--profile=camt_053_001_04',
    `--ctxfile=${join(folder, 'context')}`,
  );
  const read = readFileSync(join(folder, 'context'), 'utf8');
  expect(read.match(/^ +transaction \{$/gm)).toHaveLength(entries);
  expect(read.match(/char date="20260305"\n +char valutaDate|char valutaDate="20260305"/g)).toHaveLength(entries);
  expect(read).toContain('char value="10005%2F100%3AKES"');
  expect(read).toContain('char value="1007890%2F100%3AKES"');
});

test.skipIf(!has('soffice'))(
  'LibreOffice opens a workbook: amounts are numbers, and nothing in it runs',
  { timeout: 120_000 },
  async () => {
    const columns = [
      { title: 'Party', as: 'text' },
      { title: 'Amount', as: 'money' },
    ] as const;
    const rows = ['=1+1', '＝1＋1', '\u200b@SUM(A1)', 'first\n=2+2', '\t-3', '\r+4', 'BEN & SONS'].map(
      (party, at) => [party, -150_005 - at] as const,
    );
    const { bytes } = await sheetXlsx({ columns, rows }, 'payments');
    writeFileSync(join(folder, 'payments.xlsx'), bytes);
    // Comma, quotes round every text cell and round no number, formulas as formulas.
    const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,true';
    run('soffice', '--headless', '--convert-to', csv, '--outdir', folder, join(folder, 'payments.xlsx'));
    const lines = readFileSync(join(folder, 'payments.csv'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(rows.length + 1);
    for (const [at, line] of lines.slice(1).entries()) {
      const [, words = '', amount] = /^"([^"]+)",([-\d.]+)$/.exec(line) ?? [];
      expect(Number(amount)).toBe((-150_005 - at) / 100);
      expect(words.normalize('NFKC')).not.toMatch(/^\s*[=+\-@]/);
    }
  },
);
