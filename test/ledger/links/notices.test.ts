import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { openBook } from '#ledger/db/open.ts';
import { openBooks, writerThread } from '#ledger/index.ts';
import { hostKeys } from '#ledger/links/host-keys.ts';
import type { SimPayment } from '#ledger/providers/simulators/sim-service.ts';
import { folder } from '../shop.ts';
import { message, simulate } from './linked-shop.ts';
import { seeded } from './seeded.ts';

/** 400 in the suite; RISITI_LINK_RUNS=10000 for all. */
const RUNS = Number(process.env['RISITI_LINK_RUNS'] ?? 400);
const KILLS = 20;
const ABREAST = 8;
const env = { ...process.env, RISITI_PESAFLUX_API_KEY: 'made-up-key', RISITI_PESAFLUX_EMAIL: 'shop@owner.example' };

const dir = folder();
const path = join(dir.path, 'notices.risiti');
let receiver: ChildProcess | null = null;
afterAll(() => {
  receiver?.kill('SIGKILL');
  dir.remove();
});

type Notice = { readonly id: string; readonly receipt: string; readonly amount: number };

const real = (number: number): Notice => ({
  id: `SOFTPID${number}`,
  receipt: `UC5${String(number).padStart(7, '0')}`,
  amount: 100 + number,
});
const forged = (number: number): Notice => ({
  id: `FORGED${number}`,
  receipt: `UC5X${String(number).padStart(6, '0')}`,
  amount: 90_000,
});

const known = ({ id, receipt, amount }: Notice): SimPayment => ({
  id,
  receipt,
  amount: String(amount),
  reference: `INV-${receipt}`,
  phone: '254722000111',
  party: 'A',
  at: '2026-03-05T14:33:00',
  status: 'completed',
});

const bodyOf = ({ id, receipt, amount }: Notice) =>
  JSON.stringify({
    ResponseCode: 0,
    ResponseDescription: 'Success. Request accepted for processing',
    MerchantRequestID: `M-${id}`,
    CheckoutRequestID: `C-${id}`,
    TransactionID: id,
    TransactionAmount: amount,
    TransactionReceipt: receipt,
    TransactionDate: '20260305143300',
    TransactionReference: `INV-${receipt}`,
    Msisdn: '254722000111',
  });

/** What is to be delivered: a third twice, a tenth forged, a twentieth with another amount, and a fifth out of order. */
function deliveries(random: (below: number) => number): Notice[] {
  const planned: Notice[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const kind = random(20);
    const old = planned[random(Math.max(1, planned.length))];
    if (kind < 6 && old) planned.push(old);
    else if (kind < 8) planned.push(forged(run));
    else if (kind === 8) planned.push({ ...real(run), amount: 5 });
    else planned.push(real(run));
  }
  for (let at = 0; at + 9 < planned.length; at += 5) {
    const other = at + random(9);
    [planned[at], planned[other]] = [planned[other]!, planned[at]!];
  }
  return planned;
}

/** A real `risiti receive`; what it was answering when it is killed is answered by nobody. */
async function startReceiver(): Promise<string> {
  const child = spawn(process.execPath, ['cli/main.ts', 'receive', '--book', path], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  receiver = child;
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('risiti receive ended before it printed its address');
}

async function kill(): Promise<void> {
  const dying = receiver!;
  dying.kill('SIGKILL');
  await once(dying, 'exit');
}

test(
  'notices that come twice, out of order, forged and while the program is killed: the book is the model',
  { timeout: 900_000 },
  async () => {
    const random = seeded(20_260_305);
    const service = await simulate(
      'pesaflux',
      Array.from({ length: RUNS }, (_, number) => known(real(number))),
    );
    const books = await openBooks(path, { writer: writerThread, samples: null, keys: hostKeys(path, env) });
    await books.ask('imports.run', { sources: [{ text: message('UC4AB12CD1', 500, 'INV-0') }] });
    const { id: linkedAccount } = await books.ask('links.add', {
      service: 'pesaflux',
      label: 'L',
      account: (await books.ask('book.summary', {})).accounts[0]!.id,
      baseUrl: service.url,
      simulated: true,
      credentials: {},
    });
    const { path: way } = await books.ask('receiver.path', { linkedAccount });
    await books.close();

    const planned = deliveries(random);
    const killedAt = new Set(Array.from({ length: KILLS }, (_, i) => Math.floor(((i + 0.5) * planned.length) / KILLS)));
    let address = await startReceiver();
    let refused = 0;

    /** Delivers as a service does: again and again until it hears 200. */
    async function deliver(notice: Notice): Promise<void> {
      for (let tries = 0; tries < 50; tries += 1) {
        try {
          const headers = { connection: 'close' };
          const { status } = await fetch(address + way, { method: 'POST', headers, body: bodyOf(notice) });
          if (status === 200) return;
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
        }
        refused += 1;
        await restarted;
      }
      throw new Error(`Nobody took ${notice.id}.`);
    }

    let restarted = Promise.resolve();
    for (let at = 0; at < planned.length; at += ABREAST) {
      const sending = planned.slice(at, at + ABREAST).map(deliver);
      if ([...killedAt].some((one) => one >= at && one < at + ABREAST)) {
        await new Promise((resume) => setTimeout(resume, random(4)));
        restarted = kill().then(async () => void (address = await startReceiver()));
      }
      await Promise.all([...sending, restarted]);
    }
    // The questions that notices put into the queue go on, one a second: long enough for a forged one to be asked about.
    const db = openBook(path);
    const asked = db.prepare<[], { receipt: string; amount: number; verdict: string }>(
      `SELECT receipt, amount, verdict FROM lookup WHERE state = 'done'`,
    );
    const end = Date.now() + 60_000;
    while (!asked.all().some(({ receipt }) => receipt.startsWith('UC5X')) && Date.now() < end)
      await new Promise((resume) => setTimeout(resume, 200));
    receiver?.kill('SIGTERM');
    await once(receiver!, 'exit');
    await service.close();

    const model = new Map(planned.map((one) => [`${one.receipt} ${one.amount * 100}`, one]));
    const told = db.prepare("SELECT receipt || ' ' || amount FROM movement WHERE source = 'callback'").pluck().all();
    expect(new Set(told)).toEqual(new Set(model.keys()));
    expect(told.length).toBe(model.size);
    expect(db.prepare('SELECT count(*) FROM callback').pluck().get()).toBe(model.size);
    const verdicts = asked.all().map(({ receipt, amount, verdict }) => {
      const number = Number(receipt.slice(3));
      const kind = Number.isNaN(number) ? 'forged' : amount === real(number).amount * 100 ? 'real' : 'altered';
      return `${kind}: ${verdict}`;
    });
    const possible = ['real: confirmed', 'altered: conflicting', 'forged: inconclusive'];
    expect([...new Set(verdicts)].filter((one) => !possible.includes(one))).toEqual([]);
    expect(verdicts).toEqual(expect.arrayContaining(['real: confirmed', 'forged: inconclusive']));
    const confirmed = db
      .prepare<[], { receipt: string; amount: number }>(
        "SELECT receipt, amount FROM payment WHERE standing = 'confirmed'",
      )
      .all();
    expect(confirmed.filter(({ receipt, amount }) => amount !== real(Number(receipt.slice(3))).amount * 100)).toEqual(
      [],
    );
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    // It was worth the while: the kills hit deliveries under way.
    expect(refused).toBeGreaterThan(KILLS);
    db.close();
  },
);
