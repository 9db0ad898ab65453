import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PaymentFilter } from '#contract/payment.ts';
import type { Read } from '#ledger/imports/importer.ts';
import { at, openShop, receipt, row, type Shop, sale, shillings, statement } from '../shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const window = { offset: 0, limit: 200 };
const [noted, another, back] = [receipt(1), receipt(2), receipt(9, 6)];
const sixth = { period: { from: at('0:00', 6), to: at('23:59:59', 6) }, totalIn: null };
const takes = (of: string, amount: number, by = back): Read =>
  row(by, -amount, at('8:00', 6), { kind: 'reversal_debited', linkedReceipt: of });
const bought = statement([row(noted, 1_000, at('9:00:10')), row(another, 400, at('10:00:10'))]);

const sales = () =>
  shop.questions['sales.page']({ state: null, search: '', ...window }).rows.map(({ state, open }) => [state, open]);
const asking = () =>
  shop.questions['decisions.page']({ code: null, state: null, account: null, search: '', ...window }).rows;
const found = () => asking().map(({ code, cents }) => [code, cents]);
const paid = () => shop.reconciliation().allocation.paid;
const figures = () => shop.questions['days.one']({ date: '2026-03-05' }).figures;

test('a sale is paid by what stays of its payment, and the rest is open', async () => {
  await shop.import(bought);
  await shop.commands['sales.add']({ sales: [sale(1_000, at('9:01'), { receipt: noted })] });
  expect(sales()).toEqual([['paid', 0]]);
  const [later] = await shop.import(statement([takes(noted, 300)], sixth));
  expect(sales()).toEqual([['part-paid', shillings(300)]]);
  expect(paid()).toEqual({ count: 1, cents: shillings(700) });
  expect(found()).toEqual([
    ['paid-not-expected', shillings(400)],
    ['reversed-after-sale', shillings(300)],
  ]);
  const [match] = shop.questions['matches.page']({ state: null, rule: null, search: '', ...window }).rows;
  expect(match).toMatchObject({
    match: { state: 'confirmed', residual: shillings(-300) },
    payments: [{ takenBack: 30_000 }],
  });
  await shop.undo(later!.id);
  expect(sales()).toEqual([['paid', 0]]);
});

test('so is one that its owner put together with a payment before it was taken back', async () => {
  await shop.import(bought);
  const [one, two] = [shop.payment(noted)!, shop.payment(another)!];
  const { ids } = await shop.commands['sales.add']({ sales: [sale(1_300, at('11:30'))] });
  const items = [
    { side: 'expected' as const, id: ids[0]!, allocated: shillings(1_300) },
    { side: 'payment' as const, id: one.id, allocated: shillings(1_000) },
    { side: 'payment' as const, id: two.id, allocated: shillings(300) },
  ];
  await shop.commands['matches.make']({ items, reason: 'A hundred too much' });
  const open = () => sales()[0]![1];
  await shop.import(statement([takes(another, 100)], sixth));
  expect(open()).toBe(0);
  await shop.import(statement([takes(noted, 250, receipt(8, 6))], sixth));
  expect(open()).toBe(shillings(250));
  await shop.import(statement([takes(noted, 750, receipt(7, 6))], sixth));
  expect(open()).toBe(shillings(1_000));
});

test('no more of it can be shared out than what stays', async () => {
  await shop.import(bought, statement([takes(noted, 300)], sixth));
  const { ids } = await shop.commands['sales.add']({ sales: [sale(700, at('15:00', 4))] });
  const items = (allocated: number) => [
    { side: 'expected' as const, id: ids[0]!, allocated: shillings(allocated) },
    { side: 'payment' as const, id: shop.payment(noted)!.id, allocated: shillings(allocated) },
  ];
  await expect(shop.commands['matches.make']({ items: items(701), reason: null })).rejects.toMatchObject({
    code: 'does-not-add-up',
  });
  await shop.commands['matches.make']({ items: items(700), reason: null });
  expect(sales()).toEqual([['paid', 0]]);
});

test('the counter says so, and the figures of the day count what stays', async () => {
  await shop.import(bought, statement([takes(noted, 300)], sixth));
  expect(shop.questions['counter.check']({ text: noted, amountCents: null })).toMatchObject({
    verdict: 'part-taken-back',
    found: [{ payment: { amount: shillings(1_000), takenBack: shillings(300) } }],
  });
  expect(figures()).toMatchObject({ mpesa: { count: 2, cents: shillings(1_100) }, proved: shillings(1_100) });
  const { totals } = shop.questions['payments.page']({
    filter: PaymentFilter.parse({ takings: 'all', from: '2026-03-05', to: '2026-03-05' }),
    sort: { by: 'receipt', descending: false },
    ...window,
  });
  expect(totals.in).toBe(shillings(1_100));
});

const PAYMENTS = 3;
const codes = Array.from({ length: PAYMENTS }, (_, n) => receipt(n));
const amountOf = (n: number) => shillings(100 * (1 + n));
const acts = fc.constantFrom('sell', 'accept', 'make', 'take', 'undo');
const walks = fc.array(fc.tuple(acts, fc.nat(100), fc.nat(150)), { minLength: 6, maxLength: 16 });

/** A book, and what really stays of its payments, counted beside it. */
async function shopAndTruth() {
  const book = await openShop();
  // Nothing here is about crashes.
  book.db.pragma('synchronous = OFF');
  await book.import(statement(codes.map((code, n) => row(code, amountOf(n) / 100, at(`${8 + n}:00:10`)))));
  const taken: { readonly file: number; readonly of: number; readonly cents: number }[] = [];
  let takings = 0;
  return {
    book,
    staysOf: (n: number) =>
      taken.filter(({ of }) => of === n).reduce((left, { cents }) => Math.max(0, left - cents), Number(amountOf(n))),
    async take(n: number, cents: number) {
      const [file] = await book.import(statement([takes(codes[n]!, cents / 100, receipt((takings += 1), 6))], sixth));
      taken.push({ file: file!.id, of: n, cents });
    },
    async giveBack() {
      const last = taken.pop();
      if (last) await book.undo(last.file);
    },
  };
}

type Truth = Awaited<ReturnType<typeof shopAndTruth>>;
const matchesIn = ({ book }: Truth, state: 'confirmed' | 'proposed') =>
  book.questions['matches.page']({ state, rule: null, search: '', ...window }).rows;
const salesIn = ({ book }: Truth) => book.questions['sales.page']({ state: null, search: '', ...window }).rows;
const receivedBy = (of: ReturnType<typeof salesIn>) => of.reduce((sum, { amount, open }) => sum + amount - open, 0);

async function act(truth: Truth, [what, which, much]: readonly [string, number, number]): Promise<unknown> {
  const { book } = truth;
  const n = which % PAYMENTS;
  if (what === 'take') return truth.take(n, shillings(1 + much));
  if (what === 'undo') return truth.giveBack();
  if (what === 'sell') {
    const named = which % 2 === 0 ? { receipt: codes[n]! } : {};
    return book.commands['sales.add']({ sales: [sale(amountOf(n) / 100, at(`${8 + n}:01`), named)] });
  }
  const [proposed] = matchesIn(truth, 'proposed');
  if (what === 'accept') return proposed && book.commands['matches.accept']({ ids: [proposed.match.id] });
  const due = salesIn(truth).find(({ state }) => state === 'open');
  const payment = book.payment(codes[n]!)!;
  const allocated = Math.min(due?.amount ?? 0, payment.amount - payment.takenBack);
  if (!due || allocated === 0) return null;
  const items = [
    { side: 'expected' as const, id: due.id, allocated },
    { side: 'payment' as const, id: payment.id, allocated },
  ];
  return book.commands['matches.make']({ items, reason: 'By hand' }).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 'already-matched' });
  });
}

test('what sales received is never more than what really stays', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(walks, async (walk) => {
      const truth = await shopAndTruth();
      for (const step of walk) {
        await act(truth, step);
        expect(truth.book.reconciliation().allocation.paid.cents).toBe(receivedBy(salesIn(truth)));
        for (const { payments, sales: of } of matchesIn(truth, 'confirmed')) {
          const most = payments.reduce((sum, { receipt: code }) => sum + truth.staysOf(codes.indexOf(code!)), 0);
          expect(receivedBy(of)).toBeLessThanOrEqual(most);
        }
      }
      truth.book.close();
    }),
    { numRuns: 40, seed: 20_260_301 },
  );
});
