import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Lookup, type LookupOutcome } from '#contract/lookup.ts';
import type { Acceptance, HttpFailure } from '#contract/provider-answer.ts';
import { ServiceId } from '#contract/provider.ts';
import type { Ask, Asked } from '#ledger/providers/ask.ts';
import { type LookupStore, makeLookups, newLookup } from '#ledger/providers/lookups.ts';
import type { Link, Operation } from '#ledger/providers/provider.ts';
import { providers } from '#ledger/providers/registry.ts';
import { simulated } from '#ledger/providers/simulators/registry.ts';
import { isScenario, type Scenario, scenarios } from '#ledger/providers/simulators/scenarios.ts';
import type { SimPayment } from '#ledger/providers/simulators/sim-service.ts';
import { startSimulator } from '#ledger/providers/simulators/simulator.ts';
import { lookupsIn } from '#ledger/store/lookups.ts';
import { at, openShop, receipt, type Shop, text } from '../shop.ts';
import { makeWorld, type World } from './world.ts';

const order = { phone: '0700111222', amount: 25_000, reference: 'INV-77', description: 'Order 77' };
const payment = (id: string): SimPayment => ({
  id,
  amount: '250',
  receipt: 'UC17KD06ZZ',
  reference: 'INV-77',
  phone: '254700111222',
  party: 'ACHIENG OTIENO',
  at: '2026-03-01T09:15:02',
  status: 'completed',
});

type Case = {
  readonly credentials: Record<string, string>;
  readonly payments: readonly SimPayment[];
  /** What is asked, where the service can be asked anything. */
  readonly question: ((ask: Ask, link: Link) => Promise<Asked<unknown>>) | null;
  readonly order: (ask: Ask, link: Link) => Promise<Asked<Acceptance>>;
  /** By what the payment is looked up, where it can be. */
  readonly key: Parameters<typeof newLookup>[0]['key'] | null;
};

const need = <I, V>(operation: Operation<I, V> | undefined): Operation<I, V> => {
  if (!operation) throw new Error('The adapter does not have this operation.');
  return operation;
};

const pay = (id: ServiceId) => (ask: Ask, link: Link) =>
  ask.order(providers[id], link, need(providers[id].moves['request-payment']), order);
const look =
  (id: ServiceId, by: 'request-id' | 'checkout-id' | 'reference' | 'transaction-id', value: string) =>
  (ask: Ask, link: Link) =>
    ask.question(providers[id], link, need(providers[id].lookUp[by]), value);

const cases: Readonly<Record<ServiceId, Case>> = {
  pesaflux: {
    credentials: { api_key: 'made-up-key', email: 'shop@owner.example' },
    payments: [payment('SOFTPID77')],
    question: look('pesaflux', 'request-id', 'SOFTPID77'),
    order: pay('pesaflux'),
    key: { by: 'request-id', value: 'SOFTPID77' },
  },
  fluxsms: {
    credentials: { api_key: 'made-up-key', sender_id: 'fluxsms' },
    payments: [],
    question: (ask, link) =>
      ask.question(providers.fluxsms, link, need(providers.fluxsms.questions['sms-balance']), undefined),
    order: (ask, link) =>
      ask.order(providers.fluxsms, link, need(providers.fluxsms.moves['send-sms']), {
        phone: '0700111222',
        text: 'Asante',
      }),
    key: null,
  },
  pexmon: {
    credentials: { api_key: 'made-up-key' },
    payments: [payment('ws_CO_77')],
    question: look('pexmon', 'checkout-id', 'ws_CO_77'),
    order: pay('pexmon'),
    key: { by: 'checkout-id', value: 'ws_CO_77' },
  },
  'daraja-platform': {
    credentials: { client_id: '', client_secret: '' },
    payments: [],
    question: null,
    order: pay('daraja-platform'),
    key: null,
  },
  paynexus: {
    credentials: { secret_key: 'sk_made_up', public_key: 'pk_made_up', environment: 'production' },
    payments: [payment('PNX77')],
    question: look('paynexus', 'reference', 'PNX77'),
    order: pay('paynexus'),
    key: { by: 'reference', value: 'PNX77' },
  },
  'payment-app': {
    credentials: { token: 'made-up-token', app_id: '7', environment: 'sandbox' },
    payments: [payment('1')],
    question: look('payment-app', 'transaction-id', '1'),
    order: pay('payment-app'),
    key: { by: 'receipt', value: 'UC17KD06ZZ' },
  },
};

/** What the answer is, and how often a question is asked. Null: read, and then judged by what it says. */
const expected: Readonly<Record<Scenario, readonly [failure: HttpFailure | null, asked: number]>> = {
  documented: [null, 1],
  'slow-headers': ['timeout', 3],
  'slow-body': ['timeout', 3],
  late: ['timeout', 3],
  'reset-before': ['reset', 3],
  'reset-after': ['reset', 3],
  'cut-short': ['reset', 3],
  'error-inside': [null, 1],
  'status-400': ['bad-request', 1],
  'status-401': ['unauthorised', 1],
  'status-403': ['forbidden', 1],
  'status-404': ['not-found', 1],
  'status-409': ['conflict', 1],
  'status-422': ['invalid', 1],
  'status-429-seconds': ['rate-limited', 1],
  'status-429-date': ['rate-limited', 1],
  'status-429-huge': ['rate-limited', 1],
  'status-429-nonsense': ['rate-limited', 3],
  'status-429-once': [null, 2],
  'status-500': ['server-error', 3],
  'status-502': ['server-error', 3],
  'status-503': ['server-error', 1],
  'status-500-twice': [null, 3],
  'status-500-echo': ['server-error', 3],
  html: ['not-json', 1],
  'html-as-json': ['not-json', 1],
  empty: ['not-json', 1],
  'no-content': ['not-json', 1],
  truncated: ['not-json', 1],
  deep: ['too-deep', 1],
  large: ['too-large', 1],
  bomb: ['too-large', 1],
  'bad-gzip': ['not-json', 1],
  'not-utf8': ['not-json', 1],
  'wrong-types': ['undocumented-answer', 1],
  nulls: ['undocumented-answer', 1],
  array: ['undocumented-answer', 1],
  'other-amount': [null, 1],
  'float-amount': [null, 1],
  'huge-amount': [null, 1],
  'other-reference': [null, 1],
  'other-currency': [null, 1],
  'unknown-word': [null, 1],
  'duplicate-keys': ['duplicate-keys', 1],
  'redirect-http': ['redirected', 1],
  'redirect-other': ['redirected', 1],
  'redirect-loopback': ['redirected', 1],
  'bad-certificate': ['bad-certificate', 0],
};

/** Scenarios that end by the deadline: it is short for them, so that nobody waits. */
const slow: ReadonlySet<Scenario> = new Set(['slow-headers', 'slow-body', 'late']);

/** Only an answer that says what the document says, in the end, confirms. */
const confirming: ReadonlySet<Scenario> = new Set(['documented', 'status-429-once', 'status-500-twice']);
/** Scenarios that change what a service does not tell. */
const harmless = (service: ServiceId, scenario: Scenario) => scenario === 'other-currency' && service !== 'payment-app';

/** Orders whose answer still says that they were taken. */
const taking = (service: ServiceId, scenario: Scenario) =>
  scenario === 'documented' ||
  /-(amount|reference|currency)$/.test(scenario) ||
  // The answers of these two have no word of state but 200.
  (scenario === 'unknown-word' && (service === 'pesaflux' || service === 'fluxsms'));

/** An order is not asked again, so that it sees only the first of several answers. */
const firstFailure = (scenario: Scenario): HttpFailure | null => {
  if (scenario === 'status-429-once') return 'rate-limited';
  return scenario === 'status-500-twice' ? 'server-error' : expected[scenario][0];
};

/** The verdicts of changed answers, where there is one to expect whatever the service. */
function verdictOf(service: ServiceId, scenario: Scenario): LookupOutcome['verdict'][] {
  // Its answers tell no amount.
  const tells = service !== 'pexmon';
  if (tells && (confirming.has(scenario) || harmless(service, scenario))) return ['confirmed'];
  if (tells && scenario === 'other-amount') return ['conflicting'];
  // Its list is searched by receipt, which the scenario leaves as it is not.
  if (scenario === 'other-reference') return [service === 'payment-app' ? 'inconclusive' : 'conflicting'];
  return ['inconclusive', 'conflicting', 'pending'];
}

/** What a payment that a message told of comes to by each verdict: only a final answer that agrees lifts it. */
const standingOf = {
  confirmed: 'confirmed',
  conflicting: 'disputed',
  'not-paid': 'failed',
  inconclusive: 'seen',
  pending: 'seen',
} as const satisfies Record<LookupOutcome['verdict'], string>;

const unlinked = {
  label: 'L',
  baseUrl: null,
  simulated: true,
  credentials: {},
  secrets: 'name',
  automatic: false,
  entrance: null,
} as const;

/** The book's own tables as the queue meets them. */
const bookStore = ({ db, commands }: Shop): LookupStore => ({
  ...lookupsIn(db),
  add: async (lookup) => (await commands['link:lookups-add']({ lookups: [lookup], follows: null })) === 1,
  step: (id, event, exchanges) => commands['link:lookup-step']({ id, event, exchanges }),
});

const names = Object.keys(scenarios).filter(isScenario);

describe.each(ServiceId.options)('%s', (service) => {
  const { credentials, payments, question, order: press, key } = cases[service];

  async function against<T>(
    scenario: Scenario,
    work: (world: World, link: Link) => Promise<T>,
    known: readonly SimPayment[] = payments,
  ) {
    const world = makeWorld({ deadline: slow.has(scenario) ? 150 : 10_000 });
    const simulator = await startSimulator({ service: simulated[service], scenario, payments: known });
    // Each server is another link, with a lane and a token of its own.
    const link: Link = { id: simulator.port, baseUrl: simulator.url, simulated: true, credentials };
    try {
      const result = await work(world, link);
      return { result, requests: simulator.requests };
    } finally {
      await simulator.close();
    }
  }

  test.each(names)('an order under “%s” leaves at most once', async (scenario) => {
    const { result, requests } = await against(scenario, ({ ask }, link) => press(ask, link));
    const failure = firstFailure(scenario);
    const orders = requests.filter(({ path }) => !path.includes('token'));
    expect(orders.length).toBe(scenario === 'bad-certificate' ? 0 : 1);
    // Only what surely stayed here counts as not sent.
    expect(result).toMatchObject(failure === null ? {} : { ok: false, failure, sent: failure !== 'bad-certificate' });
    expect(result.ok && result.value.accepted).toBe(taking(service, scenario));
  });

  test.each(question ? names : [])('a question under “%s” is a value or a known failure', async (scenario) => {
    const { result, requests } = await against(scenario, ({ ask }, link) => question!(ask, link));
    const [failure, asked] = expected[scenario];
    expect(requests.length).toBe(asked);
    expect(result).toMatchObject(failure === null ? {} : { ok: false, failure });
    expect(result.ok).toBe(failure === null && scenario !== 'error-inside');
    expect(result.exchanges.length).toBe(Math.max(1, asked));
  });

  // Two services know no payments and so are asked about none.
  if (key === null) return;
  describe('in the book', () => {
    let shop: Shop;
    let linked: number;
    beforeAll(async () => {
      shop = await openShop();
      await shop.import(names.map((_, i) => text(receipt(i), 250, at('9:15'))));
      const { id: account } = shop.payments()[0]!.account;
      linked = await shop.commands['link:add']({ ...unlinked, enabled: [], service, account });
    });
    afterAll(() => shop.close());

    test.each(names)('a lookup under “%s” confirms nothing that is not so', async (scenario) => {
      const code = receipt(names.indexOf(scenario));
      const { id } = shop.payment(code)!;
      const known = payments.map((one) => ({ ...one, receipt: code }));
      const { result: lookup } = await against(
        scenario,
        async (world, link) => {
          const store = bookStore(shop);
          const lookups = await makeLookups({
            store,
            ask: world.ask,
            now: world.now,
            linkOf: () => ({ provider: providers[service], link }),
            onAnswered: () => shop.commands['link:derive'](null),
          });
          const expectation = { amount: 25_000, receipt: code, reference: 'INV-77', seen: true };
          const by = key.by === 'receipt' ? { by: key.by, value: code } : key;
          const about = { kind: 'payment', id } as const;
          const wanted = { id: scenario, linkedAccount: linked, about, key: by, expected: expectation };
          await lookups.enqueue(newLookup(wanted, world.now()));
          await lookups.run();
          return Lookup.parse(
            JSON.parse(String(shop.db.prepare('SELECT value FROM lookup WHERE id = ?').pluck().get(scenario))),
          );
        },
        known,
      );
      const verdict = lookup.outcome?.verdict ?? 'pending';
      expect(verdictOf(service, scenario)).toContain(verdict);
      expect(shop.payment(code)?.standing).toBe(standingOf[verdict]);
      // It is over, or waits for its next turn: nothing is left half asked.
      expect(lookup.state).toBe(lookup.outcome === null || verdict === 'pending' ? 'waiting' : 'done');
    });
  });
});
