import { describe, expect, test } from 'vitest';
import { addressOf, instantOf, makeHttp } from '#ledger/providers/http.ts';
import { pullList } from '#ledger/providers/pages.ts';
import { providers } from '#ledger/providers/registry.ts';
import type { Link } from '#ledger/providers/provider.ts';
import { capabilitiesOf, lookupKeysOf, serviceOf } from '#ledger/providers/registry.ts';
import { jitter, readRetryAfter } from '#ledger/providers/retry.ts';
import { simulated } from '#ledger/providers/simulators/registry.ts';
import type { SimPayment } from '#ledger/providers/simulators/sim-service.ts';
import { startSimulator } from '#ledger/providers/simulators/simulator.ts';
import { Service, ServiceId } from '#contract/provider.ts';
import { makeWorld } from './world.ts';

const NOW = Date.parse('2026-03-01T09:00:00Z');

test.each([
  ['30', 30_000],
  ['0', 0],
  [' 5 ', 5_000],
  ['99999999999', 900_000],
  ['Sun, 01 Mar 2026 09:00:10 GMT', 10_000],
  ['Sun, 01 Mar 2026 08:00:00 GMT', 0],
  ['Sun, 01 Mar 2099 08:00:00 GMT', 900_000],
  ['soon', null],
  ['-1', null],
  ['1e9', null],
  ['2026-03-01T09:00:10Z', null],
  ['', null],
  [null, null],
])('Retry-After %j is %j ms', (header, ms) => {
  expect(readRetryAfter(header, NOW)).toBe(ms);
});

test.each([0, 1])('retry %i waits anywhere up to its ceiling', (retry) => {
  const ceiling = 500 * 2 ** retry;
  const waits = Array.from({ length: 300 }, () => jitter(retry, Math.random));
  expect(Math.min(...waits)).toBeLessThan(ceiling * 0.1);
  expect(Math.max(...waits)).toBeGreaterThan(ceiling * 0.9);
  expect(waits.filter((wait) => wait < ceiling / 2).length).toBeGreaterThan(100);
  expect(waits.every((wait) => wait >= 0 && wait < ceiling)).toBe(true);
});

describe('the address', () => {
  const request = { method: 'GET', path: '/v1/x', headers: {}, body: null } as const;
  test.each([
    ['https://api.shop.example', false, 'https://api.shop.example/v1/x'],
    ['https://api.shop.example/base/', false, 'https://api.shop.example/base/v1/x'],
    ['http://api.shop.example', false, null],
    ['http://127.0.0.1:4000', false, null],
    ['https://127.0.0.1:4000', false, null],
    ['http://127.0.0.1:4000', true, 'http://127.0.0.1:4000/v1/x'],
    ['http://[::1]:4000', true, 'http://[::1]:4000/v1/x'],
    ['https://127.0.0.1:4000', true, 'https://127.0.0.1:4000/v1/x'],
    ['http://api.shop.example', true, null],
    ['https://api.shop.example', true, null],
    ['http://127.0.0.1.shop.example', true, null],
    ['https://user:word@api.shop.example', false, null],
    ['https://api.shop.example/#', false, null],
    ['ftp://api.shop.example', false, null],
    ['file:///etc/passwd', false, null],
    ['', false, null],
  ])('%s (simulated: %s) is %s', (baseUrl, isSimulated, expected) => {
    expect(addressOf({ baseUrl, simulated: isSimulated, request })).toBe(expected);
  });

  test('cannot be moved to another host by a path', () => {
    for (const path of ['.evil.example/x', '@evil.example/x', ':80@evil.example/']) {
      const moved = addressOf({ baseUrl: 'https://api.shop.example', simulated: false, request: { ...request, path } });
      expect(moved).toBeNull();
    }
  });
});

const sending = {
  lane: 'a',
  baseUrl: 'https://api.shop.example',
  simulated: false,
  request: { method: 'GET', path: '/x', headers: {}, body: null },
  reads: 'json',
  safe: true,
  spacing: 1_000,
  secrets: [],
} as const;

test('requests of one lane are spaced, lanes do not wait for each other', async () => {
  let time = NOW;
  const at: string[] = [];
  const http = makeHttp({
    fetch: () => Promise.resolve(new Response('{}')),
    now: () => time,
    random: () => 0,
    sleep: (ms) => {
      time += ms;
      return Promise.resolve();
    },
  });
  for (const lane of ['a', 'a', 'b', 'a']) {
    const sent = await http({ ...sending, lane });
    at.push(`${lane} ${sent.exchanges[0]!.at}`);
  }
  expect(at).toEqual([
    'a 2026-03-01T12:00:00+03:00',
    'a 2026-03-01T12:00:01+03:00',
    'b 2026-03-01T12:00:01+03:00',
    'a 2026-03-01T12:00:02+03:00',
  ]);
});

test('a service that wants to be left alone is, without a request', async () => {
  let asked = 0;
  const http = makeHttp({
    fetch: () => {
      asked += 1;
      return Promise.resolve(new Response('{}', { status: 429, headers: { 'retry-after': '120' } }));
    },
    now: () => NOW,
    random: () => 0,
    sleep: () => Promise.resolve(),
  });
  expect(await http(sending)).toMatchObject({ ok: false, failure: 'rate-limited', sent: true, retryAt: NOW + 120_000 });
  expect(await http(sending)).toMatchObject({
    ok: false,
    failure: 'rate-limited',
    sent: false,
    retryAt: NOW + 120_000,
  });
  expect(asked).toBe(1);
});

test.each([
  ['ENOTFOUND', 'unreachable', false],
  ['ECONNREFUSED', 'unreachable', false],
  ['EAI_AGAIN', 'unreachable', false],
  ['CERT_HAS_EXPIRED', 'bad-certificate', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'bad-certificate', false],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'bad-certificate', false],
  ['ECONNRESET', 'reset', true],
  ['UND_ERR_SOCKET', 'reset', true],
  ['SOMETHING_ELSE', 'reset', true],
])('%s is %s, sent: %s', async (code, failure, sent) => {
  const cause = Object.assign(new Error('inside'), { code });
  const world = makeWorld({ fetch: () => Promise.reject(new TypeError('fetch failed', { cause })) });
  expect(await world.http(sending)).toMatchObject({ ok: false, failure, sent });
});

test('nobody listening is unreachable, and nothing was sent', async () => {
  const simulator = await startSimulator({ service: simulated.pexmon });
  await simulator.close();
  const world = makeWorld();
  const result = await world.http({ ...sending, baseUrl: simulator.url, simulated: true });
  expect(result).toMatchObject({ ok: false, failure: 'unreachable', sent: false });
});

test('an environment that switches certificates off is not followed', async () => {
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  try {
    expect(await makeWorld().http(sending)).toMatchObject({ ok: false, failure: 'bad-certificate', sent: false });
  } finally {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  }
});

test('a service’s keys go to its own address, whatever the link says', async () => {
  const seen: string[] = [];
  const world = makeWorld({
    fetch: (input) => {
      seen.push(input instanceof Request ? input.url : String(input));
      return Promise.resolve(new Response('{}'));
    },
  });
  const link: Link = { id: 1, baseUrl: 'https://evil.example', simulated: false, credentials: { api_key: 'made-up' } };
  await world.ask.probe(providers.pexmon, link);
  expect(seen).toEqual(['https://api.pexmon.one/api/mpesa/check-status']);
});

test('a token is asked for once an hour, and again when it is turned away', async () => {
  const simulator = await startSimulator({ service: simulated['daraja-platform'] });
  const world = makeWorld();
  const provider = providers['daraja-platform'];
  const credentials = { client_id: '', client_secret: '' };
  const link: Link = { id: 1, baseUrl: simulator.url, simulated: true, credentials };
  const push = () =>
    world.ask.order(provider, link, provider.moves['request-payment']!, {
      phone: '0700111222',
      amount: 100,
      reference: 'A',
      description: '',
    });
  const paths = () => simulator.requests.map(({ path }) => path.replace(/.*\//, ''));
  await push();
  await push();
  expect(paths()).toEqual(['generate_token.php', 'stk_push.php', 'stk_push.php']);
  world.pass(59 * 60_000 + 1);
  const kept = await push();
  expect(paths().slice(3)).toEqual(['generate_token.php', 'stk_push.php']);
  expect(JSON.stringify(kept.exchanges)).not.toContain('simulated.token');
  await simulator.close();
});

const shop = (count: number): SimPayment[] =>
  Array.from({ length: count }, (_, i) => ({
    id: String(i + 1),
    amount: '250',
    receipt: `UC1${String(i).padStart(7, '0')}`,
    reference: `INV-${i}`,
    phone: '254700111222',
    party: 'ACHIENG OTIENO',
    at: `2026-03-${String(1 + (i % 28)).padStart(2, '0')}T09:15:00`,
    status: 'completed',
  }));

async function pulled(count: number, since: string | null) {
  const simulator = await startSimulator({ service: simulated['payment-app'], payments: shop(count) });
  const world = makeWorld();
  const link: Link = {
    id: 1,
    baseUrl: simulator.url,
    simulated: true,
    credentials: { token: 'made-up', app_id: '7' },
  };
  const receipts: (string | null)[] = [];
  for await (const page of pullList(world.ask, providers['payment-app'], link, 'list', since)) {
    if (page.ok) receipts.push(...page.answers.map(({ receipt }) => receipt));
  }
  await simulator.close();
  return { receipts, asked: simulator.requests.length };
}

describe('pulling a list', () => {
  test.each([
    [0, 1],
    [1, 1],
    [15, 1],
    [16, 2],
    [100, 7],
  ])('%i payments are %i pages, each payment once', async (count, pages) => {
    const { receipts, asked } = await pulled(count, null);
    expect(receipts).toEqual(shop(count).map(({ receipt }) => receipt));
    expect(asked).toBe(pages);
  });

  test('nothing before the cut-off comes along, and the walk still goes to the end', async () => {
    const { receipts, asked } = await pulled(56, '2026-03-20T00:00:00+03:00');
    expect(receipts.length).toBe(18);
    expect(asked).toBe(4);
  });
});

describe('what the screens are told of a service', () => {
  test.each(ServiceId.options)('%s fits the contract and tells no value', (id) => {
    expect(Service.parse(serviceOf(providers[id]))).toEqual(serviceOf(providers[id]));
    const secrets = serviceOf(providers[id]).fields.filter(({ secret }) => secret);
    expect(secrets.map(({ name }) => name)).toEqual(providers[id].secrets);
  });

  test('a capability is shown only where the adapter has it', () => {
    expect(Object.fromEntries(ServiceId.options.map((id) => [id, capabilitiesOf(providers[id])]))).toEqual({
      pesaflux: ['look-up', 'callbacks', 'request-payment'],
      fluxsms: ['sms-status', 'sms-balance', 'send-sms', 'send-bulk-sms'],
      pexmon: ['look-up', 'callbacks', 'request-payment'],
      'daraja-platform': ['callbacks', 'register-callbacks', 'request-payment'],
      paynexus: ['look-up', 'validate-phone', 'request-payment'],
      'payment-app': [
        'look-up',
        'list',
        'fetch',
        'balance',
        'transaction-status',
        'instructions',
        'simulate',
        'request-payment',
        'send-money',
        'send-airtime',
        'reverse',
      ],
    });
    expect(lookupKeysOf(providers['payment-app'])).toEqual([
      'transaction-id',
      'request-transaction-id',
      'receipt',
      'own-reference',
    ]);
  });
});

test('an instant is of East Africa Time', () => {
  expect(instantOf(NOW)).toBe('2026-03-01T12:00:00+03:00');
});
