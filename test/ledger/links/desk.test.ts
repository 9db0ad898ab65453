import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Books } from '#ledger/index.ts';
import { simulated } from '#ledger/providers/simulators/registry.ts';
import { type Simulator, startSimulator } from '#ledger/providers/simulators/simulator.ts';
import { linkedShop, madeUp, message, payment, simulate, until } from './linked-shop.ts';

// Each book starts a thread of its own, and requests to a service are a second apart.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let shop: ReturnType<typeof linkedShop>;
let simulators: Simulator[];
beforeEach(() => {
  shop = linkedShop();
  simulators = [];
});
afterEach(async () => {
  await shop.remove();
  for (const simulator of simulators) await simulator.close();
});

async function start(...words: Parameters<typeof simulate>): Promise<Simulator> {
  const simulator = await simulate(...words);
  simulators.push(simulator);
  return simulator;
}

const first = { offset: 0, limit: 50 };
const payments = async (books: Books) =>
  (await books.ask('payments.page', { filter: {}, sort: { by: 'receipt', descending: false }, ...first })).rows;
const accountOf = async (books: Books) => (await books.ask('book.summary', {})).accounts[0]!.id;

const link = (
  books: Books,
  simulator: Simulator,
  account: number | null,
  service: keyof typeof madeUp = 'payment-app',
) =>
  books.ask('links.add', {
    service,
    label: 'The shop',
    account,
    baseUrl: simulator.url,
    simulated: true,
    credentials: madeUp[service],
  });

const told = [
  message('UC5AB12CD1', 500, 'INV-1'),
  message('UC5AB12CD2', 700, 'INV-2'),
  message('UC5AB12CD3', 900, 'INV-3'),
];

describe('what waits', () => {
  test('is looked up, confirmed, contradicted or left open, and every exchange can be read', async () => {
    const simulator = await start('payment-app', [
      payment(1, 'UC5AB12CD1', 500, 'INV-1'),
      payment(2, 'UC5AB12CD2', 650, 'INV-2'),
    ]);
    const books = await shop.open();
    await books.ask('imports.run', { sources: [{ text: told.join('\n') }] });
    await link(books, simulator, await accountOf(books));
    expect(await books.ask('lookups.start', { linkedAccount: null, payments: 'waiting' })).toEqual({
      added: 3,
      already: 0,
      impossible: 0,
    });
    await until(
      () => books.ask('lookups.page', first),
      ({ counts }) => counts.open === 0,
    );
    const found = await until(
      () => payments(books),
      (all) => all[2]?.exception !== null,
    );
    const standings = found.map(({ receipt, standing, exception }) => [receipt, standing, exception]);
    expect(standings).toEqual([
      ['UC5AB12CD1', 'confirmed', null],
      ['UC5AB12CD2', 'disputed', 'lookup-conflict'],
      ['UC5AB12CD3', 'seen', 'lookup-inconclusive'],
    ]);
    const { rows } = await books.ask('lookups.page', { ...first, state: 'done' });
    expect(rows.map(({ outcome }) => outcome?.verdict)).toEqual(['inconclusive', 'conflicting', 'confirmed']);
    const { exchanges } = await books.ask('lookups.one', { id: rows[2]!.id });
    expect(exchanges).toEqual([
      expect.objectContaining({ status: 200, requestHeaders: expect.objectContaining({ authorization: '[removed]' }) }),
    ]);
    for (const file of [shop.path, `${shop.path}-wal`])
      expect(readFileSync(file, 'latin1')).not.toContain('made-up-token');
    expect(shop.logged).toEqual([]);
    const story = await books.ask('payments.story', { id: (await payments(books))[0]!.id });
    expect(story.witnesses.map(({ source }) => source)).toEqual(['lookup', 'sms']);
  });

  test('waits for the network, survives a restart, and is asked when somebody answers again', async () => {
    const gone = await simulate('payment-app', []);
    await gone.close();
    const books = await shop.open();
    await books.ask('imports.run', { sources: [{ text: told[0]! }] });
    await link(books, gone, await accountOf(books));
    await books.ask('lookups.start', { linkedAccount: null, payments: 'waiting' });
    await until(
      () => books.ask('lookups.page', first),
      ({ counts }) => counts.offline === 1,
    );
    await books.close();
    simulators.push(
      await startSimulator({
        service: simulated['payment-app'],
        port: gone.port,
        payments: [payment(1, 'UC5AB12CD1', 500, 'INV-1')],
      }),
    );
    const again = await shop.open();
    await again.ask('lookups.wake', {});
    await until(
      () => again.ask('lookups.page', first),
      ({ counts }) => counts.done === 1,
    );
    const settled = await until(
      () => payments(again),
      ([one]) => one?.standing !== 'seen',
    );
    expect(settled.map(({ receipt, standing }) => [receipt, standing])).toEqual([['UC5AB12CD1', 'confirmed']]);
  });

  test('is asked about by itself only where the owner says so', async () => {
    const simulator = await start('payment-app', [payment(1, 'UC5AB12CD1', 500, 'INV-1')]);
    const books = await shop.open();
    await books.ask('imports.run', { sources: [{ text: told[0]! }] });
    const { id } = await link(books, simulator, await accountOf(books));
    await new Promise((resume) => setTimeout(resume, 1_500));
    expect(simulator.requests.length).toBe(0);
    await books.ask('links.set', { linkedAccount: id, automatic: true });
    await until(
      () => payments(books),
      ([one]) => one?.standing === 'confirmed',
    );
  });
});

describe('notices', () => {
  const notice = {
    ResponseCode: 0,
    ResponseDescription: 'Success. Request accepted for processing',
    MerchantRequestID: 'M-1',
    CheckoutRequestID: 'C-1',
    TransactionID: 'SOFTPID1',
    TransactionAmount: 500,
    TransactionReceipt: 'UC5AB12CD1',
    TransactionDate: '20260305143300',
    TransactionReference: 'INV-1',
    Msisdn: '254722000111',
  };
  // No connection is kept: the receiver that it leads to is closed and opened again.
  const send = (url: string, body: unknown) =>
    fetch(url, { method: 'POST', headers: { connection: 'close' }, body: JSON.stringify(body) });

  test('are seen, then confirmed by a lookup; sent twice they are one; forged ones never are', async () => {
    const simulator = await start('pesaflux', [{ ...payment(1, 'UC5AB12CD1', 500, 'INV-1'), id: 'SOFTPID1' }]);
    const books = await shop.open();
    await books.ask('imports.run', { sources: [{ text: told[0]! }] });
    const { id } = await link(books, simulator, await accountOf(books), 'pesaflux');
    const { path } = await books.ask('receiver.path', { linkedAccount: id });
    expect(await books.ask('receiver.state', {})).toMatchObject({
      running: false,
      entrances: [{ linkedAccount: id, open: true }],
    });
    const { port } = await books.ask('receiver.start', { port: 0 });
    const url = `http://127.0.0.1:${port}${path}`;
    const forged = {
      ...notice,
      TransactionID: 'SOFTPID999',
      TransactionReceipt: 'UC5AB12CD9',
      TransactionAmount: 90_000,
    };
    for (const body of [notice, notice, forged]) expect((await send(url, body)).status).toBe(200);
    const { rows, total } = await until(
      () => books.ask('callbacks.page', first),
      (page) => page.rows.every(({ verdict }) => verdict !== null && verdict !== 'waiting'),
    );
    expect([total, rows.map(({ verdict }) => verdict)]).toEqual([2, ['inconclusive', 'confirmed']]);
    const found = await payments(books);
    expect(found.map(({ receipt, standing }) => [receipt, standing])).toEqual([
      ['UC5AB12CD1', 'confirmed'],
      ['UC5AB12CD9', 'seen'],
    ]);
    await books.close();
    const again = await shop.open();
    const state = await until(
      () => again.ask('receiver.state', {}),
      ({ running }) => running,
    );
    expect(state.port).toBe(port);
    expect((await send(url, notice)).status).toBe(200);
    expect((await again.ask('callbacks.page', first)).total).toBe(2);
    await again.ask('receiver.path', { linkedAccount: id });
    expect((await send(url, notice)).status).toBe(404);
    expect(await again.ask('receiver.stop', {})).toMatchObject({ running: false, port: null });
  });
});

describe('orders', () => {
  const press = (id: string, linkedAccount: number, shillings = 400) => ({
    id,
    linkedAccount,
    move: 'request-payment' as const,
    input: { phone: '0722000111', amount: shillings * 100, reference: 'INV-9', description: '' },
    confirmed: null,
  });
  const one = '6b1de0f4-6a3c-4d6e-9a55-1c8a53c0a001';

  test('are off until the owner switches them on, go out once a press, and settle by their lookup', async () => {
    const simulator = await start('payment-app');
    const books = await shop.open();
    await books.ask('imports.run', { sources: [{ text: told[0]! }] });
    const { id } = await link(books, simulator, await accountOf(books));
    expect(await books.ask('moves.press', press(one, id))).toEqual({ ok: false, declined: 'not-enabled' });
    await books.ask('links.set', { linkedAccount: id, enabled: ['request-payment'] });
    const presses = await Promise.all([1, 2, 3].map(() => books.ask('moves.press', press(one, id))));
    expect(presses.every(({ ok }) => ok)).toBe(true);
    expect(simulator.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    const { move, lookups, exchanges } = await until(
      () => books.ask('moves.one', { id: one }),
      (found) => found.move.state === 'completed',
    );
    expect([move.amount, lookups.length, exchanges.length]).toEqual([40_000, 1, 1]);
    const [paid] = await until(
      async () => (await payments(books)).filter(({ receipt }) => receipt === move.receipt),
      (found) => found.length === 1,
    );
    expect(paid).toMatchObject({ standing: 'confirmed', amount: 40_000, direction: 'in' });
    expect((await books.ask('moves.page', first)).rows).toMatchObject([{ payment: paid?.id }]);
    // What was requested is expected, and matched to what came without anybody saying so.
    const { rows } = await books.ask('sales.page', first);
    expect(rows).toMatchObject([
      { kind: 'sale', amount: 40_000, reference: 'INV-9', receipt: move.receipt, state: 'paid' },
    ]);
  });

  test('that was cancelled is expected no more', async () => {
    const simulator = await start('pesaflux');
    const books = await shop.open();
    await books.ask('imports.run', { sources: [{ text: told[0]! }] });
    const { id } = await link(books, simulator, await accountOf(books), 'pesaflux');
    await books.ask('links.set', { linkedAccount: id, enabled: ['request-payment'] });
    // The simulated customer turns down whoever asks for 1032 shillings.
    await books.ask('moves.press', press(one, id, 1032));
    expect((await books.ask('sales.page', first)).rows).toMatchObject([{ amount: 103_200, state: 'open' }]);
    const { lookups } = await until(
      () => books.ask('moves.one', { id: one }),
      (found) => found.move.state === 'cancelled',
    );
    expect(lookups[0]?.answer).toMatchObject({ code: '1032', means: 'cancelled-on-phone' });
    expect((await books.ask('sales.page', first)).rows).toEqual([]);
  });

  test('is found by the notice about it, before any answer', async () => {
    const simulator = await start('pexmon');
    const books = await shop.open();
    await books.ask('imports.run', { sources: [{ text: told[0]! }] });
    const { id } = await link(books, simulator, await accountOf(books), 'pexmon');
    await books.ask('links.set', { linkedAccount: id, enabled: ['request-payment'] });
    await books.ask('moves.press', press(one, id));
    const { move } = await books.ask('moves.one', { id: one });
    const { path } = await books.ask('receiver.path', { linkedAccount: id });
    const { port } = await books.ask('receiver.start', { port: 0 });
    const items = { Amount: 400, MpesaReceiptNumber: 'UC5AB12CD7', PhoneNumber: 254722000111 };
    const result = {
      CheckoutRequestID: move.ids['checkout-id'],
      ResultCode: 0,
      ResultDesc: 'Fine',
      CallbackMetadata: { Item: Object.entries(items).map(([Name, Value]) => ({ Name, Value })) },
    };
    const body = JSON.stringify({ Body: { stkCallback: result } });
    const headers = { connection: 'close' };
    expect((await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body })).status).toBe(200);
    const { rows } = await until(
      () => books.ask('sales.page', first),
      (page) => page.rows[0]?.match !== null,
    );
    expect(rows).toMatchObject([{ receipt: 'UC5AB12CD7' }]);
    // Its service tells no amount when it is asked: the payment stays seen until a statement shows it.
    expect((await payments(books)).find(({ receipt }) => receipt === 'UC5AB12CD7')?.standing).toBe('seen');
  });
});

describe('lists', () => {
  test('are pulled to the last page, from a day on, without duplicates', async () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      payment(at + 1, `UC5AB1${String(at).padStart(4, '0')}`, 100 + at, `INV-${at}`),
    );
    const simulator = await start('payment-app', many);
    const books = await shop.open();
    await books.ask('imports.run', { sources: [{ text: told[0]! }] });
    const { id } = await link(books, simulator, await accountOf(books));
    const done = await books.ask('pulls.start', { linkedAccount: id, which: 'list', since: '2026-03-01' });
    expect(done).toEqual({ failure: null, pages: 3, read: 40, stored: 40, duplicate: 0, skipped: 0 });
    expect(await books.ask('pulls.start', { linkedAccount: id, which: 'list', since: null })).toMatchObject({
      stored: 0,
      duplicate: 40,
    });
    expect(await books.ask('pulls.start', { linkedAccount: id, which: 'list', since: '2026-03-06' })).toMatchObject({
      read: 0,
    });
    expect(await payments(books)).toHaveLength(41);
  });
});

describe('a link', () => {
  test('is tested, asked, changed and taken away', async () => {
    const simulator = await start('payment-app', [payment(1, 'UC5AB12CD1', 500, 'INV-1')]);
    const books = await shop.open();
    const { id, ...made } = await link(books, simulator, null);
    expect(made).toMatchObject({ secrets: 'memory', enabled: [], automatic: false, label: 'The shop' });
    expect(await books.ask('links.test', { linkedAccount: id })).toMatchObject({ failure: null });
    expect(await books.ask('links.ask', { linkedAccount: id, question: 'instructions', value: '1' })).toMatchObject({
      failure: null,
      answer: { text: expect.any(String) },
    });
    await expect(books.ask('links.ask', { linkedAccount: id, question: 'sms-balance' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(
      await books.ask('links.set', { linkedAccount: id, label: 'Other', enabled: ['send-sms', 'send-money'] }),
    ).toMatchObject({ label: 'Other', enabled: ['send-money'] });
    await books.ask('links.remove', { linkedAccount: id });
    expect((await books.ask('links.list', {})).links).toEqual([]);
    await expect(books.ask('links.test', { linkedAccount: id })).rejects.toMatchObject({ code: 'not-found' });
  });

  test.each([
    ['an address over plain HTTP', { simulated: false, baseUrl: 'http://pay.shop.example' }],
    ['a simulator elsewhere', { simulated: true, baseUrl: 'http://pay.shop.example' }],
    ['no address', { simulated: false, baseUrl: null }],
    ['a missing secret', { credentials: { app_id: '7', environment: 'sandbox' } }],
    ['a field that nobody asked for', { credentials: { ...madeUp['payment-app'], more: 'x' } }],
  ])('is refused with %s, and nothing of it is repeated', async (_, wrong) => {
    const books = await shop.open();
    const input = {
      service: 'payment-app' as const,
      label: 'L',
      account: null,
      baseUrl: 'https://pay.shop.example',
      simulated: false,
      credentials: madeUp['payment-app'],
      ...wrong,
    };
    const refused = await books.ask('links.add', input).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'bad-credentials' });
    expect(String(refused)).not.toContain('made-up');
  });
});
