import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { makeLookups, newLookup } from '#ledger/providers/lookups.ts';
import { makeMoneyMoves } from '#ledger/providers/money-moves.ts';
import { pexmon } from '#ledger/providers/pexmon.ts';
import { pesaflux } from '#ledger/providers/pesaflux.ts';
import type { Link, Provider } from '#ledger/providers/provider.ts';
import { redactHeaders, redactor } from '#ledger/providers/redaction.ts';
import { simulated } from '#ledger/providers/simulators/registry.ts';
import { isScenario, scenarios } from '#ledger/providers/simulators/scenarios.ts';
import { startSimulator } from '#ledger/providers/simulators/simulator.ts';
import { openStores } from './stores.ts';
import { makeWorld } from './world.ts';

/** Secrets in the shapes that slip through redaction. */
const canaries = [
  'plain-canary-1',
  'quote"canary\'2',
  'dollar$&canary$`3',
  'per%cent%41canary4',
  'new\nline\tcanary5',
  'back\\slash\\u0041canary6',
  'sl/ash+plus=canary7==',
  '<canary>&8;</canary>',
  'ünïcödé-cänary-9',
  '🔑canary🔑10',
  '1234567890123411',
  'spaces in a canary 12 ',
];

/** Ways in which a service might repeat what it was sent. */
const echoes: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => JSON.stringify({ message: `bad key ${secret}!` }),
  (secret) => JSON.stringify({ [secret]: [secret, { deep: secret }] }),
  (secret) => JSON.stringify({ body: JSON.stringify({ api_key: secret }) }),
  (secret) => JSON.stringify({ body: JSON.stringify({ again: JSON.stringify({ api_key: secret }) }) }),
  (secret) => `?api_key=${encodeURIComponent(secret)}&x=1`,
  (secret) => `?api_key=${encodeURIComponent(secret).replaceAll('%20', '+')}`,
  (secret) => `?api_key=${encodeURIComponent(secret).toLowerCase()}`.replace(/=.*/, () => `=${lowerEscapes(secret)}`),
  (secret) => Buffer.from(secret).toString('base64'),
  (secret) => Buffer.from(secret).toString('base64url'),
  (secret) => Buffer.from(`name:${secret}`).toString('base64'),
  (secret) => Buffer.from(`n:${secret}:tail`).toString('base64'),
  (secret) => Buffer.from(`${secret}:tail`).toString('base64'),
  (secret) => Buffer.from(secret).toString('hex'),
  (secret) => `<p>${secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`,
  (secret) => `{"key":"${[...secret.matchAll(/[\s\S]/g)].map(([unit]) => String.raw`\u${hex4(unit)}`).join('')}"}`,
  (secret) => `<p>{"half": "${secret}`,
];

const hex4 = (unit: string) => unit.charCodeAt(0).toString(16).padStart(4, '0');
const lowerEscapes = (secret: string) =>
  encodeURIComponent(secret).replace(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase());

/** What a search through everything kept looks for. */
const tracesOf = (secret: string) => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  encodeURIComponent(secret),
  lowerEscapes(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('base64url'),
  Buffer.from(secret).toString('hex'),
];

test.each(canaries)('%j is not in what is kept, however it is repeated', (secret) => {
  const redact = redactor(['another-secret', secret]);
  for (const echo of echoes) {
    const kept = redact(echo(secret));
    for (const trace of tracesOf(secret)) expect(kept).not.toContain(trace);
  }
});

test('what holds no secret is kept as it is', () => {
  const redact = redactor(canaries);
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(redact(text)).toBe(text);
    }),
  );
});

test('headers that carry secrets keep only their names', () => {
  const headers = { authorization: 'Bearer x', 'X-API-Key': 'y', accept: 'text/plain-canary-1' };
  expect(redactHeaders(headers, redactor(canaries))).toEqual({
    authorization: '[removed]',
    'X-API-Key': '[removed]',
    accept: 'text/[removed]',
  });
});

const folder = mkdtempSync(join(tmpdir(), 'risiti-canaries-'));
afterAll(() => rmSync(folder, { recursive: true }));

const reply = (response: ServerResponse, text: string) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(text);
};

/** A server that repeats the whole request in every form it can. */
async function startEcho() {
  let turn = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const seen = JSON.stringify({ headers: request.headers, url: request.url, body });
      reply(response, echoes[turn++ % echoes.length]!(seen));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, port, close: () => new Promise((resolve) => void server.close(resolve)) };
}

test(
  'twelve canaries through every failure leave no trace in the database or its log',
  { timeout: 120_000 },
  async () => {
    const path = join(folder, 'canaries.sqlite');
    const stores = openStores(path);
    const world = makeWorld({ deadline: 30 });
    const changes: string[] = [];
    const onChange = (change: unknown) => changes.push(JSON.stringify(change));
    let number = 0;
    let servers = 0;

    async function through(provider: Provider, link: Link) {
      const linked = () => ({ provider, link, enabled: ['request-payment' as const] });
      const by = provider === pexmon ? 'checkout-id' : 'request-id';
      const lookups = await makeLookups({
        store: stores.lookups,
        ask: world.ask,
        now: world.now,
        linkOf: linked,
        onChange,
      });
      const moves = await makeMoneyMoves({ store: stores.requests, ask: world.ask, now: world.now, linkOf: linked });
      number += 1;
      const expected = { amount: 100, receipt: null, reference: null, seen: true };
      const about = { kind: 'payment', id: number } as const;
      await lookups.enqueue(
        newLookup(
          { id: String(number), linkedAccount: number, about, key: { by, value: 'ws_CO_1' }, expected },
          world.now(),
        ),
      );
      await lookups.run();
      const input = { phone: '0700111222', amount: 100, reference: 'A', description: '' };
      await moves.press({
        id: crypto.randomUUID(),
        linkedAccount: number,
        move: 'request-payment',
        input,
        confirmed: null,
      });
    }

    const services = [
      [pesaflux, 'pesaflux', (secret: string) => ({ api_key: secret, email: 'shop@owner.example' })],
      [pexmon, 'pexmon', (secret: string) => ({ api_key: secret })],
    ] as const;
    for (const scenario of Object.keys(scenarios).filter(isScenario)) {
      for (const [provider, id, credentials] of services) {
        const simulator = await startSimulator({ service: simulated[id], scenario });
        servers += 1;
        // Every scenario sees two of the twelve, and each canary a sixth of the scenarios.
        for (const canary of canaries.filter((_, i) => (i + servers) % 6 === 0)) {
          await through(provider, {
            id: number + 1,
            baseUrl: simulator.url,
            simulated: true,
            credentials: credentials(canary),
          });
        }
        await simulator.close();
      }
    }
    const echo = await startEcho();
    for (const canary of canaries) {
      for (const [provider, , credentials] of services) {
        for (const _ of echoes) {
          await through(provider, {
            id: number + 1,
            baseUrl: echo.url,
            simulated: true,
            credentials: credentials(canary),
          });
        }
      }
    }
    await echo.close();
    const kept = stores.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM exchange').get()!.n;
    expect(kept).toBeGreaterThan(500);

    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    expect(files.length).toBeGreaterThan(1); // the log too
    const all = [...files.map((file) => file.toString('latin1')), Buffer.from(changes.join('\n')).toString('latin1')];
    const found = canaries.flatMap((canary) =>
      tracesOf(canary).filter((trace) => all.some((text) => text.includes(Buffer.from(trace).toString('latin1')))),
    );
    expect(found).toEqual([]);
    stores.close();
  },
);
