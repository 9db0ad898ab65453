import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { commands } from '../../cli/commands.ts';
import { schemaOf } from '../../cli/commands/schema.ts';
import { outputNames, outputs } from '../../cli/outputs.ts';
import { ownFolder, risiti, sample } from './run.ts';

const inFolder = ownFolder();
// Each test starts real programs, a dozen at most, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test.each(commands)(
  '$name: its line in the help is its own summary, and --help is answered',
  async ({ name, summary, load }) => {
    expect(await load()).toMatchObject({ name, summary });
    const { code, stdout, stderr } = await risiti([name, '--help']);
    expect({ code, stderr, first: stdout.split(/[ \n]/).slice(0, 2) }).toEqual({
      code: 0,
      stderr: '',
      first: ['risiti', name],
    });
  },
);

describe('wrong use is told on standard error, with exit 2', () => {
  test.each<[string[], RegExp]>([
    [[], /^risiti <command>/],
    [['improt'], /no command “improt”/],
    [['import'], /Name at least one file\.\n\nrisiti import FILE/],
    [['import', 'x.csv', '--bok', 'y'], /--bok/],
    [['import', 'x.csv', '--book', ''], /--book takes the path/],
    [['reconcile', 'extra'], /“extra” means nothing here/],
    [['reconcile', '--book', '/nowhere/at/all.risiti'], /There is no book at \/nowhere\/at\/all\.risiti/],
    [['report', '--book', '/nowhere/at/all.risiti'], /There is no book/],
    [['schema', 'nothing'], /There are schemas for import/],
  ])('risiti %j', async (words, says) => {
    const { code, stdout, stderr } = await risiti(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });
});

test('the version is that of the package', async () => {
  expect(await risiti(['--version'])).toEqual({ code: 0, stdout: `risiti ${packageJson.version}\n`, stderr: '' });
});

test('a reader that leaves early is no error', async () => {
  const main = join(import.meta.dirname, '../../cli/main.ts');
  const child = spawn(process.execPath, [main, 'schema'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.destroy();
  await once(child, 'close');
  expect(stderr).toBe('');
});

describe('docs/schema', () => {
  test.each(outputNames)('%s.json is what `risiti schema` prints', async (name) => {
    const { stdout } = await risiti(['schema', name]);
    const path = join(import.meta.dirname, '../../docs/schema', `${name}.json`);
    await expect(stdout).toMatchFileSnapshot(path);
    expect(JSON.parse(stdout)).toEqual(schemaOf(name));
  });
});

test('a book in use is read beside its writer', async () => {
  const book = inFolder('busy.risiti');
  expect((await risiti(['import', sample('till-statement.csv'), '--book', book])).code).toBe(0);
  const { openBooks, writerThread } = await import('#ledger/index.ts');
  const books = await openBooks(book, { writer: writerThread, samples: null });
  try {
    const { code, stdout } = await risiti(['reconcile', '--book', book, '--json']);
    expect(code).toBe(0);
    expect(outputs.reconcile.parse(JSON.parse(stdout)).payments.count).toBeGreaterThan(100);
    const refused = await risiti(['import', sample('till-statement.csv'), '--book', book]);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/^risiti import: .+\n$/);
  } finally {
    await books.close();
  }
});
