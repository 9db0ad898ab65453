import { describe, expect, test } from 'vitest';
import type { MoveRecord } from '#contract/move.ts';
import type { Acceptance, ProviderAnswer } from '#contract/provider-answer.ts';
import type { Move } from '#contract/provider.ts';
import { silent } from '#ledger/providers/answers.ts';
import type { Asked } from '#ledger/providers/ask.ts';
import { lookupKeysFor, makeMoneyMoves, type Press, type RequestStore } from '#ledger/providers/money-moves.ts';
import { isSettled, sent, settle } from '#ledger/providers/move-steps.ts';
import type { Link } from '#ledger/providers/provider.ts';
import { providers } from '#ledger/providers/registry.ts';
import { simulated } from '#ledger/providers/simulators/registry.ts';
import type { SimPayment } from '#ledger/providers/simulators/sim-service.ts';
import { startSimulator } from '#ledger/providers/simulators/simulator.ts';
import { openStores } from './stores.ts';
import { makeWorld } from './world.ts';

const input = { phone: '0700111222', amount: 25_000, reference: 'INV-7', description: '' };
const record: MoveRecord = {
  id: '00000000-0000-4000-8000-000000000001',
  linkedAccount: 1,
  service: 'payment-app',
  move: 'request-payment',
  input: JSON.stringify(input),
  amount: 25_000,
  state: 'sending',
  reason: null,
  failure: null,
  ids: {},
  receipt: null,
  pressedAt: '2026-03-01T09:00:00+03:00',
  settledAt: null,
};
const NOW = '2026-03-01T09:00:05+03:00';

const failed = (failure: Exclude<MoveRecord['failure'], null>, left = true): Asked<Acceptance> => ({
  ok: false,
  failure,
  sent: left,
  retryAt: null,
  exchanges: [],
});
const heard = (accepted: boolean): Asked<Acceptance> => ({
  ok: true,
  value: { accepted, code: '0', reason: null, ids: { 'checkout-id': 'C1' } },
  exchanges: [],
});

test.each([
  ['taken', heard(true), 'accepted'],
  ['refused in words', heard(false), 'refused'],
  ['never left', failed('unreachable', false), 'not-sent'],
  ['turned away at the certificate', failed('bad-certificate', false), 'not-sent'],
  ['400', failed('bad-request'), 'refused'],
  ['401', failed('unauthorised'), 'refused'],
  ['403', failed('forbidden'), 'refused'],
  ['404', failed('not-found'), 'refused'],
  ['409, which may mean that it was done before', failed('conflict'), 'unknown'],
  ['422', failed('invalid'), 'refused'],
  ['429', failed('rate-limited'), 'refused'],
  ['500', failed('server-error'), 'unknown'],
  ['no answer in time', failed('timeout'), 'unknown'],
  ['cut off', failed('reset'), 'unknown'],
  ['redirected', failed('redirected'), 'unknown'],
  ['a page', failed('not-json'), 'unknown'],
  ['too much', failed('too-large'), 'unknown'],
  ['an answer of no known shape', failed('undocumented-answer'), 'unknown'],
])('an order that was %s is left as it is known', (_, asked, state) => {
  const after = sent(record, asked, NOW);
  expect(after.state).toBe(state);
  expect(after.settledAt).toBe(isSettled(after) ? NOW : null);
});

const told: ProviderAnswer = { ...silent, state: 'completed', amount: 25_000, receipt: 'UC17KD07ZZ' };

test.each([
  ['a completion with the amount', {}, 'completed'],
  ['a completion of another amount', { amount: 25_001 }, 'unknown'],
  ['a completion without an amount', { amount: null }, 'unknown'],
  ['a cancellation', { state: 'cancelled', amount: null }, 'cancelled'],
  ['an expiry', { state: 'expired' }, 'expired'],
  ['a failure of another amount', { state: 'failed', amount: 1 }, 'unknown'],
  ['only accepted', { state: 'pending' }, 'unknown'],
  ['a word nobody knows', { state: 'unknown' }, 'unknown'],
  ['another order', { ids: { 'checkout-id': 'C2' } }, 'unknown'],
  ['this very order', { ids: { 'checkout-id': 'C1' } }, 'completed'],
  ['an answer against itself', { notes: ['contradicts-itself'] }, 'unknown'],
] as const)('an unknown order that hears of %s', (_, change, state) => {
  const answer = { ...told, ...change, notes: [...('notes' in change ? change.notes : [])] };
  expect(settle({ ...record, state: 'unknown', ids: { 'checkout-id': 'C1' } }, answer, NOW).state).toBe(state);
});

test.each(['refused', 'not-sent', 'completed', 'failed', 'cancelled', 'expired'] as const)(
  'what is %s stays so',
  (state) => {
    expect(settle({ ...record, state }, told, NOW).state).toBe(state);
    expect(sent({ ...record, state }, heard(true), NOW).state).toBe(state);
  },
);

test('an order is looked up by what the service called it, else by what we did', () => {
  const app = providers['payment-app'];
  expect(lookupKeysFor(record, app)).toEqual([{ by: 'own-reference', value: 'INV-7' }]);
  const flux = { ...record, ids: { 'request-id': 'R1', 'merchant-id': 'M1' } };
  expect(lookupKeysFor(flux, providers.pesaflux)).toEqual([{ by: 'request-id', value: 'R1' }]);
  expect(lookupKeysFor(record, providers.pesaflux)).toEqual([]);
});

describe('a press', () => {
  const credentials = { token: 'made-up', app_id: '7', environment: 'sandbox' };
  const press: Press<'request-payment'> = {
    id: record.id,
    linkedAccount: 1,
    move: 'request-payment',
    input,
    confirmed: null,
  };

  async function pressed(presses: readonly Press[], enabled: readonly Move[]) {
    const simulator = await startSimulator({ service: simulated['payment-app'] });
    const stores = openStores(':memory:');
    const world = makeWorld();
    const link: Link = { id: 1, baseUrl: simulator.url, simulated: true, credentials };
    const linkOf = (id: number) => (id === 1 ? { provider: providers['payment-app'], link, enabled } : null);
    const moves = await makeMoneyMoves({ store: stores.requests, ask: world.ask, now: world.now, linkOf });
    const results = await Promise.all(presses.map((one) => moves.press(one)));
    await simulator.close();
    stores.close();
    return { results, asked: simulator.requests.length };
  }

  const pay = { phone: '0700111222', amount: 50_000, command: 'BusinessPayment', remarks: '', occasion: '' } as const;
  const all: readonly Move[] = ['request-payment', 'send-money', 'send-airtime', 'reverse', 'simulate'];
  const out: Press<'send-money'> = {
    id: record.id,
    linkedAccount: 1,
    move: 'send-money',
    input: pay,
    confirmed: 50_000,
  };

  test.each<[string, Press, readonly Move[], string]>([
    ['while the move is off', press, [], 'not-enabled'],
    ['while only another move is on', press, ['send-money'], 'not-enabled'],
    ['at an account that is not linked', { ...press, linkedAccount: 2 }, all, 'not-linked'],
    ['that the service does not offer', { ...press, move: 'send-sms' }, all, 'not-offered'],
    ['without a phone', { ...press, input: { ...input, phone: '' } }, all, 'bad-input'],
    ['to a masked phone', { ...press, input: { ...input, phone: '0700***222' } }, all, 'bad-input'],
    ['of less than a shilling', { ...press, input: { ...input, amount: 99 } }, all, 'bad-input'],
    ['of money out that nobody typed', { ...out, confirmed: null }, all, 'not-confirmed'],
    ['of money out typed otherwise', { ...out, confirmed: 5_000 }, all, 'not-confirmed'],
  ])('%s sends nothing', async (_, one, enabled, declined) => {
    expect(await pressed([one], enabled)).toEqual({ results: [{ ok: false, declined }], asked: 0 });
  });

  test('is sent once, however often it arrives', async () => {
    const { results, asked } = await pressed([press, press, press], all);
    expect(asked).toBe(1);
    expect(results.map((result) => result.ok && result.record.id)).toEqual([record.id, record.id, record.id]);
    expect(results[0]).toMatchObject({ ok: true, record: { state: 'accepted' } });
  });

  test('of money out with the typed amount is sent', async () => {
    expect(await pressed([out], all)).toMatchObject({
      results: [{ ok: true, record: { state: 'accepted' } }],
      asked: 1,
    });
  });
});

/** Numbers that are the same in every run. */
function seeded(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** One run of the program, which dies at its `left`-th touch of the world, before or after the touch took effect. */
function makeLife(store: RequestStore, wire: (id: string) => () => Promise<Response>, left: number, after: boolean) {
  let touches = left;
  let dead = false;
  const { promise: killed, resolve } = Promise.withResolvers<'killed'>();
  const touch = <T>(effect: () => T): T => {
    if (dead) throw new Error('dead');
    touches -= 1;
    if (touches > 0) return effect();
    if (after) effect();
    dead = true;
    resolve('killed');
    throw new Error('killed');
  };
  const mortal: RequestStore = {
    insert: (one) => touch(() => store.insert(one)),
    find: (id) => touch(() => store.find(id)),
    step: (id, event, exchanges) => touch(() => store.step(id, event, exchanges)),
    unsettled: () => touch(() => store.unsettled()),
  };
  const send = (_: unknown, init?: RequestInit): Promise<Response> => {
    const id = /"reference":"([^"]+)"/.exec(typeof init?.body === 'string' ? init.body : '')?.[1] ?? '';
    try {
      return touch(() => wire(id))();
    } catch {
      // The dead hear nothing any more.
      return new Promise<Response>(() => undefined);
    }
  };
  return { store: mortal, send, killed, isDead: () => dead };
}

/** An answer of the service, or none, as chance has it. */
function chance(random: (below: number) => number): () => Promise<Response> {
  const answers: readonly (() => Promise<Response>)[] = [
    () => Promise.reject(new TypeError('x', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) })),
    () => Promise.resolve(new Response('{}', { status: 500 })),
    () => Promise.resolve(new Response('<html>')),
    () => Promise.resolve(new Response('{"message":"no"}', { status: 422 })),
    () => Promise.resolve(new Response('{"status":"error","message":"no"}')),
  ];
  const taken = '{"status":"success","data":{"ResponseCode":"0","CheckoutRequestID":"C1"}}';
  return answers[random(8)] ?? (() => Promise.resolve(new Response(taken)));
}

const OPERATIONS = 10_000;

test(
  'ten thousand operations, crashes and restarts: nothing without a press, nothing twice',
  { timeout: 120_000 },
  async () => {
    const random = seeded(20_260_301);
    const stores = openStores(':memory:');
    const onTheWire = new Map<string, number>();
    const presses: string[] = [];
    const allowed = new Set<string>();
    const changed: string[] = [];
    const count = { operations: 0, crashes: 0 };
    const provider = providers['payment-app'];
    const credentials = { token: 'made-up', app_id: '7' };
    const link: Link = { id: 1, baseUrl: 'https://pay.shop.example', simulated: false, credentials };
    const wire = (id: string) => {
      onTheWire.set(id, (onTheWire.get(id) ?? 0) + 1);
      return chance(random);
    };

    /** Presses anew, presses again, hears of orders, switches the move off and on, until it dies. */
    async function live(life: ReturnType<typeof makeLife>): Promise<'lived'> {
      const world = makeWorld({ fetch: life.send });
      let enabled: Move[] = ['request-payment'];
      const linkOf = () => ({ provider, link, enabled });
      const moves = await makeMoneyMoves({ store: life.store, ask: world.ask, now: world.now, linkOf });
      const press = (id: string) => {
        if (enabled.length > 0) allowed.add(id);
        const one = { ...input, reference: id };
        return moves.press({ id, linkedAccount: 1, move: 'request-payment', input: one, confirmed: null });
      };
      for (let i = 0; i < 60 && !life.isDead(); i += 1) {
        count.operations += 1;
        const kind = random(10);
        const old = presses[random(Math.max(1, presses.length))];
        if (kind < 5 || old === undefined) {
          const id = `00000000-0000-4000-8000-${String(presses.length).padStart(12, '0')}`;
          presses.push(id);
          await press(id);
        } else if (kind < 8) await press(old);
        else if (kind === 8) {
          const before = stores.requests.find(old);
          const ids = { 'checkout-id': random(2) === 0 ? 'C1' : 'C2' };
          const after = await moves.settle(old, { ...told, amount: 25_000 + random(2), ids });
          if (before && isSettled(before) && after?.state !== before.state) changed.push(old);
        } else enabled = random(3) === 0 ? [] : ['request-payment'];
      }
      return 'lived';
    }

    while (count.operations < OPERATIONS) {
      const life = makeLife(stores.requests, wire, 5 + random(120), random(2) === 0);
      const lived = live(life).catch((error: unknown) => {
        if (life.isDead()) return 'killed' as const;
        throw error;
      });
      if ((await Promise.race([lived, life.killed])) === 'killed') count.crashes += 1;
    }

    const records = presses.flatMap((id) => stores.requests.find(id) ?? []);
    const written = new Set(records.map(({ id }) => id));
    const states = new Set(records.map(({ state }) => state));
    stores.close();
    expect([...onTheWire].filter(([, times]) => times !== 1)).toEqual([]);
    expect([...onTheWire.keys()].filter((id) => !allowed.has(id) || !written.has(id))).toEqual([]);
    expect(changed).toEqual([]);
    // It was worth the while.
    expect(count.crashes).toBeGreaterThan(100);
    expect(onTheWire.size).toBeGreaterThan(1_000);
    expect([...states]).toEqual(expect.arrayContaining(['accepted', 'refused', 'unknown', 'completed']));
  },
);

test('an unknown order is found by its reference and settled, without being sent again', async () => {
  const payment: SimPayment = {
    id: '1',
    amount: '250',
    receipt: 'UC17KD07ZZ',
    reference: 'INV-7',
    phone: '254700111222',
    party: 'A',
    at: '2026-03-01T09:15:02',
    status: 'completed',
  };
  const simulator = await startSimulator({ service: simulated['payment-app'], payments: [payment] });
  const stores = openStores(':memory:');
  const world = makeWorld();
  const provider = providers['payment-app'];
  const link: Link = { id: 1, baseUrl: simulator.url, simulated: true, credentials: { token: 'made-up', app_id: '7' } };
  await stores.requests.insert(record);
  const moves = await makeMoneyMoves({
    store: stores.requests,
    ask: world.ask,
    now: world.now,
    linkOf: () => ({ provider, link, enabled: [] }),
  });
  expect(stores.requests.find(record.id)?.state).toBe('unknown');
  const page = await world.ask.question(provider, link, provider.questions.list!, { page: 1 });
  const answer = page.ok ? page.value.answers[0] : undefined;
  expect(await moves.settle(record.id, answer!)).toMatchObject({ state: 'completed', receipt: 'UC17KD07ZZ' });
  expect(simulator.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  stores.close();
  await simulator.close();
});
