import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockBook } from '#ledger/db/lock.ts';
import { LedgerError } from '#ledger/errors.ts';
import { folder } from '../shop.ts';

let dir: ReturnType<typeof folder>;
let path: string;
beforeEach(() => {
  dir = folder();
  path = join(dir.path, 'book.risiti');
});
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  dir.remove();
});

/** Another process that takes the lock, says so, and stays. */
async function holder() {
  const lock = join(import.meta.dirname, '../../../ledger/db/lock.ts');
  const program = `
    import { lockBook } from ${JSON.stringify(lock)};
    try { lockBook(process.argv[1]); console.log('held'); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.code); }`;
  const child = spawn('node', ['--input-type=module', '-e', program, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: join(import.meta.dirname, '../../..'),
  });
  children.push(child);
  const [said] = await once(child.stdout, 'data');
  return {
    said: String(said).trim(),
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const refused = () => {
  try {
    lockBook(path).release();
    return null;
  } catch (error) {
    return error instanceof LedgerError ? error.code : error;
  }
};

test('one process holds it, the next is refused, and a killed holder leaves it free', async () => {
  const first = await holder();
  expect(first.said).toBe('held');
  expect(refused()).toBe('book-in-use');
  const second = await holder();
  expect(second.said).toBe('book-in-use');
  await first.kill();
  expect(refused()).toBe(null);
});

test('this process cannot take it twice either, nor lose it by trying', async () => {
  const lock = lockBook(path);
  expect(refused()).toBe('book-in-use');
  const other = await holder();
  expect(other.said).toBe('book-in-use');
  lock.release();
  lock.release();
  expect(refused()).toBe(null);
});
