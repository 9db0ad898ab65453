import { readFileSync, existsSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { startHost } from '#cli/serve/host.ts';
import { contract } from '#contract/index.ts';
import { benchHost, enter, post, speak, statusOf } from './serve-bench.ts';

const call = '/call/book.summary';

test('the printed token opens the session once; the cookie keeps it', async () => {
  const { host, reached } = await benchHost();
  expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#t=[\w-]{43}$/);
  const token = new URL(host.url).hash.slice(3);

  expect((await fetch(`${host.origin}/`)).status).toBe(200);
  expect((await post(host, call, {})).status).toBe(401);
  for (const wrong of [
    {},
    { token: '' },
    { token: 1 },
    { token: [token] },
    { token: token.slice(1) },
    token,
    null,
    [token],
  ]) {
    expect((await post(host, '/session', wrong)).status).toBe(401);
  }

  const entered = await post(host, '/session', { token });
  const set = entered.headers.get('set-cookie') ?? '';
  expect(await entered.json()).toEqual({ ok: true, value: {} });
  expect(set).toMatch(/^risiti-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  const cookie = set.split(';')[0]!;
  expect(await (await post(host, call, { a: 1 }, { cookie })).json()).toEqual({
    ok: true,
    value: { name: 'book.summary' },
  });
  expect(reached).toEqual([{ name: 'book.summary', input: { a: 1 } }]);

  // A reload lives on the cookie; another browser gets a sentence instead of the page, and the token is spent.
  expect((await fetch(`${host.origin}/`, { headers: { cookie } })).status).toBe(200);
  expect((await post(host, '/session', { token }, { cookie })).status).toBe(200);
  expect((await post(host, '/session', { token })).status).toBe(401);
  const other = await fetch(`${host.origin}/`);
  expect([other.status, await other.text()]).toEqual([401, expect.stringContaining('risiti serve')]);
});

test('every question and command of the contract is a call', async () => {
  const { host, reached } = await benchHost();
  const cookie = await enter(host);
  const names = Object.keys(contract);
  for (const name of names) await post(host, `/call/${name}`, {}, { cookie });
  expect(reached.map(({ name }) => name)).toEqual(names);
});

test('a call that a browser sends twice reaches the desk once, and both get its answer', async () => {
  const { host, reached } = await benchHost();
  const cookie = await enter(host);
  const undo = (number: string) => post(host, '/call/history.undo', {}, { cookie, 'risiti-call': number });
  const replies = await Promise.all([undo('one'), undo('one'), undo('two')]);
  expect(await Promise.all(replies.map((reply) => reply.json()))).toEqual(
    Array.from({ length: 3 }, () => ({ ok: true, value: { name: 'history.undo' } })),
  );
  expect(reached).toHaveLength(2);
  await undo('one');
  expect(reached).toHaveLength(2);
});

test('the page is served with its types, and caching only where the name holds the digest', async () => {
  const { host } = await benchHost();
  const rows = await Promise.all(
    ['/', '/index.html', '/assets/app.js?v=1'].map(async (path) => {
      const { status, headers } = await fetch(host.origin + path);
      return [path, status, headers.get('content-type'), headers.get('cache-control')];
    }),
  );
  expect(rows).toEqual([
    ['/', 200, 'text/html; charset=utf-8', 'no-store'],
    ['/index.html', 200, 'text/html; charset=utf-8', 'no-store'],
    ['/assets/app.js?v=1', 200, 'text/javascript; charset=utf-8', 'private, max-age=31536000, immutable'],
  ]);
});

test('a file is streamed into a private folder under a number, offered by its own name, and gone after close', async () => {
  const { host, offered } = await benchHost();
  const cookie = await enter(host);
  const bytes = new Uint8Array(3_000_000).map((_, at) => at % 251);
  const name = '../../ärger & co\n.csv';
  const response = await fetch(`${host.origin}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { origin: host.origin, cookie, 'content-type': 'text/csv' },
    body: bytes,
  });
  expect(await response.json()).toEqual({ ok: true, value: { token: 'token-1', name, size: 0 } });
  const { path } = offered[0]!;
  expect(path).toMatch(/[/\\]risiti-[^/\\]+[/\\]1$/);
  expect(Buffer.compare(readFileSync(path), bytes)).toBe(0);
  // Windows keeps a user's temporary folder private by itself and knows no such modes.
  const modes = [dirname(path), path].map((at) => (statSync(at).mode & 0o777).toString(8));
  expect(modes).toEqual(process.platform === 'win32' ? modes : ['700', '600']);
  await host.close();
  expect(existsSync(dirname(path))).toBe(false);
});

test('pasted text may be longer than any other call', async () => {
  const { host } = await benchHost();
  const cookie = await enter(host);
  const text = 'x'.repeat(8_000_000);
  expect((await post(host, '/call/imports.preview', { sources: [{ text }] }, { cookie })).status).toBe(200);
  expect((await post(host, call, { text }, { cookie }).catch(() => ({ status: 413 }))).status).toBe(413);
});

test('events reach every open page and stop when it goes', async () => {
  const { host, emit, listeners } = await benchHost();
  const cookie = await enter(host);
  const pages = await Promise.all([1, 2].map(() => fetch(`${host.origin}/events`, { headers: { cookie } })));
  expect(pages.map(({ headers }) => headers.get('content-type'))).toEqual(['text/event-stream', 'text/event-stream']);
  emit({ kind: 'changed' });
  const heard = await Promise.all(
    pages.map(async ({ body }) => {
      let text = '';
      for await (const piece of body!.pipeThrough(new TextDecoderStream())) {
        text += piece;
        if (text.includes('data: ')) break;
      }
      return text;
    }),
  );
  expect(heard).toEqual(['retry: 1000\n\ndata: {"kind":"changed"}\n\n', 'retry: 1000\n\ndata: {"kind":"changed"}\n\n']);
  await host.close();
  expect(listeners.size).toBe(0);
});

test('a page that comes late hears first how far the work is', async () => {
  const { host, emit } = await benchHost();
  const cookie = await enter(host);
  emit({ kind: 'work', work: null });
  const { body } = await fetch(`${host.origin}/events`, { headers: { cookie } });
  const { value } = await body!.pipeThrough(new TextDecoderStream()).getReader().read();
  expect(value).toBe('retry: 1000\n\ndata: {"kind":"work","work":null}\n\n');
  await host.close();
});

test('no more than thirty-two pages listen at once', async () => {
  const { host } = await benchHost();
  const cookie = await enter(host);
  const open = () => fetch(`${host.origin}/events`, { headers: { cookie } });
  const first = await Promise.all(Array.from({ length: 32 }, open));
  expect(first.every(({ status }) => status === 200)).toBe(true);
  expect((await open()).status).toBe(503);
});

test('a mistake of ours is logged and told as such, without its words', async () => {
  const { host: working } = await benchHost();
  const logged: string[] = [];
  const desk = {
    call: () => Promise.reject(new Error('the inside')),
    offer: () => Promise.reject(new Error('the inside')),
    made: () => Promise.reject(new Error('the inside')),
    onEvent: () => () => undefined,
  };
  const host = await startHost({ desk, root: '/nowhere', port: 0, log: (line) => logged.push(line) });
  try {
    const response = await post(host, call, {}, { cookie: await enter(host) });
    expect([response.status, await response.json()]).toEqual([
      500,
      { ok: false, code: 'internal', message: 'Something went wrong.' },
    ]);
    expect(logged).toEqual([expect.stringContaining('the inside')]);
    await expect(
      startHost({ desk, root: '/nowhere', port: Number(new URL(working.origin).port), log: () => undefined }),
    ).rejects.toThrow('EADDRINUSE');
  } finally {
    await host.close();
  }
});

test('slow sockets are closed while two hundred of them disturb nobody', { timeout: 60_000 }, async () => {
  const { host } = await benchHost();
  const cookie = await enter(host);
  const port = Number(new URL(host.origin).port);
  /** The median of so many calls, in milliseconds. */
  const median = async (calls: number) => {
    const times: number[] = [];
    for (let at = 0; at < calls; at += 1) {
      const before = performance.now();
      expect((await post(host, call, { at }, { cookie })).status).toBe(200);
      times.push(performance.now() - before);
    }
    return times.toSorted((a, b) => a - b)[calls >> 1]!;
  };

  const alone = await median(500);
  const started = performance.now();
  const closings = Array.from(
    { length: 200 },
    (_, at) =>
      new Promise<number>((done) => {
        const half = at % 2 ? 'POST /call/book.summary HTTP/1.1\r\nHost: x' : '';
        const socket = connect(port, '127.0.0.1', () => socket.write(half));
        socket.on('error', () => undefined);
        socket.on('close', () => done(performance.now() - started));
        socket.resume();
      }),
  );
  const among = await median(500);
  // A ratio to the same machine in the same minute, with room for what else the machine does.
  expect(among).toBeLessThan(5 * alone + 5);
  expect(Math.max(...(await Promise.all(closings)))).toBeLessThan(15_000);
});

test('a body that stops coming is let go, and leaves no file', { timeout: 30_000 }, async () => {
  const { host, reached } = await benchHost();
  const cookie = await enter(host);
  const head = (path: string, type: string) =>
    `POST ${path} HTTP/1.1\r\nHost: ${new URL(host.origin).host}\r\nOrigin: ${host.origin}\r\nCookie: ${cookie}\r\nContent-Type: ${type}\r\nContent-Length: 100\r\n\r\n{`;
  const started = performance.now();
  const heard = await Promise.all([
    speak(host, head(call, 'application/json'), 25_000),
    speak(host, head('/files?name=a.csv', 'text/csv'), 25_000),
  ]);
  expect(heard.map(statusOf)).toEqual([0, 0]);
  expect(performance.now() - started).toBeLessThan(17_000);
  expect(reached).toEqual([]);
});

test.runIf(process.platform === 'linux')('only the loopback interface listens', async () => {
  const { host } = await benchHost();
  const port = Number(new URL(host.origin).port).toString(16).toUpperCase().padStart(4, '0');
  const listening = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[1]?.endsWith(`:${port}`) && columns[3] === '0A')
    .map((columns) => columns[1]);
  expect(listening).toEqual([`0100007F:${port}`]);
});
