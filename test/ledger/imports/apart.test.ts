import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forkApart, forking } from '#ledger/imports/apart/fork-apart.ts';
import { readApart } from '#ledger/imports/apart/read-apart.ts';
import type { StartApart } from '#ledger/imports/apart/start-apart.ts';

/** A process takes a second to begin, several where the machine is busy. */
const PATIENCE = 60_000;
const beyond = 'It wants too much.';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'risiti-apart-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));

const read = (path: string, start: StartApart | undefined, longestMs = 20_000) =>
  readApart<'sms-db'>({ task: 'sms-db', asked: { path, name: 'sms.db' } }, { start, longestMs, beyond });

/** How many things are read in all. */
async function count(batches: AsyncIterable<readonly unknown[]>): Promise<number> {
  let things = 0;
  for await (const batch of batches) things += batch.length;
  return things;
}

/** A process that writes its id beside itself, says it is ready, and answers a request with what is given here. */
function processThat(name: string, answers: string): { start: StartApart; pid: () => number } {
  const path = join(folder, `${name}.mjs`);
  const code = [
    "import { writeFileSync } from 'node:fs';",
    `writeFileSync(${JSON.stringify(`${path}.pid`)}, String(process.pid));`,
    `process.on('message', (request) => { ${answers} });`,
    "process.send({ as: 'ready' });",
  ];
  writeFileSync(path, code.join('\n'));
  return { start: forking(pathToFileURL(path)), pid: () => Number(readFileSync(`${path}.pid`, 'utf8')) };
}

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a process that', () => {
  test.each([
    { does: 'dies as a native library does', answers: 'process.abort()' },
    { does: 'leaves without a word', answers: 'process.exit(0)' },
    { does: 'never answers', answers: 'for (;;);' },
    { does: 'dies after its first batch', answers: "process.send({ as: 'batch', batch: [1] }, () => process.abort())" },
  ])('$does is a file that cannot be read', { timeout: PATIENCE }, async ({ does, answers }) => {
    const { start, pid } = processThat(does, answers);
    await expect(count(read('any', start, 1_000))).rejects.toMatchObject({ code: 'unreadable-file', message: beyond });
    await expect.poll(() => lives(pid())).toBe(false);
  });

  test('does not begin is our fault, not the file’s', { timeout: PATIENCE }, async () => {
    const nothing = forking(pathToFileURL(join(folder, 'nothing.mjs')));
    await expect(count(read('any', nothing))).rejects.toThrow('did not start');
    await expect(count(read('any', undefined))).rejects.toThrow('starts no process');
  });

  test('has more than is wanted is ended with the reading', { timeout: PATIENCE }, async () => {
    const { start, pid } = processThat('endless', "process.send({ as: 'batch', batch: [1, 2] })");
    const batches: unknown[] = [];
    for await (const batch of read('any', start)) if (batches.push(batch) === 3) break;
    expect(batches).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    await expect.poll(() => lives(pid())).toBe(false);
  });

  test('is waited for only while it works: our own time is not counted', { timeout: PATIENCE }, async () => {
    const { start } = processThat(
      'patient',
      "process.send(request === 'more' ? { as: 'end' } : { as: 'batch', batch: [1] })",
    );
    for await (const batch of read('any', start, 1_000)) {
      expect(batch).toEqual([1]);
      await new Promise((wake) => setTimeout(wake, 1_500));
    }
  });
});

/** An `sms.db` whose messages' texts are worked out by a formula while they are read. */
function database(name: string, formula: string, rows = 2_000): string {
  const path = join(folder, name);
  const db = new Database(path);
  db.exec(
    `CREATE TABLE handle (id TEXT);
     INSERT INTO handle VALUES ('MPESA');
     CREATE TABLE message (date INTEGER, is_from_me INTEGER, handle_id INTEGER);
     INSERT INTO message SELECT 790000000, 0, 1 FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) SELECT i FROM n);
     ALTER TABLE message ADD COLUMN text TEXT AS (${formula});`,
  );
  db.close();
  return path;
}

describe('a database made to do harm', () => {
  test('one that is not: its formula is read like any text', { timeout: PATIENCE }, async () => {
    expect(await count(read(database('plain.db', "'Habari ' || date"), forkApart))).toBe(2_000);
  });

  test.each([
    { says: 'texts of a hundred megabytes each', formula: 'hex(zeroblob(50000000))', rows: 20, longestMs: 60_000 },
    {
      says: 'a formula that takes minutes',
      formula: "length(replace(hex(zeroblob(3000000)), '00', 'abc'))",
      rows: 2_000,
      longestMs: 1_500,
    },
  ])('$says', { timeout: PATIENCE }, async ({ says, formula, rows, longestMs }) => {
    const path = database(`${says}.db`, formula, rows);
    await expect(count(read(path, forkApart, longestMs))).rejects.toMatchObject({
      code: 'unreadable-file',
      message: beyond,
    });
  });
});

test.skipIf(process.platform === 'win32')(
  'a host that is killed takes its process along',
  { timeout: PATIENCE },
  async () => {
    const script = join(folder, 'host.mjs');
    const [reading, starting] = ['read-apart', 'fork-apart'].map((name) =>
      import.meta.resolve(`#ledger/imports/apart/${name}.ts`),
    );
    const asked = { path: database('slow.db', "length(replace(hex(zeroblob(3000000)), '00', 'abc'))"), name: 'sms.db' };
    writeFileSync(
      script,
      `import { readApart } from '${reading}';
     import { forkApart as start } from '${starting}';
     for await (const batch of readApart({ task: 'sms-db', asked: ${JSON.stringify(asked)} }, { start, longestMs: 60000, beyond: '' })) batch;`,
    );
    const host = spawn(process.execPath, [script], { stdio: 'inherit' });
    let child = 0;
    const started = () => {
      const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(host.pid)], { encoding: 'utf8' });
      return (child = Number(stdout));
    };
    await expect.poll(started, { timeout: 20_000 }).toBeGreaterThan(0);
    // Long enough to be in the middle of it.
    await new Promise((wake) => setTimeout(wake, 2_000));
    expect(lives(child)).toBe(true);
    host.kill('SIGKILL');
    await expect.poll(() => lives(child), { timeout: 10_000 }).toBe(false);
  },
);
