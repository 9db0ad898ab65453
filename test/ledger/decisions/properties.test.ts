import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewExpectedPayment } from '#contract/sale.ts';
import { at, openShop, receipt, row, type Shop, shillings, statement, text } from '../shop.ts';

const window = { offset: 0, limit: 500 };
/** `RUNS=10000 npx vitest …` walks as many as the issue asks for; the suite a part of them. */
const OPERATIONS = Number(process.env['RUNS'] ?? 500);
const A_WALK = 25;

const time = (n: number) => at(`${8 + Math.floor(n / 6)}:${String((n % 6) * 10).padStart(2, '0')}`);
const amounts = [100, 200, 350, 500];

const saleOf = (n: number, amount: number, noted: boolean): NewExpectedPayment => ({
  kind: 'sale',
  at: time(n),
  precision: 'minute',
  amount: shillings(amount),
  customer: null,
  reference: null,
  receipt: noted ? receipt(n) : null,
});

const questions = (shop: Shop) => ({
  asking: shop.questions['decisions.page']({ code: null, state: null, account: null, search: '', ...window }),
  all: (['open', 'resolved', 'written-off', 'waiting-provider'] as const).map((state) =>
    shop.questions['decisions.page']({ code: null, state, account: null, search: '', ...window }),
  ),
  sales: shop.questions['sales.page']({ state: null, search: '', ...window }),
  matches: shop.questions['matches.page']({ state: null, rule: null, search: '', ...window }),
});

/** All that a person would see of the book, as text. */
const dump = (shop: Shop) => `${shop.dump()}${JSON.stringify(questions(shop))}`;

/** No record in two confirmed matches, nothing shared out twice, one chain of what was done. */
function checkWhole(shop: Shop): void {
  const { sales, matches } = questions(shop);
  const payments = new Map(shop.payments().map((payment) => [payment.id, payment.amount]));
  const dues = new Map(sales.rows.map(({ id, amount }) => [id, amount]));
  const held = new Set<string>();
  for (const { match } of matches.rows.filter((story) => story.match.state === 'confirmed')) {
    for (const { side, id, allocated } of match.items) {
      expect(held.has(`${side} ${id}`), `${side} ${id} is in two confirmed matches`).toBe(false);
      held.add(`${side} ${id}`);
      expect(allocated).toBeLessThanOrEqual(Math.abs((side === 'payment' ? payments : dues).get(id) ?? 0));
    }
  }
  expect(shop.questions['audit.verify']({}).holds).toBe(true);
}

type Operation = readonly [what: number, which: number];
const operations = fc.array(fc.tuple(fc.nat(7), fc.nat(1_000)), { minLength: A_WALK, maxLength: A_WALK });
const pick = <T>(rows: readonly T[], which: number): T | undefined => rows[which % Math.max(1, rows.length)];

/** One thing a person does; false where there is nothing to do it to. */
async function operate(shop: Shop, [what, which]: Operation): Promise<boolean> {
  const { asking, matches, sales } = questions(shop);
  const inState = (state: string) => matches.rows.filter(({ match }) => match.state === state);
  const proposal = pick(inState('proposed'), which);
  const confirmed = pick(inState('confirmed'), which);
  const decision = pick(asking.rows, which);
  if (what === 0) {
    await shop.commands['sales.add']({ sales: [saleOf(which % 60, pick(amounts, which)!, which % 3 === 0)] });
    return true;
  }
  if (what === 1 && proposal) await shop.commands['matches.accept']({ ids: [proposal.match.id] });
  else if (what === 2 && proposal) await shop.commands['matches.reject']({ ids: [proposal.match.id], reason: null });
  else if (what === 3 && confirmed)
    await shop.commands['matches.revoke']({ ids: [confirmed.match.id], reason: 'A mistake' });
  else if (what === 4 && decision)
    await shop.commands['decisions.set']({
      ids: [decision.id],
      state: 'resolved',
      reason: 'Seen to',
      note: null,
      until: null,
    });
  else if (what === 5) return makeByHand(shop, sales.rows, which);
  else if (what === 6 && which % 4 === 0) await shop.import([text(receipt(which % 60), 100, time(which % 60))]);
  else if (what === 7) return removeOne(shop, sales.rows, which);
  else return false;
  return true;
}

type Sales = ReturnType<typeof questions>['sales']['rows'];

async function makeByHand(shop: Shop, sales: Sales, which: number): Promise<boolean> {
  const sale = pick(
    sales.filter(({ state }) => state === 'open'),
    which,
  );
  const payment = pick(shop.payments(), which);
  if (!sale || !payment) return false;
  const allocated = Math.min(sale.amount, payment.amount);
  const items = [
    { side: 'expected' as const, id: sale.id, allocated },
    { side: 'payment' as const, id: payment.id, allocated },
  ];
  return refusable(() => shop.commands['matches.make']({ items, reason: 'By hand' }));
}

async function removeOne(shop: Shop, sales: Sales, which: number): Promise<boolean> {
  const sale = pick(sales, which);
  return sale ? refusable(() => shop.commands['sales.remove']({ ids: [sale.id] })) : false;
}

/** What the book refuses leaves no step. */
async function refusable(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'already-matched' });
    return false;
  }
}

test(
  'whatever is done, every step back leads through the same states, and forward again',
  { timeout: 300 * OPERATIONS },
  async () => {
    await fc.assert(
      fc.asyncProperty(operations, async (walk) => {
        const shop = await openShop();
        // Nothing here is about crashes: thousands of transactions need not wait for the disk.
        shop.db.pragma('synchronous = OFF');
        try {
          const rows = [3, 9, 15, 21].map((n) => row(receipt(n), pick(amounts, n)!, time(n)));
          await shop.import(
            statement(rows),
            [1, 5, 7].map((n) => text(receipt(n), pick(amounts, n)!, time(n))),
          );
          // The model: a stack of what the book looked like.
          const states = [dump(shop)];
          for (const operation of walk) if (await operate(shop, operation)) states.push(dump(shop));
          checkWhole(shop);
          for (const state of states.toReversed().slice(1)) {
            await shop.commands['history.undo']({});
            expect(dump(shop)).toBe(state);
          }
          for (const state of states.slice(1)) {
            await shop.commands['history.redo']({});
            expect(dump(shop)).toBe(state);
          }
          checkWhole(shop);
        } finally {
          shop.close();
        }
      }),
      { numRuns: Math.ceil(OPERATIONS / A_WALK), seed: 20_260_301 },
    );
  },
);
