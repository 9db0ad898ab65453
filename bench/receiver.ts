/**
 * `npm run bench -- receiver [--json]`: how long a service waits for its 200 when it tells of a payment, stored durably
 * before it is answered, beside a bare server that appends the same text to a file and flushes it. By the clock, as a
 * service waits by it: worth reading on a quiet machine only.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openBooks, writerThread } from '#ledger/index.ts';
import { memorySecrets } from '#ledger/links/secrets.ts';
import { simulated } from '#ledger/providers/simulators/registry.ts';
import { startSimulator } from '#ledger/providers/simulators/simulator.ts';
import { report, type Row } from './measure.ts';

const ROUNDS = 10;
const EACH = 200;
const ABREAST = 8;

const message =
  'UC4AB12CD1 Confirmed. on 5/3/26 at 2:33 PM Ksh500.00 received from JANE WANJIKU 254722000111.  Account Number INV-0 New Utility balance is Ksh9,000.00';

const notice = (number: number): string =>
  JSON.stringify({
    ResponseCode: 0,
    ResponseDescription: 'Success. Request accepted for processing',
    MerchantRequestID: `M-${number}`,
    CheckoutRequestID: `C-${number}`,
    TransactionID: `SOFTPID${number}`,
    TransactionAmount: 100 + number,
    TransactionReceipt: `UC5${String(number).padStart(7, '0')}`,
    TransactionDate: '20260305143300',
    TransactionReference: `INV-${number}`,
    Msisdn: '254722000111',
  });

/** A server that does the least: appends what it is told to a file, flushes it to the disk, and says 200. */
async function bareServer(file: string) {
  const handle = openSync(file, 'a');
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    writeSync(handle, `${await text(request)}\n`);
    fsyncSync(handle);
    response.end('ok');
  }
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  // A server that listens on a port has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close(): void {
      server.closeAllConnections();
      server.close();
      closeSync(handle);
    },
  };
}

/** A book with a linked service and its receiver, listening. */
async function receiver(folder: string) {
  const service = await startSimulator({ service: simulated.pesaflux, payments: [], scenario: 'documented' });
  const keys = { store: memorySecrets(), lent: () => ({ api_key: 'made-up-key', email: 'shop@owner.example' }) };
  const books = await openBooks(join(folder, 'book.risiti'), { writer: writerThread, samples: null, keys });
  await books.ask('imports.run', { sources: [{ text: message }] });
  const { id: linkedAccount } = await books.ask('links.add', {
    service: 'pesaflux',
    label: 'L',
    account: (await books.ask('book.summary', {})).accounts[0]!.id,
    baseUrl: service.url,
    simulated: true,
    credentials: {},
  });
  const { path } = await books.ask('receiver.path', { linkedAccount });
  const { port } = await books.ask('receiver.start', { port: 0 });
  return {
    url: `http://127.0.0.1:${port}${path}`,
    async close(): Promise<void> {
      await books.close();
      await service.close();
    },
  };
}

/** Milliseconds until each of the next deliveries was answered. */
async function deliver(url: string, from: number): Promise<number[]> {
  const took: number[] = [];
  for (let at = from; at < from + EACH; at += ABREAST) {
    await Promise.all(
      Array.from({ length: ABREAST }, async (_, i) => {
        const before = performance.now();
        const { status } = await fetch(url, { method: 'POST', body: notice(at + i) });
        if (status !== 200) throw new Error(`a notice was answered with ${status}`);
        took.push(performance.now() - before);
      }),
    );
  }
  return took;
}

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)]!;

/** The middle and the slowest of a hundred, beside the bare server. */
export async function benchReceiver(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-bench-'));
  const bare = await bareServer(join(folder, 'bare.txt'));
  const ours = await receiver(folder);
  const times = { bare: [] as number[], ours: [] as number[] };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      times.bare.push(...(await deliver(bare.url, round * EACH)));
      times.ours.push(...(await deliver(ours.url, round * EACH)));
    }
  } finally {
    bare.close();
    await ours.close();
    rmSync(folder, { recursive: true });
  }
  const row = (name: string, share: number): Row => ({
    name,
    value: at(times.ours, share),
    unit: 'ms',
    baseline: 'a bare server that appends and flushes',
    ratio: at(times.ours, share) / at(times.bare, share),
    ratioIs: 'times the cost',
    goal: null,
  });
  return [
    row('a notice until its 200, the middle one', 0.5),
    row('a notice until its 200, the slowest of 100 (goal 200 ms)', 0.99),
  ];
}

report(`receiver: ${ROUNDS * EACH} notices, ${ABREAST} abreast`, await benchReceiver());
