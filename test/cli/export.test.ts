import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { startHost } from '#cli/serve/host.ts';
import type { Desk } from '#contract/bridge.ts';
import { ownFolder, risiti, sample } from './run.ts';
import { enter } from './serve-bench.ts';

const inFolder = ownFolder();
// Each test starts real programs on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test('the terminal writes what it is asked for, and over no file that is there', async () => {
  const book = inFolder('shop.risiti');
  const out = inFolder('till.csv');
  await risiti(['import', sample('till-statement.csv'), '--book', book]);
  const words = ['export', 'xero', '--account', '5083127', '--out', out, '--book', book];
  const done = await risiti([...words, '--json']);
  expect(done).toMatchObject({ code: 0, stderr: '' });
  const lines = readFileSync(out, 'utf8').trimEnd().split('\r\n');
  expect(JSON.parse(done.stdout)).toEqual({ rows: lines.length - 1, files: [out] });
  expect(lines[0]).toBe('*Date,*Amount,Payee,Description,Reference,Check Number');
  expect(lines.length).toBeGreaterThan(100);
  const again = await risiti(words);
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is there already')]);
});

test.each([
  [['export', 'xero'], '--out'],
  [['export', 'word', '--out', 'x'], 'format'],
  [['export', 'csv', '--from', 'monday', '--out', 'x'], 'from'],
  [['export', 'csv', '--account', '999', '--out', 'x'], 'no account'],
  [['export', 'xero', '--what', 'movements', '--out', 'x'], 'payments only'],
])('%j is wrong use and says why', async (words, says) => {
  const { code, stderr } = await risiti([...words, '--book', inFolder('empty.risiti')]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
});

test('a browser fetches what was made by its token, as a file and never as a page, and only in the session', async () => {
  const path = inFolder('made');
  writeFileSync(path, '<script>1</script>');
  const unknown = { ok: false, code: 'unknown-file', message: '' } as const;
  const desk: Desk = {
    call: async () => unknown,
    offer: async () => unknown,
    made: async (token) => (token === 'made-1' ? { ok: true, value: { path, name: 'päyments".csv' } } : unknown),
    onEvent: () => () => undefined,
  };
  const host = await startHost({ desk, root: inFolder('no-page'), port: 0, log: () => undefined });
  try {
    const cookie = await enter(host);
    const get = (place: string, headers = {}) => fetch(`${host.origin}${place}`, { headers });
    const file = await get('/downloads/made-1', { cookie });
    expect([file.status, await file.text()]).toEqual([200, '<script>1</script>']);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''p%C3%A4yments%22.csv");
    expect(file.headers.get('cache-control')).toBe('no-store');
    const others = ['/downloads/', '/downloads/made-2', '/downloads/../made-1', '/downloads/%2e%2e%2fmade'];
    expect(await Promise.all(others.map(async (place) => (await get(place, { cookie })).status))).toEqual(
      others.map(() => 404),
    );
    expect((await get('/downloads/made-1')).status).toBe(401);
  } finally {
    await host.close();
  }
  expect(existsSync(path)).toBe(true);
});
