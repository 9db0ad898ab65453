import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';

/** A `risiti serve` of its own process; the first may have to build the page. */
function serve(...words: string[]) {
  const child = spawn(process.execPath, ['cli/main.ts', 'serve', '--no-open', ...words], {
    stdio: 'pipe',
    env: { ...process.env, XDG_DATA_HOME: tmpdir() },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let complained = '';
  child.stderr.on('data', (piece) => (complained += String(piece)));
  return { child, complaint: () => complained };
}

async function addressOf({ stdout }: ChildProcess): Promise<URL> {
  for await (const line of createInterface({ input: stdout! })) return new URL(line);
  throw new Error('risiti serve ended before it printed its address');
}

async function codeOf(child: ChildProcess): Promise<unknown> {
  if (child.exitCode === null) await once(child, 'exit');
  return child.exitCode;
}

function newBook(): string {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-serve-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'shop.risiti');
}

test('serves a real book until it is told to stop, and lets nobody else write it', { timeout: 90_000 }, async () => {
  const book = newBook();
  const first = serve('--book', book);
  const { origin, hash } = await addressOf(first.child);
  const headers = { origin, 'content-type': 'application/json' };
  const session = await fetch(`${origin}/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token: hash.slice(3) }),
  });
  const cookie = session.headers.get('set-cookie')!.split(';')[0]!;
  const ask = (name: string, input: unknown) =>
    fetch(`${origin}/call/${name}`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify(input),
    }).then((response) => response.json());

  expect(await ask('book.summary', {})).toMatchObject({ ok: true, value: { name: expect.any(String), empty: true } });
  expect(await ask('book.summary', { a: 1 })).toMatchObject({ ok: false, code: 'bad-request' });
  expect(await ask('book.burn', {})).toMatchObject({ ok: false, code: 'bad-request' });

  const events = await fetch(`${origin}/events`, { headers: { cookie } });
  const heard = events.body!.pipeThrough(new TextDecoderStream()).getReader();
  await heard.read();
  const statement = 'Receipt No.,Completion Time\n';
  const offered = await fetch(`${origin}/files?name=week.csv`, {
    method: 'POST',
    headers: { origin, cookie },
    body: statement,
  });
  expect(await offered.json()).toMatchObject({ ok: true, value: { name: 'week.csv', size: statement.length } });
  expect(await ask('settings.write', { language: 'sw', theme: 'dark', density: 'roomy' })).toMatchObject({ ok: true });
  await expect.poll(async () => (await heard.read()).value).toContain('data: {"kind":"changed"}');

  const second = serve('--book', book);
  expect(await codeOf(second.child)).toBe(2);
  expect(second.complaint()).toMatch(/risiti serve: .+/);

  first.child.kill('SIGTERM');
  expect(await codeOf(first.child)).toBe(0);
  const third = serve('--book', book);
  await addressOf(third.child);
  third.child.kill('SIGINT');
  third.child.kill('SIGINT');
  expect(await codeOf(third.child)).toBe(0);
});

test.each([
  [['--port', 'eighty'], '--port takes a number'],
  [['--port', '99999'], 'Port 99999 cannot be used'],
  [['--port'], '--port'],
  [['--colour', 'red'], '--colour'],
  [['shop.risiti'], 'shop.risiti'],
  [['--book', ''], '--book'],
])('%j is refused with a word about it', { timeout: 60_000 }, async (words, said) => {
  const { child, complaint } = serve('--book', newBook(), ...words);
  expect(await codeOf(child)).toBe(2);
  expect(complaint()).toContain(said);
});
