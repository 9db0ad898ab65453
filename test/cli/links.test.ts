import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputs } from '#cli/outputs.ts';
import type { Simulator } from '#ledger/providers/simulators/simulator.ts';
import { message, payment, simulate } from '../ledger/links/linked-shop.ts';
import { type Finished, ownFolder, risiti, start } from './run.ts';

const inFolder = ownFolder();
const secret = 'canary-token-51';
const env = { RISITI_PASSPHRASE: 'pass phrase' };
let book: string;
let service: Simulator;

const run = (...words: string[]): Promise<Finished> => risiti([...words, '--book', book], env);

/** One run that is asked something on its terminal. */
const answering = (line: string, ...words: string[]): Promise<Finished> =>
  start([...words, '--book', book], env, `${line}\n`).finished;

const told = [
  message('UC5AB12CD1', 500, 'INV-1'),
  message('UC5AB12CD2', 700, 'INV-2'),
  message('UC5AB12CD3', 900, 'INV-3'),
];

beforeAll(async () => {
  book = inFolder('shop.risiti');
  service = await simulate('payment-app', [
    payment(1, 'UC5AB12CD1', 500, 'INV-1'),
    payment(2, 'UC5AB12CD2', 650, 'INV-2'),
    payment(3, 'UC5AB12CD9', 80, 'INV-9'),
  ]);
  const { openBooks, writerThread } = await import('#ledger/index.ts');
  const books = await openBooks(book, { writer: writerThread, samples: null });
  await books.ask('imports.run', { sources: [{ text: told.join('\n') }] });
  await books.close();
}, 60_000);
afterAll(() => service.close());

test(
  'a service is linked with its secret from the environment, which is then sealed',
  { timeout: 60_000 },
  async () => {
    const words = ['payment-app', '--account', '1', '--address', service.url, '--simulated'];
    const fields = ['--set', 'app_id=7', '--set', 'environment=sandbox'];
    const added = await risiti(['link', 'add', ...words, ...fields, '--book', book], {
      ...env,
      RISITI_PAYMENT_APP_TOKEN: secret,
    });
    expect(added).toEqual({ code: 0, stdout: '1\n', stderr: '' });
    expect(await run('link')).toMatchObject({ code: 0, stdout: '  1  payment-app  Payment app  secrets: file\n' });
    expect(await run('link', 'test', '1')).toMatchObject({ code: 0, stdout: 'The service takes the credentials.\n' });
    for (const file of [book, `${book}.secrets`]) expect(readFileSync(file, 'latin1')).not.toContain(secret);
  },
);

test(
  'payments are looked up by receipt, or all that wait, with what each answer is worth',
  { timeout: 60_000 },
  async () => {
    const one = await run('lookup', 'uc5ab12cd1');
    expect(one).toEqual({
      code: 0,
      stdout: '  UC5AB12CD1  KSh 500.00  confirmed  amount-agrees, receipt-agrees, reference-agrees\n',
      stderr: '',
    });
    const { code, stdout } = await run('lookup', '--json');
    expect(code).toBe(1);
    const found = outputs.lookup.parse(JSON.parse(stdout));
    expect(found).toMatchObject({ added: 2, already: 0, impossible: 0, open: 0 });
    const verdicts = found.lookups.map(({ expected, outcome }) => [expected.receipt, outcome?.verdict]);
    expect(verdicts.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['UC5AB12CD2', 'conflicting'],
      ['UC5AB12CD3', 'inconclusive'],
    ]);
    expect(stdout).not.toContain(secret);
    expect(await run('lookup', 'NOSUCH1234')).toMatchObject({ code: 2, stderr: expect.stringContaining('NOSUCH1234') });
  },
);

test('a list is pulled, and a question is put', { timeout: 60_000 }, async () => {
  expect(await run('link', 'pull', '1', '--since', '2026-03-01')).toMatchObject({
    code: 0,
    stdout: '1 pages, 3 payments: 2 new, 1 already there, 0 not final or without an amount\n',
  });
  const instructions = await run('link', 'ask', '1', 'instructions', '1');
  expect(instructions).toMatchObject({ code: 0, stdout: expect.stringContaining('Lipa na M-PESA & Pay Bill') });
  expect(instructions.stdout).not.toContain('alert');
});

test('money moves only where it is switched on, and the amount is typed', { timeout: 90_000 }, async () => {
  const words = ['order', 'send-money', '--link', '1', 'phone=0711222333', 'amount=75.50', 'command=BusinessPayment'];
  const posts = () => service.requests.filter(({ method }) => method === 'POST').length;
  const off = await answering('75.50', ...words);
  expect([off.code, off.stdout, off.stderr]).toEqual([
    1,
    '',
    'Nothing was sent: this is switched off for the link. Switch it on with risiti link set ID --enable MOVE.\n',
  ]);
  expect(await run('link', 'set', '1', '--enable', 'send-money', '--enable', 'request-payment')).toMatchObject({
    stdout: expect.stringContaining('on: send-money, request-payment'),
  });
  const slip = await answering('75.05', ...words);
  expect([slip.code, slip.stdout, posts()]).toEqual([1, '', 0]);
  expect(slip.stderr).toContain('KSh 75.50');
  expect(slip.stderr).toContain('0711222333');
  expect(slip.stderr).toContain('Paybill');
  const sent = await answering('75.50', ...words);
  expect([sent.code, sent.stdout.split('\n')[0], posts()]).toEqual([
    0,
    'accepted: Accept the service request successfully.',
    1,
  ]);
  const asked = ['order', 'request-payment', '--link', '1', 'phone=0711222333', 'amount=250', 'reference=INV-7'];
  expect(await answering('no', ...asked)).toMatchObject({ code: 1, stdout: '' });
  expect(await answering('yes', ...asked)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^accepted/) });
  expect(posts()).toBe(2);
  expect((await run('order')).stdout.split('\n').length).toBe(3);
});

test('notices are listened for under a path of their own', { timeout: 60_000 }, async () => {
  const pesaflux = await risiti(
    ['link', 'add', 'pesaflux', '--account', '1', '--address', service.url, '--simulated', '--book', book],
    { ...env, RISITI_PESAFLUX_API_KEY: 'made-up-key', RISITI_PESAFLUX_EMAIL: 'shop@owner.example' },
  );
  const { child, finished } = start(['receive', '--link', pesaflux.stdout.trim(), '--book', book], env);
  let address = '';
  for await (const line of createInterface({ input: child.stdout })) {
    address = line;
    break;
  }
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback\/[\w-]{43}$/);
  const notice = {
    ResponseCode: 0,
    TransactionID: 'SOFTPID1',
    TransactionAmount: 100,
    TransactionReceipt: 'UC5AB12CD8',
    TransactionDate: '20260305143300',
  };
  const send = (url: string, body: string) =>
    fetch(url, { method: 'POST', headers: { connection: 'close' }, body }).then(async (answer) => [
      answer.status,
      await answer.text(),
    ]);
  const heard = '{"status":"success","message":"Webhook processed"}';
  expect(await send(address, JSON.stringify(notice))).toEqual([200, heard]);
  expect(await send(address, JSON.stringify(notice))).toEqual([200, heard]);
  expect(await send(`${address}x`, JSON.stringify(notice))).toEqual([404, '']);
  expect(await send(address, '{"no":"notice"}')).toEqual([400, 'Invalid webhook data']);
  child.kill('SIGTERM');
  expect(await finished).toMatchObject({ code: 0, stderr: '' });
});

test.each([
  [['link', 'add', 'nobody'], 'Name one service'],
  [['link', 'add', 'payment-app', '--set', 'token=x'], 'is a secret'],
  [['link', 'set', '1', '--enable', 'gamble'], 'There is no move'],
  [['order', 'request-payment', '--link', '1', 'amount=ten'], 'amount'],
])('%j is refused with a word about it', { timeout: 60_000 }, async (words, said) => {
  const { code, stdout, stderr } = await run(...words);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(said);
});

test('what helps to find a fault tells nothing of the shop', { timeout: 60_000 }, async () => {
  const { code, stdout } = await run('support');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    program: { name: 'risiti' },
    book: { integrity: 'ok', links: [{ service: 'payment-app', verdicts: { confirmed: expect.any(Number) } }, {}] },
  });
  for (const word of ['JANE', '254722000111', 'UC5AB12CD1', 'INV-1', secret, '50000', service.url, 'Payment app'])
    expect(stdout).not.toContain(word);
});
