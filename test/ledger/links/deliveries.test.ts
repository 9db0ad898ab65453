import { afterAll, expect, test } from 'vitest';
import { linkCommands } from '#ledger/links/link-commands.ts';
import type { LinkWrites } from '#ledger/links/writes.ts';
import { openBook } from '#ledger/db/open.ts';
import { makeMoneyMoves } from '#ledger/providers/money-moves.ts';
import { providers } from '#ledger/providers/registry.ts';
import { digestOf } from '#ledger/providers/receiver.ts';
import { openSession } from '#ledger/session.ts';
import { movesIn } from '#ledger/store/moves.ts';
import { join } from 'node:path';
import { seeded } from './seeded.ts';
import { folder } from '../shop.ts';
import { makeWorld } from '../providers/world.ts';

/** 1,000 in the suite; RISITI_LINK_RUNS=10000 for all. */
const RUNS = Number(process.env['RISITI_LINK_RUNS'] ?? 1_000);
const dir = folder();
afterAll(() => dir.remove());

const START = Date.UTC(2026, 2, 5, 12);
const pesaflux = providers.pesaflux;

/** The real tables and orders on this thread; what was under way when it ends is lost. */
function live(path: string) {
  const db = openBook(path);
  const deps = { db, path, now: () => START, cancelled: () => false, onWork: () => undefined };
  const session = openSession(deps);
  return { db, commands: linkCommands(session, deps) };
}

const newLink: LinkWrites['link:add']['input'] = {
  service: 'pesaflux',
  label: 'L',
  account: 1,
  baseUrl: null,
  simulated: false,
  credentials: {},
  secrets: 'name',
  enabled: [],
  automatic: false,
  entrance: null,
};

test(
  'deliveries that come twice, out of order, forged and between kills: the book is the model',
  { timeout: 300_000 },
  async () => {
    const random = seeded(20_260_305);
    const path = join(dir.path, 'deliveries.risiti');
    let life = live(path);
    life.db.exec("INSERT INTO account (id, kind, shortcode) VALUES (1, 'paybill', '5123456')");
    const link = await life.commands['link:add'](newLink);
    const model = new Map<string, { receipt: string; amount: number }>();
    let kills = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const number = random(Math.ceil(RUNS / 3));
      const amount = 100 + number + (random(10) === 0 ? 5 : 0);
      const receipt = `UC5${String(number).padStart(7, '0')}`;
      const body = JSON.stringify({
        ResponseCode: 0,
        ResponseDescription: 'Success. Request accepted for processing',
        MerchantRequestID: `M-${number}`,
        CheckoutRequestID: `C-${number}`,
        TransactionID: `SOFTPID${number}`,
        TransactionAmount: amount,
        TransactionReceipt: receipt,
        TransactionDate: '20260305143300',
        TransactionReference: `INV-${number}`,
        Msisdn: '254722000111',
      });
      const digest = digestOf(body);
      const values = pesaflux.callback!.read(JSON.parse(body))!;
      const stored = await life.commands['link:callback']({ linkedAccount: link, digest, body, values });
      expect(stored).toBe(model.has(digest) ? 'duplicate' : 'stored');
      model.set(digest, { receipt, amount: amount * 100 });
      if (random(Math.ceil(RUNS / 25)) === 0) {
        kills += 1;
        life.db.close();
        life = live(path);
      }
    }
    const told = life.db
      .prepare("SELECT receipt, amount FROM movement WHERE source = 'callback' ORDER BY receipt, amount")
      .all();
    const expected = [...new Map([...model.values()].map((one) => [`${one.receipt} ${one.amount}`, one])).values()];
    expect(told).toEqual(
      expected.toSorted((a, b) => (a.receipt < b.receipt ? -1 : a.receipt > b.receipt ? 1 : a.amount - b.amount)),
    );
    expect(life.db.prepare('SELECT count(*) FROM callback').pluck().get()).toBe(model.size);
    // Nobody was asked: nothing that came by itself is confirmed, forged or not.
    expect(life.db.prepare('SELECT DISTINCT standing FROM payment').pluck().all()).toEqual(['seen']);
    expect(life.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(kills).toBeGreaterThan(5);
    life.db.close();
  },
);

test(
  'presses, crashes and restarts over the book: at most one request a press, and none without',
  { timeout: 300_000 },
  async () => {
    const random = seeded(20_260_306);
    const path = join(dir.path, 'presses.risiti');
    let life = live(path);
    life.db.exec("INSERT INTO account (id, kind, shortcode) VALUES (1, 'paybill', '5123456')");
    const linkedAccount = await life.commands['link:add']({
      ...newLink,
      service: 'payment-app',
      enabled: ['request-payment'],
    });
    const sent = new Map<string, number>();
    const pressed: string[] = [];
    let crashes = 0;
    const provider = providers['payment-app'];
    const link = {
      id: linkedAccount,
      baseUrl: 'https://pay.shop.example',
      simulated: false,
      credentials: { token: 'made-up', app_id: '7' },
    };
    const start = async (dies: () => boolean) => {
      const { commands, db } = life;
      const alive = <T>(run: () => Promise<T>): Promise<T> => (dies() ? Promise.reject(new Error('killed')) : run());
      const world = makeWorld({
        fetch: async (_, init) => {
          const id = /"reference":"([^"]+)"/.exec(typeof init?.body === 'string' ? init.body : '')?.[1] ?? 'nobody';
          sent.set(id, (sent.get(id) ?? 0) + 1);
          const taken = '{"status":"success","data":{"ResponseCode":"0","CheckoutRequestID":"C1"}}';
          return random(3) === 0 ? new Response('{}', { status: 500 }) : new Response(taken);
        },
      });
      const { find, unsettled } = movesIn(db);
      return makeMoneyMoves({
        ask: world.ask,
        now: world.now,
        linkOf: () => ({ provider, link, enabled: ['request-payment'] }),
        store: {
          find,
          unsettled,
          insert: (record) => alive(() => commands['link:move-insert'](record)),
          step: (id, event, exchanges) => alive(() => commands['link:move-step']({ id, event, exchanges })),
        },
      });
    };
    let moves = await start(() => false);
    for (let run = 0; run < RUNS; run += 1) {
      const again = pressed.length > 0 && random(2) === 0 ? pressed[random(pressed.length)] : undefined;
      const id = again ?? `00000000-0000-4000-8000-${String(pressed.length).padStart(12, '0')}`;
      if (again === undefined) pressed.push(id);
      const input = { phone: '0722000111', amount: 40_000, reference: id, description: '' };
      const press = { id, linkedAccount, move: 'request-payment', input, confirmed: null } as const;
      try {
        await moves.press(press);
      } catch {
        crashes += 1;
        life.db.close();
        life = live(path);
        let touches = 3 + random(30);
        await start(() => false);
        moves = await start(() => (touches -= 1) < 0);
      }
      if (run === 0) {
        let touches = 5;
        moves = await start(() => (touches -= 1) < 0);
      }
    }
    const written = movesIn(life.db);
    expect(
      [...sent].filter(([id, times]) => times !== 1 || !pressed.includes(id) || written.find(id) === null),
    ).toEqual([]);
    expect(crashes).toBeGreaterThan(RUNS / 100);
    expect(sent.size).toBeGreaterThan(RUNS / 10);
    life.db.close();
  },
);
