import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewExpectedPayment } from '#contract/sale.ts';
import { at, openShop, receipt, row, type Shop, shillings, statement } from '../shop.ts';

/** `SEQUENCES=10000 npx vitest …` runs as many as the issue asks for; the suite a part of them. */
const SEQUENCES = Number(process.env['SEQUENCES'] ?? 200);
const LENGTH = 8;
const A_BOOK = 50;

/**
 * The model: what a person said, as plain maps, and every state there was, one a step. It knows nothing of SQL, of rules or
 * of what asks: those are the book's to derive.
 */
type State = {
  readonly sales: ReadonlyMap<number, 'live' | 'removed'>;
  readonly words: ReadonlyMap<number, string>;
  readonly rulings: ReadonlyMap<number, string>;
};

class Model {
  states: State[] = [{ sales: new Map(), words: new Map(), rulings: new Map() }];
  now = 0;

  get state(): State {
    return this.states[this.now]!;
  }
  /** Something new drops what was undone. */
  step(change: Partial<State>): void {
    this.states = [...this.states.slice(0, this.now + 1), { ...this.state, ...change }];
    this.now += 1;
  }
  with<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
    return new Map([...map, [key, value]]);
  }
}

const pairs = <V>(rows: readonly { id: number; state: V }[]) => rows.map(({ id, state }): [number, V] => [id, state]);

/** The same three things as the book's tables have them. */
function told(shop: Shop) {
  const read = (sql: string) => pairs(shop.db.prepare<[], { id: number; state: string }>(`${sql} ORDER BY id`).all());
  return {
    sales: read("SELECT id, 'live' AS state FROM expected WHERE live = 1"),
    words: read('SELECT id, state FROM match WHERE decided_by IS NOT NULL AND live = 1'),
    rulings: read("SELECT id, state FROM exception WHERE state <> 'open'"),
  };
}

/** What the model says, in the words of the tables. */
function expected({ state }: Model) {
  const byId = (a: readonly [number, string], b: readonly [number, string]) => a[0] - b[0];
  return {
    sales: [...state.sales].filter(([, sale]) => sale === 'live').toSorted(byId),
    words: [...state.words].toSorted(byId),
    rulings: [...state.rulings].filter(([, ruling]) => ruling !== 'open').toSorted(byId),
  };
}

const sale = (n: number): NewExpectedPayment => ({
  kind: 'sale',
  at: at(`9:${String(n % 60).padStart(2, '0')}`),
  precision: 'minute',
  amount: shillings(100 * (1 + (n % 3))),
  customer: null,
  reference: null,
  receipt: n % 4 === 0 ? receipt(n % 6) : null,
});

type Operation = readonly [what: number, which: number];

const ids = (shop: Shop, sql: string) => shop.db.prepare<[], number>(sql).pluck().all();
const pick = (rows: readonly number[], which: number) => rows[which % Math.max(1, rows.length)];

/** Does one thing to both; what there is nothing to do to is left. */
async function both(shop: Shop, model: Model, [what, which]: Operation): Promise<void> {
  const { sales, rulings } = model.state;
  const match = (state: string) =>
    pick(ids(shop, `SELECT id FROM match WHERE live = 1 AND state = '${state}' ORDER BY id`), which);
  if (what <= 1) {
    const { ids: made } = await shop.commands['sales.add']({ sales: [sale(which)] });
    model.step({ sales: model.with(sales, made[0]!, 'live') });
  } else if (what === 2) await say(shop, model, 'matches.accept', match('proposed'), 'confirmed');
  else if (what === 3) await say(shop, model, 'matches.reject', match('proposed'), 'rejected');
  else if (what === 4) await say(shop, model, 'matches.revoke', match('confirmed'), 'revoked');
  else if (what === 5) {
    const id = pick(ids(shop, 'SELECT id FROM exception WHERE live = 1 ORDER BY id'), which);
    if (id === undefined) return;
    const state = (['waiting-statement', 'resolved', 'written-off', 'open'] as const)[which % 4]!;
    await shop.commands['decisions.set']({ ids: [id], state, reason: 'Seen to', note: null, until: null });
    model.step({ rulings: model.with(rulings, id, state) });
  } else if (what === 6) {
    const free = [...sales].filter(([, state]) => state === 'live').map(([id]) => id);
    const held = new Set(
      ids(
        shop,
        `SELECT i.record FROM match m JOIN match_item i ON i.match = m.id
      WHERE m.live = 1 AND m.state = 'confirmed' AND m.decided_by IS NOT NULL AND i.side = 'expected'`,
      ),
    );
    const id = pick(
      free.filter((one) => !held.has(one)),
      which,
    );
    if (id === undefined) return;
    await shop.commands['sales.remove']({ ids: [id] });
    model.step({ sales: model.with(sales, id, 'removed') });
  } else if (what === 7) {
    if (model.now === 0) return;
    await shop.commands['history.undo']({});
    model.now -= 1;
  } else if (model.now + 1 < model.states.length) {
    await shop.commands['history.redo']({});
    model.now += 1;
  }
}

type Ruling = 'matches.accept' | 'matches.reject' | 'matches.revoke';

async function say(shop: Shop, model: Model, name: Ruling, id: number | undefined, state: string): Promise<void> {
  if (id === undefined) return;
  await shop.commands[name]({ ids: [id], reason: 'A person said so' });
  model.step({ words: model.with(model.state.words, id, state) });
}

const sequence = fc.array(fc.tuple(fc.nat(8), fc.nat(47)), { minLength: LENGTH, maxLength: LENGTH });

/** One sequence after another in one book: what the one has taken back must not show in the next. */
async function walk(shop: Shop, sequences: readonly (readonly Operation[])[]): Promise<void> {
  shop.db.pragma('synchronous = OFF');
  await shop.import(statement([0, 1, 2, 3, 4, 5].map((n) => row(receipt(n), 100 * (1 + (n % 3)), at(`9:0${n}:00`)))));
  const clean = shop.dump();
  for (const operations of sequences) {
    const model = new Model();
    for (const operation of operations) await both(shop, model, operation);
    expect(told(shop)).toEqual(expected(model));
    while (model.now > 0) await both(shop, model, [7, 0]);
    expect(shop.dump()).toBe(clean);
  }
}

test(`${SEQUENCES} sequences of what people do agree with a simple model of it`, { timeout: 60 * SEQUENCES }, () =>
  fc.assert(
    fc.asyncProperty(fc.array(sequence, { minLength: A_BOOK, maxLength: A_BOOK }), async (sequences) => {
      const shop = await openShop();
      try {
        await walk(shop, sequences);
        expect(shop.questions['audit.verify']({}).holds).toBe(true);
      } finally {
        shop.close();
      }
    }),
    { numRuns: Math.ceil(SEQUENCES / A_BOOK), seed: 20_261_128 },
  ),
);
