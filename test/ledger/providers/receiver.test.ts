import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { makeLookups, newLookup } from '#ledger/providers/lookups.ts';
import { pesaflux } from '#ledger/providers/pesaflux.ts';
import { darajaPlatform } from '#ledger/providers/daraja-platform.ts';
import {
  digestOf,
  newSecret,
  openReceiver,
  pathOf,
  type ReceivedCallback,
  type Receiver,
} from '#ledger/providers/receiver.ts';
import type { Link } from '#ledger/providers/provider.ts';
import { simulated } from '#ledger/providers/simulators/registry.ts';
import type { SimPayment } from '#ledger/providers/simulators/sim-service.ts';
import { startSimulator } from '#ledger/providers/simulators/simulator.ts';
import { openStores } from './stores.ts';
import { makeWorld } from './world.ts';

const notice = {
  ResponseCode: 0,
  ResponseDescription: 'Success. Request accepted for processing',
  MerchantRequestID: '1f2e-4a6b',
  CheckoutRequestID: 'ws_CO_1',
  TransactionID: 'SOFTPID1',
  TransactionAmount: 45,
  TransactionReceipt: 'UC17KD02ZZ',
  TransactionDate: '20260301091502',
  TransactionReference: '1000044',
  Msisdn: '254700111222',
};

const secrets = [newSecret(), newSecret()];
const entrances = [
  { linkedAccount: 1, digest: digestOf(secrets[0]!), callback: pesaflux.callback! },
  { linkedAccount: 2, digest: digestOf(secrets[1]!), callback: darajaPlatform.callback! },
];

let open: Receiver | null = null;
afterEach(async () => {
  await open?.close();
  open = null;
});

async function receiving(store: (callback: ReceivedCallback) => Promise<'stored' | 'duplicate'>) {
  open = await openReceiver({ entrances, port: 0, store });
  return open;
}

const urlOf = (receiver: Receiver, account = 1) => `http://127.0.0.1:${receiver.port}${pathOf(secrets[account - 1]!)}`;
const send = (url: string, body: unknown, method = 'POST') =>
  fetch(url, {
    method,
    ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
  });

test('a notice is answered once it is stored, with the words of its document', async () => {
  const stored: ReceivedCallback[] = [];
  const receiver = await receiving((callback) => {
    stored.push(callback);
    return Promise.resolve('stored');
  });
  const answer = await send(urlOf(receiver), notice);
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'success', message: 'Webhook processed' }]);
  expect(stored).toMatchObject([{ linkedAccount: 1, values: { state: 'completed', receipt: 'UC17KD02ZZ' } }]);
  expect(JSON.parse(stored[0]!.body)).toEqual(notice);
});

test('a payment to a paybill is acknowledged as Safaricom wants it', async () => {
  const receiver = await receiving(() => Promise.resolve('stored'));
  const body = {
    TransactionType: 'Pay Bill',
    TransID: 'UC17KD04ZZ',
    TransAmount: '2750.00',
    BusinessShortCode: '600999',
    BillRefNumber: 'shop-12',
    MSISDN: '254700111222',
    FirstName: 'Achieng',
  };
  const answer = await send(urlOf(receiver, 2), body);
  expect([answer.status, await answer.json()]).toEqual([200, { ResultCode: 0, ResultDesc: 'Accepted' }]);
});

test('a notice that could not be stored is to be sent again', async () => {
  const receiver = await receiving(() => Promise.reject(new Error('disk full of secrets')));
  const answer = await send(urlOf(receiver), notice);
  expect([answer.status, await answer.text()]).toEqual([500, '']);
});

test('the same notice has the same digest, however it is written; another account’s has not', async () => {
  const digests: string[] = [];
  const receiver = await receiving(({ digest }) => {
    digests.push(digest);
    return Promise.resolve('stored');
  });
  await send(urlOf(receiver), notice);
  await send(urlOf(receiver), JSON.stringify(Object.fromEntries(Object.entries(notice).toReversed()), null, 2));
  await send(urlOf(receiver), { ...notice, TransactionAmount: 46 });
  expect(digests[0]).toBe(digests[1]);
  expect(digests[2]).not.toBe(digests[0]);
});

test.each<[string, (receiver: Receiver) => Promise<Response>, number]>([
  ['no path', (receiver) => send(`http://127.0.0.1:${receiver.port}/`, notice), 404],
  ['a guessed path', (receiver) => send(`http://127.0.0.1:${receiver.port}/callback/${newSecret()}`, notice), 404],
  ['the path and more', (receiver) => send(`${urlOf(receiver)}/x`, notice), 404],
  ['the path with a question', (receiver) => send(`${urlOf(receiver)}?x=1`, notice), 404],
  ['GET', (receiver) => send(urlOf(receiver), '', 'GET'), 405],
  ['no JSON', (receiver) => send(urlOf(receiver), 'TransactionID=1'), 400],
  ['another service’s notice', (receiver) => send(urlOf(receiver), { Body: {} }), 400],
  ['two readings', (receiver) => send(urlOf(receiver), '{"TransactionID":1,"TransactionID":2}'), 400],
  ['depth', (receiver) => send(urlOf(receiver), '['.repeat(10_000)), 400],
  ['a body of 64 KB and one', (receiver) => send(urlOf(receiver), `"${'x'.repeat(65_536)}"`), 413],
])('turns away %s, and stores nothing', async (_, attack, status) => {
  let stored = 0;
  const receiver = await receiving(() => {
    stored += 1;
    return Promise.resolve('stored');
  });
  // A body that is too large may be cut off before it is all sent.
  const answer = await attack(receiver).catch(() => ({ status }));
  expect([answer.status, stored]).toEqual([status, 0]);
});

test('listens on the loopback address only, and keeps its paths long and apart', async () => {
  const receiver = await receiving(() => Promise.resolve('stored'));
  expect(pathOf(secrets[0]!)).toMatch(/^\/callback\/[\w-]{43}$/);
  expect(secrets[0]).not.toBe(secrets[1]);
  const elsewhere = new Promise<string>((resolve) => {
    const socket = connect(receiver.port, '127.0.0.2');
    socket.once('connect', () => resolve('connected'));
    socket.once('error', () => resolve('refused'));
  });
  expect(await elsewhere).toBe('refused');
});

/** A post over one of a few kept connections; resolves with the status, or 0 where the connection broke. */
const post = (url: string, body: string): Promise<number> =>
  new Promise((resolve) => {
    const outgoing = request(url, { method: 'POST' }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode ?? 0));
      answer.once('error', () => resolve(0));
    });
    outgoing.once('error', () => resolve(0));
    outgoing.end(body);
  });

const payment = (i: number): SimPayment => ({
  id: `SOFTPID${i}`,
  amount: String(100 + i),
  receipt: `UC1${String(i).padStart(7, '0')}`,
  reference: `INV-${i}`,
  phone: '254700111222',
  party: 'A',
  at: '2026-03-01T09:15:02',
  status: 'completed',
});

const noticeOf = ({ id, amount, receipt, reference }: SimPayment, change: object = {}) =>
  JSON.stringify({
    ...notice,
    TransactionID: id,
    TransactionAmount: Number(amount),
    TransactionReceipt: receipt,
    TransactionReference: reference,
    ...change,
  });

const DELIVERIES = 10_000;

test(
  'ten thousand deliveries with kills in between: what is stored is the model, nothing forged is confirmed',
  {
    timeout: 180_000,
  },
  async () => {
    const stores = openStores(':memory:');
    const keep = stores.db.prepare(
      'INSERT INTO callback (digest, value) VALUES (@digest, @value) ON CONFLICT DO NOTHING',
    );
    const real = Array.from({ length: 40 }, (_, i) => payment(i));
    // 30 % come twice, 10 % are forged (payments nobody made), 5 % conflict with what the service says; all reordered.
    const model = new Set<string>();
    const genuine = Array.from({ length: DELIVERIES }, (_, i) => {
      const one = i % 10 === 0 ? payment(1_000 + i) : payment(i % 40);
      const body =
        i % 20 === 7 ? noticeOf(one, { TransactionAmount: 9 }) : noticeOf(one, { MerchantRequestID: `m${i % 7_000}` });
      model.add(body);
      return { body, order: (i * 7_919) % DELIVERIES };
    });
    const deliveries = genuine.toSorted((a, b) => a.order - b.order).map(({ body }) => body);
    let touches = 0;
    const store = ({ digest, body }: ReceivedCallback): Promise<'stored' | 'duplicate'> => {
      touches += 1;
      // Twenty times it dies: before the write or after it, and the service never hears 200.
      if (touches % 1_000 === 0) return Promise.reject(new Error('killed before'));
      const { changes } = keep.run({ digest, value: body });
      if (touches % 1_000 === 500) return Promise.reject(new Error('killed after'));
      return Promise.resolve(changes === 1 ? 'stored' : 'duplicate');
    };

    let receiver = await openReceiver({ entrances, port: 0, store });
    for (let from = 0; from < deliveries.length; from += 500) {
      // A new process on a new port each time.
      await receiver.close();
      receiver = await openReceiver({ entrances, port: 0, store });
      const url = urlOf(receiver);
      const queue = deliveries.slice(from, from + 500);
      const worker = async () => {
        for (let body = queue.pop(); body !== undefined; body = queue.pop()) {
          const status = await post(url, body);
          if (status !== 200) queue.unshift(body);
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
    }
    await receiver.close();
    const kept = stores.db.prepare<[], { value: string }>('SELECT value FROM callback').all();
    expect(new Set(kept.map(({ value }) => value))).toEqual(model);
    expect(kept.length).toBe(model.size);
    expect(touches).toBeGreaterThan(DELIVERIES);

    // Every payment that a notice told of is looked up once: only what the service itself says is confirmed.
    const simulator = await startSimulator({ service: simulated.pesaflux, payments: real });
    const world = makeWorld();
    const link: Link = {
      id: 1,
      baseUrl: simulator.url,
      simulated: true,
      credentials: { api_key: 'made-up', email: 'shop@owner.example' },
    };
    const linkOf = () => ({ provider: pesaflux, link });
    const lookups = await makeLookups({
      store: stores.lookups,
      ask: world.ask,
      now: world.now,
      linkOf,
      onAnswered: () => Promise.resolve(),
    });
    const told = kept.map(({ value }) => pesaflux.callback!.read(JSON.parse(value))!);
    const some = told.filter(({ ids }) => Number(ids['request-id']?.replace('SOFTPID', '')) < 1_300);
    let added = 0;
    for (const [i, { ids, amount, receipt, reference }] of some.entries()) {
      const id = ids['request-id'] ?? '';
      const expected = { amount: amount ?? 0, receipt, reference, seen: true };
      const about = { kind: 'payment', id: `${id} ${amount}` } as const;
      const key = { by: 'request-id', value: id } as const;
      if (await lookups.enqueue(newLookup({ id: String(i), linkedAccount: 1, about, key, expected }, world.now())))
        added += 1;
    }
    await lookups.run();
    const verdicts = stores.all().map(({ key, expected, outcome }) => {
      const known = real.find(({ id }) => id === key.value);
      const same = known !== undefined && Number(known.amount) * 100 === expected.amount;
      return `${known ? (same ? 'true' : 'altered') : 'forged'}: ${outcome?.verdict}`;
    });
    expect(added).toBeGreaterThan(60);
    expect(new Set(verdicts)).toEqual(new Set(['true: confirmed', 'altered: conflicting', 'forged: inconclusive']));
    expect(simulator.requests.length).toBe(added);
    await simulator.close();
    stores.close();
  },
);
