import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NewExpectedPayment } from '#contract/sale.ts';
import { at, openShop, receipt, row, type Shop, shillings, statement, text } from '../shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const sale = (amount: number, time: string | null, rest: Partial<NewExpectedPayment> = {}): NewExpectedPayment => ({
  kind: 'sale',
  at: time,
  precision: time === null ? null : 'minute',
  amount: shillings(amount),
  customer: null,
  reference: null,
  receipt: null,
  ...rest,
});

const window = { offset: 0, limit: 100 };
const asking = (rest: object = {}) =>
  shop.questions['decisions.page']({ code: null, state: null, account: null, search: '', ...window, ...rest });
/** The messages of these tests all print one balance, so that their chain never holds. */
const found = () => asking().rows.filter(({ code }) => code !== 'balance-gap');
const sales = () => shop.questions['sales.page']({ state: null, search: '', ...window }).rows;
const history = () => shop.questions['history.page'](window);

test('a receipt that was noted confirms its sale, and asks for nothing', async () => {
  const [one, two] = [receipt(1), receipt(2)];
  await shop.import([text(one, 500, at('9:05')), text(two, 700, at('11:20'))]);
  await shop.commands['sales.add']({ sales: [sale(500, at('9:06'), { receipt: one }), sale(700, at('11:21'))] });
  expect(sales().map(({ state, open }) => [state, open])).toEqual([
    ['proposed', shillings(700)],
    ['paid', 0],
  ]);
  expect(found().map(({ code, cents }) => [code, cents])).toEqual([['to-confirm', shillings(700)]]);
});

test('accepting, undoing and doing again are one step each, and the book is what it was', async () => {
  await shop.import([text(receipt(1), 700, at('11:20'))]);
  await shop.commands['sales.add']({ sales: [sale(700, at('11:21'))] });
  const before = JSON.stringify([asking(), sales()]);
  const [open] = asking().rows;
  await shop.commands['matches.accept']({ ids: [open!.match!] });
  const after = JSON.stringify([asking(), sales()]);
  expect(sales()[0]).toMatchObject({ state: 'paid', open: 0 });
  expect(asking().total).toBe(0);

  await shop.commands['history.undo']({});
  expect(JSON.stringify([asking(), sales()])).toBe(before);
  expect(history()).toMatchObject({ canUndo: true, canRedo: true });
  await shop.commands['history.redo']({});
  expect(JSON.stringify([asking(), sales()])).toBe(after);
});

test('what was rejected is not proposed again, nor after another import', async () => {
  await shop.import([text(receipt(1), 700, at('11:20'))]);
  await shop.commands['sales.add']({ sales: [sale(700, at('11:21'))] });
  await shop.commands['matches.reject']({ ids: [asking().rows[0]!.match!], reason: null });
  expect(sales()[0]).toMatchObject({ state: 'open' });
  await shop.import([text(receipt(9), 40, at('15:00'))]);
  expect(sales()[0]).toMatchObject({ state: 'open', match: null });
  expect(found().map(({ code, cents }) => [code, cents])).toEqual([
    ['ambiguous', shillings(700)],
    ['paid-not-expected', shillings(40)],
  ]);
});

test('a match by hand says why its sides differ, and takes no record twice', async () => {
  await shop.import([text(receipt(1), 700, at('11:20')), text(receipt(2), 300, at('18:00'))]);
  const { ids } = await shop.commands['sales.add']({ sales: [sale(1050, at('9:00', 4))] });
  const [first, second] = [shop.payment(receipt(1))!, shop.payment(receipt(2))!];
  const items = [
    { side: 'expected' as const, id: ids[0]!, allocated: shillings(1000) },
    { side: 'payment' as const, id: first.id, allocated: shillings(700) },
    { side: 'payment' as const, id: second.id, allocated: shillings(300) },
  ];
  await expect(shop.commands['matches.make']({ items, reason: null })).rejects.toMatchObject({
    code: 'does-not-add-up',
  });
  const { id } = await shop.commands['matches.make']({ items, reason: 'Fifty shillings off' });
  expect(sales()[0]).toMatchObject({ state: 'part-paid', open: shillings(50), match: id });
  await expect(shop.commands['matches.make']({ items, reason: 'again' })).rejects.toMatchObject({
    code: 'already-matched',
  });
  await shop.commands['matches.revoke']({ ids: [id], reason: 'It was another customer' });
  expect(sales()[0]).toMatchObject({ open: shillings(1050) });
});

test('a decision keeps its state when the book is derived anew, and needs its reason', async () => {
  const rows = [row(receipt(1), 500, at('9:05:10'))];
  await shop.import(statement(rows), [text(receipt(2), 800, at('12:00'))]);
  const [amiss] = asking().rows;
  expect(amiss).toMatchObject({ code: 'not-on-statement', cents: shillings(800) });
  await shop.commands['decisions.set']({
    ids: [amiss!.id],
    state: 'written-off',
    reason: 'A screenshot',
    note: null,
    until: null,
  });
  expect(asking().total).toBe(0);
  await shop.import([text(receipt(3), 20, at('9:00', 7))]);
  expect(asking({ state: 'written-off' }).rows[0]).toMatchObject({ id: amiss!.id, reason: 'A screenshot' });
});

test('the audit is one chain that says where it was broken', async () => {
  await shop.import([text(receipt(1), 700, at('11:20'))]);
  await shop.commands['sales.add']({ sales: [sale(700, at('11:21'))] });
  await shop.commands['history.undo']({});
  expect(shop.questions['audit.verify']({})).toMatchObject({ holds: true, entries: 3 });
  expect(() => shop.db.exec("UPDATE audit SET body = '{}' WHERE seq = 2")).toThrow('append-only');
  expect(() => shop.db.exec('DELETE FROM audit')).toThrow('append-only');
  shop.db.exec('DROP TRIGGER audit_stays');
  for (const column of ['at', 'who', 'name', 'body', 'prev', 'hash']) {
    const was = shop.db.prepare<[], string>(`SELECT ${column} FROM audit WHERE seq = 2`).pluck().get();
    shop.db.prepare(`UPDATE audit SET ${column} = ${column} || ' ' WHERE seq = 2`).run();
    expect({ column, ...shop.questions['audit.verify']({}) }).toMatchObject({ column, holds: false, firstBroken: 2 });
    shop.db.prepare(`UPDATE audit SET ${column} = ? WHERE seq = 2`).run(was);
    expect(shop.questions['audit.verify']({}).holds).toBe(true);
  }
  shop.db.exec('UPDATE audit SET seq = 7 WHERE seq = 3');
  expect(shop.questions['audit.verify']({})).toMatchObject({ holds: false, firstBroken: 7 });
});

test('an import is a step like any other', async () => {
  await shop.import([text(receipt(1), 700, at('11:20'))]);
  const before = shop.dump();
  await shop.commands['history.undo']({});
  expect(shop.payments()).toEqual([]);
  await shop.commands['history.redo']({});
  expect(shop.dump()).toBe(before);
});

test('a sale that only one account may pay, and an invoice paid under another number, ask by themselves', async () => {
  await shop.import(
    statement([row(receipt(1), 500, at('9:00'), { kind: 'merchant_paybill_receive', accountRef: 'INV-1O' })], {
      account: { kind: 'paybill', shortcode: '600100' },
    }),
    statement([row(receipt(2), 300, at('9:30'))]),
  );
  const paybill = shop.payments().find((payment) => payment.receipt === receipt(1))!.account.id;
  await shop.commands['sales.add']({
    sales: [
      sale(500, at('8:00'), { kind: 'invoice', reference: 'INV-10' }),
      sale(300, at('9:31'), { receipt: receipt(2), account: paybill }),
    ],
  });
  expect(found().map(({ code, cents }) => [code, cents])).toEqual([
    ['wrong-reference', shillings(500)],
    ['other-account', shillings(300)],
  ]);
  const nowhere = shop.commands['sales.add']({ sales: [sale(300, at('9:31'), { account: 99 })] });
  await expect(nowhere).rejects.toMatchObject({ code: 'not-found' });
});

test('a word holds for the money it was said about, and not for more', async () => {
  const noon = at('12:00');
  await shop.import(statement([row(receipt(1), 900, noon)], { totalIn: null }));
  const [near] = await shop.import([text(receipt(1), 850, noon)]);
  const { id } = found()[0]!;
  const settled = { ids: [id], reason: 'Rounded by hand', note: null, until: null };
  await shop.commands['decisions.set']({ ...settled, state: 'written-off' });
  expect(found()).toEqual([]);

  await shop.undo(near!.id);
  const [far] = await shop.import([text(receipt(1), 90, noon)]);
  expect(found()[0]).toMatchObject({ id, state: 'open', reopened: true, reason: 'Rounded by hand' });
  expect(asking({ state: 'written-off' }).total).toBe(0);
  await shop.undo(far!.id);
  await shop.import([text(receipt(1), 850, noon)]);
  expect(found()).toEqual([]);
  expect(asking({ state: 'written-off' }).rows[0]).toMatchObject({ id, cents: shillings(50), reopened: false });
});

test('a sale is not paid by a payment that was taken back, whoever put them together', async () => {
  const sold = [sale(700, at('9:01')), sale(400, at('10:01'))];
  await shop.import(statement([row(receipt(1), 700, at('9:00:10')), row(receipt(2), 400, at('10:00:10'))]));
  await shop.commands['sales.add']({ sales: sold });
  await shop.commands['matches.accept']({ ids: found().map(({ match }) => match!) });
  const paid = () => shop.reconciliation().allocation.paid;
  expect(paid()).toEqual({ count: 2, cents: shillings(1100) });

  const back = row(receipt(3, 6), -700, at('8:00', 6), { kind: 'reversal_debited', linkedReceipt: receipt(1) });
  const [later] = await shop.import(statement([back], { period: { from: at('0:00', 6), to: at('23:59:59', 6) } }));
  expect(sales().map(({ state, open }) => [state, open])).toEqual([
    ['paid', 0],
    ['open', shillings(700)],
  ]);
  expect(paid()).toEqual({ count: 1, cents: shillings(400) });
  expect(shop.questions['days.one']({ date: '2026-03-05' }).figures.sales.paid).toBe(shillings(400));
  expect(found().map(({ code, cents }) => [code, cents])).toEqual([['reversed-after-sale', shillings(700)]]);
  await shop.undo(later!.id);
  expect(paid()).toEqual({ count: 2, cents: shillings(1100) });
});
