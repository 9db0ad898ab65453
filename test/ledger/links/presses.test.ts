import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { openBook } from '#ledger/db/open.ts';
import { memorySecrets } from '#ledger/links/secrets.ts';
import { movesIn } from '#ledger/store/moves.ts';
import { folder } from '../shop.ts';
import { madeUp, simulate } from './linked-shop.ts';
import { openOwnDesk } from './own-desk.ts';
import { seeded } from './seeded.ts';

/** 1,000 in the suite; RISITI_LINK_RUNS=10000 for all. */
const RUNS = Number(process.env['RISITI_LINK_RUNS'] ?? 1_000);
/** One in so many operations kills the program. */
const KILL = Math.ceil(RUNS / 12);

const dir = folder();
const path = join(dir.path, 'presses.risiti');
let program: ChildProcess | null = null;
afterAll(() => {
  program?.kill('SIGKILL');
  dir.remove();
});

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const pressOf = (number: number, linkedAccount: number) => ({
  id: idOf(number),
  linkedAccount,
  move: 'request-payment',
  input: { phone: '0722000111', amount: 40_000, reference: idOf(number), description: '' },
  confirmed: null,
});

/** The program, with the orders that wait for its answer; killed, they wait for ever. */
async function startProgram() {
  const child = spawn(process.execPath, ['test/ledger/links/presser.ts', path], { stdio: ['pipe', 'pipe', 'inherit'] });
  program = child;
  const waiting = new Map<number, () => void>();
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'ready') return resolve();
    const { n }: { n: number } = JSON.parse(line);
    waiting.get(n)?.();
  });
  await ready;
  let orders = 0;
  let meant = false;
  const gone = ended();
  async function ended(): Promise<void> {
    await once(child, 'exit');
    if (!meant) throw new Error('The program ended by itself.');
  }
  return {
    /** Resolves when it was answered, or when nobody is there any more. */
    order(name: string, input: unknown): Promise<unknown> {
      orders += 1;
      const n = orders;
      const answered = new Promise<void>((answer) => waiting.set(n, answer));
      child.stdin.write(`${JSON.stringify({ n, name, input })}\n`);
      return Promise.race([answered, gone]);
    },
    async kill() {
      meant = true;
      child.kill('SIGKILL');
      await gone;
    },
  };
}

test(
  'presses, kills and restarts of a real program: at most one request a press, and none without',
  { timeout: 900_000 },
  async () => {
    const random = seeded(20_260_306);
    const service = await simulate('payment-app');
    const keys = { store: memorySecrets(), lent: () => madeUp['payment-app'] };
    const first = await openOwnDesk(path, keys);
    first.db.exec("INSERT INTO account (id, kind, shortcode) VALUES (1, 'paybill', '5123456')");
    const linkedAccount = await first.commands['link:add']({
      service: 'payment-app',
      label: 'L',
      account: 1,
      baseUrl: service.url,
      simulated: true,
      credentials: { app_id: '7', environment: 'sandbox' },
      secrets: 'name',
      enabled: [],
      automatic: false,
      entrance: null,
    });
    await first.close();

    let running = await startProgram();
    let pressed = 0;
    const allowed = new Set<string>();
    let enabled = false;
    let kills = 0;
    let underWay: Promise<unknown>[] = [];
    const press = (number: number) => {
      if (enabled) allowed.add(idOf(number));
      underWay.push(running.order('moves.press', pressOf(number, linkedAccount)));
    };
    for (let run = 0; run < RUNS; run += 1) {
      const kind = random(20);
      if (kind < 10) press((pressed += 1));
      else if (kind < 17) press(1 + random(pressed + 1));
      else if (kind === 17) underWay.push(running.order('settle', null));
      else if (kind === 18) {
        // What is switched off is off for every press after it, so nothing is under way while it is switched.
        await Promise.all(underWay.splice(0));
        enabled = random(4) > 0;
        await running.order('links.set', { linkedAccount, enabled: enabled ? ['request-payment'] : [] });
      }
      if (random(KILL) === 0) {
        await new Promise((resume) => setTimeout(resume, random(8)));
        await running.kill();
        kills += 1;
        underWay = [];
        running = await startProgram();
      } else if (underWay.length > 6) await Promise.all(underWay.splice(0));
    }
    await Promise.all(underWay);
    await running.kill();
    running = await startProgram();
    await running.order('settle', null);
    await running.kill();

    const sent = new Map<string, number>();
    for (const { method, path: at, body } of service.requests) {
      if (method !== 'POST') continue;
      expect(at).toBe('/api/pay/7/requestPayment');
      const { reference }: { reference: string } = JSON.parse(body);
      sent.set(reference, (sent.get(reference) ?? 0) + 1);
    }
    await service.close();
    const db = openBook(path);
    const { find, unsettled } = movesIn(db);
    // Each request was pressed for while it was switched on, was written down, and left once.
    expect([...sent].filter(([id, times]) => times !== 1 || !allowed.has(id) || find(id) === null)).toEqual([]);
    const states = new Set([...allowed].flatMap((id) => find(id)?.state ?? []));
    // What was being sent when it was killed is unknown until it is looked up, whether it left or not.
    expect(unsettled().filter(({ state }) => state === 'sending')).toEqual([]);
    expect([...states].filter((state) => !['completed', 'unknown', 'not-sent', 'accepted'].includes(state))).toEqual(
      [],
    );
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
    // It was worth the while.
    expect(kills).toBeGreaterThan(5);
    expect(sent.size).toBeGreaterThan(RUNS / 10);
    expect([...states]).toContain('completed');
  },
);
