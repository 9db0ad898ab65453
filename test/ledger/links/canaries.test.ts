import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ExportFormat, ExportSubject } from '#contract/export.ts';
import { type LinkQuestion } from '#contract/links.ts';
import { Move, ServiceId } from '#contract/provider.ts';
import { hostKeys } from '#ledger/links/host-keys.ts';
import { digestOf } from '#ledger/providers/receiver.ts';
import { providers, serviceOf } from '#ledger/providers/registry.ts';
import { isScenario, scenarios } from '#ledger/providers/simulators/scenarios.ts';
import { canaries, startEcho, tracesOf } from '../providers/canaries.ts';
import { folder } from '../shop.ts';
import { madeUp, message, payment, simulate } from './linked-shop.ts';
import { openOwnDesk, type OwnDesk } from './own-desk.ts';

const dir = folder();
afterAll(() => dir.remove());

/** Everything that a screen, a terminal or a log was given: answers and errors, whole. */
const said: string[] = [];
async function hear(run: () => unknown): Promise<unknown> {
  try {
    const value = await run();
    said.push(JSON.stringify(value) ?? '');
    return value;
  } catch (error) {
    said.push(error instanceof Error ? `${error.message}\n${error.stack}\n${JSON.stringify(error)}` : String(error));
    return null;
  }
}

const isLink = (value: unknown): value is { id: number } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number';

/** An input that each move takes. */
const inputs = {
  'request-payment': { phone: '0700111222', amount: 100, reference: 'A', description: '' },
  'send-money': { phone: '0700111222', amount: 100, command: 'BusinessPayment', remarks: '', occasion: '' },
  'send-airtime': { phone: '0700111222', amount: 100 },
  reverse: { transaction: '1', amount: 100 },
  'send-sms': { phone: '0700111222', text: 'Asante' },
  'send-bulk-sms': { phones: ['0700111222'], text: 'Asante' },
  simulate: { phone: '0700111222', amount: 100, reference: 'A' },
} as const satisfies Record<Move, object>;

const questions = [
  'balance',
  'transaction-status',
  'validate-phone',
  'sms-status',
  'sms-balance',
  'instructions',
] as const satisfies readonly LinkQuestion[];

/** A notice that gives the payment of `code` an id by which two services can be asked about it. */
const notice = (code: string) => ({
  pesaflux: {
    ResponseCode: 0,
    TransactionID: `SOFTPID-${code}`,
    TransactionAmount: 500,
    TransactionReceipt: code,
    TransactionDate: '20260305143300',
  },
  pexmon: {
    Body: {
      stkCallback: {
        CheckoutRequestID: `ws_CO_${code}`,
        ResultCode: 0,
        ResultDesc: 'Fine',
        CallbackMetadata: {
          Item: [
            { Name: 'Amount', Value: 500 },
            { Name: 'MpesaReceiptNumber', Value: code },
          ],
        },
      },
    },
  },
});

/** Everything that can be done with one link, at a server that may do anything. */
async function through({ desk, commands }: OwnDesk, service: ServiceId, url: string, canary: string, code: string) {
  const { handlers } = desk;
  const secrets = Object.fromEntries(providers[service].secrets.map((name) => [name, canary]));
  const prefixed =
    service === 'paynexus'
      ? { secret_key: `sk_${canary}`, public_key: `pk_${canary}` }
      : { ...secrets, email: 'shop@owner.example' };
  const own = Object.fromEntries(
    Object.entries({ ...madeUp[service], ...prefixed }).filter(([name]) => name !== 'email' || service === 'pesaflux'),
  );
  const added = await hear(() =>
    handlers['links.add']({
      service,
      label: 'Shop',
      account: 1,
      baseUrl: url,
      simulated: true,
      credentials: own,
    }),
  );
  // A key that the service could never have given is refused at the door, and that refusal was heard.
  if (!isLink(added)) return;
  const { id: linkedAccount } = added;
  const { capabilities } = serviceOf(providers[service]);
  const enabled = Move.options.filter((one) => capabilities.includes(one));
  await hear(() => handlers['links.set']({ linkedAccount, enabled, automatic: true }));
  await hear(() => handlers['links.test']({ linkedAccount }));
  for (const question of questions) await hear(() => handlers['links.ask']({ linkedAccount, question, value: '1' }));
  await hear(() => handlers['links.register-callbacks']({ linkedAccount }));
  await hear(() => handlers['pulls.start']({ linkedAccount, which: 'list', since: null }));
  const body = service === 'pesaflux' || service === 'pexmon' ? notice(code)[service] : null;
  const values = body && providers[service].callback?.read(body);
  if (values) {
    const text = JSON.stringify(body);
    await commands['link:callback']({ linkedAccount, digest: digestOf(`${linkedAccount}${text}`), body: text, values });
  }
  for (const move of enabled) {
    const press = { id: crypto.randomUUID(), linkedAccount, move, input: inputs[move], confirmed: 100 };
    await hear(() => handlers['moves.press'](press));
  }
  await hear(() => handlers['lookups.start']({ linkedAccount, payments: 'waiting' }));
  await hear(() => desk.settle());
  // It would go on asking by itself, and so take the payments from the links after it.
  await hear(() => handlers['links.remove']({ linkedAccount }));
}

async function everyAnswer({ questions: ask, commands, db }: OwnDesk): Promise<void> {
  const window = { offset: 0, limit: 500 };
  await hear(() => ask['lookups.page']({ state: null, linkedAccount: null, payment: null, ...window }));
  await hear(() => ask['callbacks.page']({ linkedAccount: null, ...window }));
  await hear(() => ask['moves.page']({ linkedAccount: null, ...window }));
  await hear(() => ask['support.facts']({}));
  await hear(() => ask['audit.verify']({}));
  for (const id of db.prepare<[], string>('SELECT id FROM lookup').pluck().all())
    await hear(() => ask['lookups.one']({ id }));
  for (const id of db.prepare<[], string>('SELECT id FROM move').pluck().all())
    await hear(() => ask['moves.one']({ id }));
  for (const subject of ExportSubject.options) {
    for (const format of ExportFormat.options) {
      const made = await commands['exports.make']({ subject, format, account: 1, from: null, to: null }).catch(String);
      if (typeof made === 'string') said.push(made);
      else for (const { path } of made.files) said.push(readFileSync(path, 'latin1'));
    }
  }
}

test('twelve canaries through every failure leave no trace', { timeout: 600_000 }, async () => {
  const path = join(dir.path, 'canaries.risiti');
  const keys = hostKeys(path, { RISITI_PASSPHRASE: 'pass phrase' });
  const shop = await openOwnDesk(path, keys, 400);
  const names = Object.keys(scenarios).filter(isScenario);
  const codes = names.map((_, i) => `UC5AB1${String(i).padStart(4, '0')}`);
  const texts = codes.map((code) => message(code, 500, `INV-${code}`));
  await shop.commands['imports.run']({ sources: [{ text: texts.join('\n') }] });

  for (const [i, scenario] of names.entries()) {
    const code = codes[i]!;
    await Promise.all(
      ServiceId.options.map(async (service, at) => {
        const server = await simulate(service, [payment(1, code, 500, `INV-${code}`)], scenario);
        const canary = canaries[(i + at * 2) % canaries.length]!;
        await through(shop, service, server.url, canary, code);
        await server.close();
      }),
    );
  }
  const echo = await startEcho();
  for (const canary of canaries) {
    for (const service of ServiceId.options) await through(shop, service, echo.url, canary, codes[0]!);
  }
  await echo.close();
  await everyAnswer(shop);
  const lookups = Number(shop.db.prepare("SELECT count(*) FROM lookup WHERE state = 'done'").pluck().get());

  // It was worth the while.
  const kept = Number(shop.db.prepare('SELECT count(*) FROM exchange').pluck().get());
  expect(kept).toBeGreaterThan(500);
  expect(lookups).toBeGreaterThan(100);
  expect(said.length).toBeGreaterThan(2_000);
  const files = readdirSync(dir.path).filter((name) => !name.endsWith('.lock'));
  expect(files).toEqual(expect.arrayContaining(['canaries.risiti', 'canaries.risiti-wal', 'canaries.risiti.secrets']));
  const everything = [
    ...files.map((name) => readFileSync(join(dir.path, name)).toString('latin1')),
    ...[...said, ...shop.logged].map((text) => Buffer.from(text).toString('latin1')),
  ].join('\n');
  const found = canaries.flatMap((canary) =>
    tracesOf(canary).filter((trace) => everything.includes(Buffer.from(trace).toString('latin1'))),
  );
  expect(found).toEqual([]);
  await shop.close();
});
