import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { contract } from '#contract/index.ts';
import type { Desk } from '#contract/bridge.ts';
import { channels } from '#electron/ipc/channels.ts';
import { registerIpc, type Ipc } from '#electron/ipc/register.ts';
import { isTrusted, type Sender } from '#electron/security.ts';
import { openDesk } from '#ledger/desk.ts';
import { writerThread } from '#ledger/index.ts';

const home = 'app://risiti/';
const page = {};
const frame = { url: home, origin: 'app://risiti', parent: null };
const trusted: Sender = { sender: page, senderFrame: frame };

const badSenders: readonly Sender[] = [
  { sender: page, senderFrame: null },
  { sender: {}, senderFrame: frame },
  { sender: page, senderFrame: { ...frame, parent: frame } },
  { sender: page, senderFrame: { ...frame, url: 'about:blank', origin: 'null' } },
  { sender: page, senderFrame: { ...frame, url: '', origin: '' } },
  { sender: page, senderFrame: { ...frame, url: 'app://risiti.evil/', origin: 'app://risiti.evil' } },
  { sender: page, senderFrame: { ...frame, url: 'file:///risiti/', origin: 'file://' } },
  { sender: page, senderFrame: { ...frame, url: 'devtools://devtools/', origin: 'devtools://devtools' } },
];

const deep = (depth: number): unknown => (depth === 0 ? 0 : [deep(depth - 1)]);
const wrong = {
  id: 'one',
  sources: 5,
  filter: 7,
  sort: 7,
  offset: -1,
  limit: 1e9,
  language: 7,
  theme: 7,
  outcome: 7,
  verdict: 7,
  search: 7,
  account: 'x',
};

const texts = [
  '',
  ' ',
  'x',
  '1',
  '{}',
  '[]',
  'null',
  '\0',
  '\u{d800}',
  '__proto__',
  'constructor',
  '../..',
  'x'.repeat(10_000_000),
];
const plain = [
  undefined,
  null,
  true,
  false,
  0,
  -1,
  1.5,
  Number.NaN,
  Infinity,
  -Infinity,
  2 ** 53,
  10n,
  Symbol.iterator,
];
const lists = [
  [],
  [[]],
  [{}],
  [null],
  [1],
  ['book.summary'],
  deep(500),
  Array.from({ length: 10_000 }, () => 0),
  new Proxy([], {}),
];
const ids = [-1, 0, 1.5, 1e99, '1', null, [1], { id: 1 }];
const badSources = [
  [],
  [{}],
  [null],
  [{ token: '' }],
  [{ token: 'x'.repeat(65) }],
  [{ token: 1 }],
  [{ path: '/etc/passwd' }],
  [{ text: '' }],
  Array.from({ length: 201 }, () => ({ token: 'a' })),
  { length: 1, 0: { token: 'a' } },
];

/** None of these is the input of anything. */
const malformed: readonly unknown[] = [
  ...plain,
  ...texts,
  ...lists,
  wrong,
  ...ids.map((id) => ({ ...wrong, id })),
  ...badSources.map((source) => ({ ...wrong, sources: source })),
  JSON.parse('{"__proto__":{"id":1},"id":"x","language":1,"filter":1,"sources":1,"offset":"a","outcome":1}'),
];

type Handler = (event: Sender, ...words: unknown[]) => unknown;

/** Electron's side of the wiring: it keeps one handler a channel. */
function wire(desk: Desk) {
  const handlers = new Map<string, Handler>();
  const ipc: Ipc = { handle: (channel, handler) => void handlers.set(channel, handler) };
  registerIpc(
    ipc,
    desk,
    (event) => isTrusted(event, [page], home),
    async () => true,
  );
  return {
    handlers,
    send: async (event: Sender, channel: string, ...words: unknown[]) => handlers.get(channel)!(event, ...words),
  };
}

test('no bad sender reaches the desk, whatever it asks and on whatever channel', async () => {
  let entered = 0;
  const enter = () => {
    entered += 1;
    return Promise.reject(new Error('entered'));
  };
  const { handlers, send } = wire({ call: enter, offer: enter, made: enter, onEvent: () => enter });
  expect([...handlers.keys()].toSorted()).toEqual([channels.call, channels.offer, channels.save].toSorted());

  const answers = new Set<unknown>();
  for (const sender of badSenders) {
    for (const payload of malformed) {
      for (const name of Object.keys(contract)) answers.add(await send(sender, channels.call, name, payload));
      answers.add(await send(sender, channels.call, payload, payload));
      answers.add(await send(sender, channels.offer, payload));
    }
    answers.add(await send(sender, channels.offer, import.meta.filename));
  }
  expect(entered).toBe(0);
  expect([...answers].every((answer) => JSON.stringify(answer).includes('"code":"forbidden"'))).toBe(true);
  expect(malformed.length).toBeGreaterThanOrEqual(50);
});

test('malformed payloads from our own page are refused as data and change nothing', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-ipc-'));
  const logged: string[] = [];
  const { desk, close } = await openBook(folder, logged);
  const { send } = wire(desk);
  const before = await send(trusted, channels.call, 'book.summary', {});
  expect(before).toMatchObject({ ok: true });

  const wrongly: string[] = [];
  for (const name of Object.keys(contract)) {
    for (const payload of malformed) {
      const answer = await send(trusted, channels.call, name, payload);
      if (!JSON.stringify(answer).startsWith('{"ok":false,"code":"bad-request"'))
        wrongly.push(`${name}: ${inspect(payload).slice(0, 80)}`);
    }
  }
  for (const name of malformed) {
    const answer = await send(trusted, channels.call, name, {});
    if (!JSON.stringify(answer).startsWith('{"ok":false,"code":"bad-request"'))
      wrongly.push(`name ${inspect(name).slice(0, 80)}`);
  }
  for (const path of [...malformed, folder, join(folder, 'nothing'), '/dev/null', 'a\0b']) {
    const answer = await send(trusted, channels.offer, path);
    if (!JSON.stringify(answer).startsWith('{"ok":false,"code":"unknown-file"'))
      wrongly.push(`offer ${inspect(path).slice(0, 80)}: ${inspect(answer)}`);
  }
  expect(wrongly).toEqual([]);
  expect(logged).toEqual([]);
  expect(await send(trusted, channels.call, 'book.summary', {})).toEqual(before);
  expect(Object.keys(Object.prototype)).toEqual([]);
  await close();
});

test('a file that is there becomes a token under its own name', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-ipc-'));
  const { desk, close } = await openBook(folder, []);
  const { send } = wire(desk);
  expect(await send(trusted, channels.offer, import.meta.filename)).toMatchObject({
    ok: true,
    value: { name: 'ipc.test.ts' },
  });
  await close();
});

async function openBook(folder: string, logged: string[]) {
  const open = await openDesk(join(folder, 'shop.risiti'), {
    writer: writerThread,
    samples: null,
    log: (line) => logged.push(line),
  });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { desk: open.desk, close: () => open.close() };
}

test('only one line of the shell opens a channel', () => {
  const sources = readdirSync('electron', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const opening = sources.flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines
      .filter(
        (line) =>
          /\b(ipc|ipcMain)\s*\.\s*(handle|on|once|handleOnce|addListener)\b/.test(line) &&
          !/^\s*(\/\/|\*|\/\*\*)/.test(line),
      )
      .map(() => path);
  });
  expect(opening).toEqual([join('electron', 'ipc', 'register.ts')]);
});
