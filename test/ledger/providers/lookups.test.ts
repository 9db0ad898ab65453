import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Lookup } from '#contract/lookup.ts';
import type { ProviderAnswer } from '#contract/provider-answer.ts';
import { silent } from '#ledger/providers/answers.ts';
import { judge, namingOf } from '#ledger/providers/judge.ts';
import { step } from '#ledger/providers/lookup-steps.ts';
import { type LookupDeps, makeLookups, newLookup } from '#ledger/providers/lookups.ts';
import { providers } from '#ledger/providers/registry.ts';
import type { Link } from '#ledger/providers/provider.ts';
import { simulated } from '#ledger/providers/simulators/registry.ts';
import type { SimPayment } from '#ledger/providers/simulators/sim-service.ts';
import { startSimulator } from '#ledger/providers/simulators/simulator.ts';
import { openStores } from './stores.ts';
import { makeWorld } from './world.ts';

const seen = { amount: 25_000, receipt: 'UC17KD07ZZ', reference: 'INV-7', seen: true };
const told: ProviderAnswer = {
  ...silent,
  state: 'completed',
  amount: 25_000,
  receipt: 'UC17KD07ZZ',
  reference: 'INV-7',
};

test.each([
  ['everything agrees', {}, {}, 'confirmed'],
  ['a receipt in small letters', { receipt: 'uc17kd07zz' }, {}, 'confirmed'],
  ['no receipt, but the reference', { receipt: null }, {}, 'confirmed'],
  ['nothing that identifies', { receipt: null, reference: null }, {}, 'inconclusive'],
  ['nothing of ours to compare with', {}, { receipt: null, reference: null }, 'inconclusive'],
  ['another amount', { amount: 25_001 }, {}, 'conflicting'],
  ['no amount', { amount: null }, {}, 'inconclusive'],
  ['another receipt', { receipt: 'UC17KD08ZZ' }, {}, 'conflicting'],
  ['another reference', { reference: 'INV-8' }, {}, 'conflicting'],
  ['accepted only', { state: 'pending' }, {}, 'pending'],
  ['a word nobody knows', { state: 'unknown' }, {}, 'inconclusive'],
  ['failed, though a message told of it', { state: 'failed' }, {}, 'conflicting'],
  ['cancelled, and nothing ever came', { state: 'cancelled' }, { seen: false }, 'not-paid'],
  ['expired, and nothing ever came', { state: 'expired' }, { seen: false }, 'not-paid'],
  ['another currency', { amount: null, notes: ['other-currency'] }, {}, 'conflicting'],
  ['an answer against itself', { notes: ['contradicts-itself'] }, {}, 'inconclusive'],
] as const)('%s: %j against %j is %s', (_, answer, expected, verdict) => {
  expect(
    judge(
      { ...seen, ...expected },
      { ...told, ...answer, notes: [...('notes' in answer ? answer.notes : [])] },
      'unnamed',
    ).verdict,
  ).toBe(verdict);
});

test('the service’s own id identifies, and another one conflicts whatever else agrees', () => {
  const key = { by: 'request-id', value: 'R1' } as const;
  const bare = { ...told, receipt: null, reference: null };
  const naming = (id: string) => namingOf(key, { ...bare, ids: { 'request-id': id } });
  expect(judge(seen, bare, naming('R1')).verdict).toBe('confirmed');
  expect(judge(seen, told, naming('R2'))).toMatchObject({ verdict: 'conflicting' });
});

const question: Lookup = newLookup(
  {
    id: 'a',
    linkedAccount: 1,
    about: { kind: 'payment', id: 1 },
    key: { by: 'request-id', value: 'R1' },
    expected: seen,
  },
  1_000,
);

const answered = (answer: Partial<ProviderAnswer>) =>
  ({ kind: 'answered', answer: { ...told, ...answer }, now: 1_000 }) as const;

const failed = (failure: Lookup['failure'] & string, retryAt: number | null = null) =>
  ({ kind: 'failed', failure, retryAt, now: 1_000 }) as const;

describe('a lookup', () => {
  test.each([
    ['is asked', [{ kind: 'asked' }], { state: 'asking' }],
    ['is done by a final answer', [answered({})], { state: 'done', outcome: { verdict: 'confirmed' } }],
    ['waits while it is pending', [answered({ state: 'pending' })], { state: 'waiting', rounds: 1, notBefore: 11_000 }],
    ['is offline without an error', [failed('unreachable')], { state: 'offline', rounds: 0, outcome: null }],
    [
      'leaves the service alone as long as it asks',
      [failed('rate-limited', 900_000)],
      { state: 'waiting', notBefore: 900_000 },
    ],
    ['is asked again after a passing failure', [failed('server-error')], { state: 'waiting', rounds: 1 }],
    ['ends where it was refused', [failed('unauthorised')], { state: 'done', outcome: { reasons: ['refused'] } }],
    ['ends where it is not known', [failed('not-found')], { state: 'done', outcome: { reasons: ['not-found'] } }],
    [
      'waits for secrets',
      [{ kind: 'locked', now: 1_000 }],
      { state: 'waiting', failure: 'unauthorised', notBefore: 31_000 },
    ],
    [
      'is due when secrets are back',
      [
        { kind: 'locked', now: 1_000 },
        { kind: 'woken', now: 2_000 },
      ],
      { state: 'waiting', notBefore: 2_000 },
    ],
    [
      'is not hurried by waking while the service decides',
      [answered({ state: 'pending' }), { kind: 'woken', now: 2_000 }],
      { notBefore: 11_000 },
    ],
    [
      'is asked again after a restart',
      [{ kind: 'asked' }, { kind: 'restarted' }],
      { state: 'waiting', notBefore: 1_000 },
    ],
    ['stays withdrawn', [{ kind: 'withdrawn' }, answered({})], { state: 'withdrawn', outcome: null }],
    ['stays done', [answered({}), failed('reset')], { state: 'done', outcome: { verdict: 'confirmed' } }],
  ] as const)('%s', (_, events, expected) => {
    expect(events.reduce<Lookup>((lookup, event) => step(lookup, event), question)).toMatchObject(expected);
  });

  test('gives up in the end, and says what it last heard', () => {
    const pending = answered({ state: 'pending' });
    const rounds = Array.from({ length: 8 }, () => pending);
    expect(rounds.reduce<Lookup>((lookup, event) => step(lookup, event), question)).toMatchObject({
      state: 'done',
      outcome: {
        verdict: 'pending',
        reasons: ['amount-agrees', 'receipt-agrees', 'reference-agrees', 'not-final', 'gave-up'],
      },
    });
  });
});

const payment: SimPayment = {
  id: 'R1',
  amount: '250',
  receipt: 'UC17KD07ZZ',
  reference: 'INV-7',
  phone: '254700111222',
  party: 'ACHIENG OTIENO',
  at: '2026-03-01T09:15:02',
  status: 'completed',
};

async function withQueue(
  work: (queue: {
    deps: LookupDeps;
    stores: ReturnType<typeof openStores>;
    world: ReturnType<typeof makeWorld>;
    requests: readonly unknown[];
  }) => Promise<void>,
  service: 'pesaflux' | 'payment-app' = 'pesaflux',
  payments: readonly SimPayment[] = [payment],
) {
  const simulator = await startSimulator({ service: simulated[service], payments });
  const stores = openStores(':memory:');
  const world = makeWorld();
  const credentials = { api_key: 'made-up', email: 'shop@owner.example', token: 'made-up', app_id: '7' };
  const link: Link = { id: 1, baseUrl: simulator.url, simulated: true, credentials };
  const linkOf = () => ({ provider: providers[service], link });
  const deps: LookupDeps = {
    store: stores.lookups,
    ask: world.ask,
    now: world.now,
    linkOf,
    onAnswered: () => Promise.resolve(),
  };
  try {
    await work({ deps, stores, world, requests: simulator.requests });
  } finally {
    stores.close();
    await simulator.close();
  }
}

const ask = (about: number, change: Partial<Lookup> = {}): Lookup => ({
  ...question,
  id: `of ${about}`,
  about: { kind: 'payment', id: about },
  notBefore: 0,
  ...change,
});

const find = (by: 'receipt' | 'own-reference', value: string, expected: Partial<Lookup['expected']>) =>
  ask(1, { key: { by, value }, expected: { ...seen, receipt: null, reference: null, ...expected } });

describe('the queue', () => {
  test('asks for one payment once, however often it is put in', () =>
    withQueue(async ({ deps, stores, requests }) => {
      const lookups = await makeLookups(deps);
      expect(await lookups.enqueue(ask(1))).toBe(true);
      expect(await lookups.enqueue(ask(1, { id: 'again' }))).toBe(false);
      await Promise.all([lookups.run(), lookups.run(), lookups.run()]);
      expect(requests.length).toBe(1);
      expect(stores.all()).toMatchObject([{ state: 'done', outcome: { verdict: 'confirmed' } }]);
      expect(stores.db.prepare('SELECT count(*) AS n FROM exchange').get()).toEqual({ n: 1 });
      expect(await lookups.enqueue(ask(1, { id: 'later' }))).toBe(true);
    }));

  test('survives a restart while a question is under way', () =>
    withQueue(async ({ deps, stores, requests }) => {
      const before = await makeLookups(deps);
      await before.enqueue(ask(1));
      await deps.store.step('of 1', { kind: 'asked' }, []);
      const after = await makeLookups(deps);
      await after.run();
      expect(requests.length).toBe(1);
      expect(stores.all()).toMatchObject([{ state: 'done', outcome: { verdict: 'confirmed' } }]);
    }));

  test('lies in the file when the program is gone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'risiti-queue-'));
    const first = openStores(join(folder, 'queue.sqlite'));
    await first.lookups.add(ask(1));
    first.close();
    const second = openStores(join(folder, 'queue.sqlite'));
    expect(second.lookups.open()).toEqual([ask(1)]);
    second.close();
    rmSync(folder, { recursive: true });
  });

  test('waits for secrets and asks when they are there', () =>
    withQueue(async ({ deps, stores, requests }) => {
      let there = false;
      const lookups = await makeLookups({ ...deps, linkOf: (id) => (there ? deps.linkOf(id) : null) });
      await lookups.enqueue(ask(1));
      await lookups.run();
      expect([requests.length, stores.all()[0]?.state]).toEqual([0, 'waiting']);
      there = true;
      await lookups.wake();
      await lookups.run();
      expect(stores.all()).toMatchObject([{ state: 'done', outcome: { verdict: 'confirmed' } }]);
    }));

  test('does not keep the answer to a question that was withdrawn meanwhile', () =>
    withQueue(async ({ deps, stores }) => {
      const lookups = await makeLookups(deps);
      await lookups.enqueue(ask(1));
      const running = lookups.run();
      await lookups.withdraw('of 1');
      await running;
      expect(stores.all()).toMatchObject([{ state: 'withdrawn', answer: null, outcome: null }]);
    }));

  const shop = Array.from({ length: 40 }, (_, i): SimPayment => ({
    ...payment,
    id: String(i + 1),
    receipt: `UC1${String(i).padStart(7, '0')}`,
    reference: i % 20 === 7 ? 'TWICE' : `INV-${i}`,
  }));
  test('walks a list once for all that wait', () =>
    withQueue(
      async ({ deps, stores, requests }) => {
        const lookups = await makeLookups(deps);
        const key = (i: number) => ({ by: 'receipt', value: `UC1${String(i).padStart(7, '0')}` }) as const;
        // Every third of the shop's payments, one that nobody knows, and one by its reference.
        const wanted = [0, 3, 6, 9, 30, 33, 39, 77].map((i) =>
          ask(i, { key: key(i), expected: { ...seen, receipt: key(i).value, reference: null } }),
        );
        const named = ask(5, {
          key: { by: 'own-reference', value: 'INV-5' },
          expected: { ...seen, receipt: null, reference: 'INV-5' },
        });
        for (const lookup of [...wanted, named]) await lookups.enqueue(lookup);
        await lookups.run();
        expect(requests.length).toBe(3);
        const verdicts = stores.all().map(({ outcome }) => outcome?.verdict);
        expect(verdicts).toEqual([...Array(7).fill('confirmed'), 'inconclusive', 'confirmed']);
      },
      'payment-app',
      shop,
    ));

  test.each([
    ['a receipt on the second page', find('receipt', 'UC10000020', { receipt: 'UC10000020' }), 'confirmed', 2],
    ['a receipt that is not there', find('receipt', 'UC10000099', { receipt: 'UC10000099' }), 'inconclusive', 3],
    ['a reference used once, to the end', find('own-reference', 'INV-3', { reference: 'INV-3' }), 'confirmed', 3],
    ['a reference used twice', find('own-reference', 'TWICE', { reference: 'TWICE' }), 'inconclusive', 3],
  ] as const)('searches a list for %s', (_, lookup, verdict, pages) =>
    withQueue(
      async ({ deps, stores, requests }) => {
        const lookups = await makeLookups(deps);
        await lookups.enqueue(lookup);
        await lookups.run();
        expect(stores.all()[0]?.outcome?.verdict).toBe(verdict);
        expect(requests.length).toBe(pages);
      },
      'payment-app',
      shop,
    ),
  );
});
