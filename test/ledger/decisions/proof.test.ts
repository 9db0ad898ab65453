import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, openShop, receipt, row, type Shop, shillings, statement, text } from '../shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

/** Rows that print the balance they leave, from the opening that a test's statement has. */
function printed(amounts: readonly number[], from = 1) {
  let balance = 10_000;
  return amounts.map((amount, n) => {
    balance += amount;
    return row(receipt(from + n), amount, at(`${9 + n}:00:00`), { balanceAfter: shillings(balance) });
  });
}

const check = (words: string, amount: number | null = null) =>
  shop.questions['counter.check']({ text: words, amountCents: amount === null ? null : shillings(amount) });
const account = () => shop.payments()[0]!.account.id;
const march = () => shop.questions['periods.list']({ account: account() })[0]!;
const asking = () =>
  shop.questions['decisions.page']({ code: null, state: null, account: null, search: '', offset: 0, limit: 100 }).rows;

test.each([
  ['confirmed', receipt(1), 500],
  ['confirmed', ` ${receipt(1).toLowerCase()} `, null],
  ['amount-differs', receipt(1), 600],
  ['not-confirmed', receipt(77), 500],
  ['no-receipt', 'hello', null],
  ['seen', receipt(30), 250],
  ['other-receipt', receipt(1).replace(/1$/, 'I'), 500],
  // What people type and forward beside the receipt.
  ['confirmed', `Customer says ${receipt(1)} thank you`, null],
  ['confirmed', `${receipt(1).slice(0, 3)} ${receipt(1).slice(3, 6)}-${receipt(1).slice(6)}`, null],
  ['confirmed', `${receipt(1)}, Ksh500`, null],
  ['amount-differs', `${receipt(1)} 600`, null],
  ['amount-differs', `${receipt(1)} 6,000/=`, null],
  ['amount-differs', `Imethibitishwa ${receipt(1)}, umepokea Ksh.600 kutoka kwa mteja`, null],
  ['amount-differs', `Fwd: ${receipt(1)} Confirmed. Ksh5,000.00 paid to DUKA. on 5/3/26 at 9:00 AM.`, null],
  ['no-receipt', 'Isaac Kamau', null],
  ['no-receipt', 'CONFIRMED', null],
] as const)('the counter check says %s to %j', async (verdict, words, amount) => {
  await shop.import(statement([row(receipt(1), 500, at('9:00:00'))]), [text(receipt(30), 250, at('9:00', 6))]);
  expect(check(words, amount).verdict).toBe(verdict);
});

test('the counter check takes no money that left or was lent for a customer’s, and no payment that is in dispute', async () => {
  const loan = `${receipt(3)} Confirmed. Fuliza M-PESA amount is Ksh 300.00. Access Fee charged Ksh 3.00. Total Fuliza M-PESA outstanding amount is Ksh303.00 due on 04/04/26. To check daily charges, Dial *334#OK Select Query Charges`;
  await shop.import([
    text(receipt(1), -700, at('9:00')),
    { as: 'message', row: 2, text: loan, sender: 'MPESA', receivedAt: null },
    text(receipt(4), 700, at('10:00')),
    text(receipt(4), 750, at('10:00')),
  ]);
  await shop.import(
    statement([row(receipt(5), -900, at('22:00'), { kind: 'settlement' }), row(receipt(6), 40, at('8:00'))], {
      totalIn: null,
    }),
  );
  const says = [1, 3, 4, 5, 6].map((n) => check(receipt(n)).verdict);
  expect(says).toEqual(['not-income', 'not-income', 'disputed', 'not-income', 'confirmed']);
});

test('a wallet that Fuliza paid for and took back from adds up, though its messages print no time', async () => {
  const told = [
    `${receipt(1)} Confirmed.You have received Ksh500.00 from ASHA NDUNGU 0700111222 on 5/3/26 at 9:00 AM New M-PESA balance is Ksh500.00.`,
    `${receipt(2)} Confirmed. Ksh800.00 sent to JUMA OTIENO 0700333444 on 5/3/26 at 10:00 AM. New M-PESA balance is Ksh0.00. Transaction cost, Ksh13.00.`,
    `${receipt(2)} Confirmed. Fuliza M-PESA amount is Ksh 313.00. Access Fee charged Ksh 3.13. Total Fuliza M-PESA outstanding amount is Ksh316.13 due on 04/04/26. To check daily charges, Dial *334#OK Select Query Charges`,
    `${receipt(3)} Confirmed.You have received Ksh1,000.00 from ASHA NDUNGU 0700111222 on 5/3/26 at 11:00 AM New M-PESA balance is Ksh1,000.00.`,
    `${receipt(4)} Confirmed. Ksh 316.13 from your M-PESA has been used to fully pay your outstanding Fuliza M-PESA. Available Fuliza M-PESA limit is Ksh 500.00. M-PESA balance is Ksh683.87.`,
    `${receipt(5)} Confirmed. Ksh100.00 paid to DUKA MOJA. on 5/3/26 at 1:00 PM.New M-PESA balance is Ksh583.87. Transaction cost, Ksh0.00.`,
  ];
  for (const lines of [told, told.toReversed()]) {
    shop.close();
    shop = await openShop();
    await shop.import(
      lines.map((line, n) => ({ as: 'message' as const, row: n + 1, text: line, sender: null, receivedAt: null })),
    );
    expect(shop.questions['proof.breaks']({ account: account(), source: 'sms' })).toEqual([]);
    expect(asking().filter(({ code }) => code === 'balance-gap')).toEqual([]);
  }
});

test('a message that could not be read confirms nothing at the counter, and is pointed to', async () => {
  const cut = `${receipt(1)} Confirmed.You have receiv`;
  await shop.import([{ as: 'message', row: 1, text: cut, sender: null, receivedAt: null }]);
  expect(check(receipt(1))).toMatchObject({ verdict: 'not-confirmed', unread: true });
  expect(check(receipt(2))).toMatchObject({ verdict: 'not-confirmed', unread: false });
  await shop.import([text(receipt(1), 500, at('9:00'))]);
  expect(check(receipt(1))).toMatchObject({ verdict: 'seen', unread: false });
});

test('a message edited or shown twice is found out at the counter', async () => {
  await shop.import([text(receipt(1), 500, at('9:00'))]);
  const shown = text(receipt(1), 5000, at('9:00'));
  expect(check('text' in shown ? shown.text : '')).toMatchObject({
    verdict: 'amount-differs',
    amount: shillings(5000),
  });
  const later = text(receipt(1), 500, at('9:00', 8));
  expect(check('text' in later ? later.text : '').verdict).toBe('date-differs');
  const sale = { kind: 'sale', at: at('9:01'), precision: 'minute', customer: 'Achieng', reference: null } as const;
  await shop.commands['sales.add']({ sales: [{ ...sale, amount: shillings(500), receipt: receipt(1) }] });
  const used = check(receipt(1));
  expect(used.verdict).toBe('already-used');
  expect(used.found[0]!.usedFor?.sales[0]).toMatchObject({ customer: 'Achieng', state: 'paid' });
});

test('a statement whose balances break says where, how much, and what is missing', async () => {
  const rows = printed([500, 200, 300]);
  await shop.import(statement([rows[0]!, rows[2]!]));
  const [gap] = shop.questions['proof.breaks']({ account: null, source: 'statement' });
  expect(gap).toMatchObject({
    after: { receipt: receipt(1) },
    before: { receipt: receipt(3) },
    gap: shillings(200),
    missing: { direction: 'in', amount: shillings(200), after: at('9:00:00'), before: at('11:00:00') },
  });
  const [asked] = asking().filter(({ code }) => code === 'balance-gap');
  expect(asked!.cents).toBe(shillings(200));
  expect(shop.questions['decisions.one']({ id: asked!.id }).break?.gap).toBe(shillings(200));
  await shop.import(statement(rows));
  expect(asking().filter(({ code }) => code === 'balance-gap')).toEqual([]);
});

/** Statements of all of March. */
const whole = { period: { from: at('0:00:00', 1), to: at('23:59:59', 31) } };

test('a month of one payment and its charge, newest first and in one second, holds', async () => {
  const rows = [
    row(receipt(1), -3, at('9:00:00'), { kind: 'charge', balanceAfter: shillings(10_497) }),
    row(receipt(1), 500, at('9:00:00'), { balanceAfter: shillings(10_500) }),
  ];
  await shop.import(statement(rows, { ...whole, order: 'newest-first' }));
  expect(march()).toMatchObject({ proof: 'holds', opening: shillings(10_000), closing: shillings(10_497) });
});

test('the columns of a month show what breaks it, and no payment that the statement lacks', async () => {
  const rows = [
    ...printed([500, 200, 300]),
    row(receipt(3), -3, at('11:00:00'), { kind: 'charge', balanceAfter: shillings(10_997) }),
  ];
  await shop.import(statement([rows[0]!, rows[2]!, rows[3]!], whole), [text(receipt(9), 40, at('10:30'))]);
  expect(march()).toMatchObject({
    proof: 'breaks',
    opening: shillings(10_000),
    in: shillings(800),
    out: 0,
    besides: shillings(-3),
    closing: shillings(10_997),
  });
  await shop.import(statement(rows, whole));
  expect(march()).toMatchObject({ proof: 'holds', in: shillings(1_000), besides: shillings(-3) });
});

test('a file that was cut off covers no month, whatever days it names', async () => {
  const rows = printed([500, 200, 300]);
  const [facts, , ...later] = statement(rows, whole);
  await shop.import([facts!, ...later], [text(receipt(1), 500, at('9:00'))]);
  const month = { account: account(), month: '2026-03' };
  expect(march().proof).toBe('uncovered');
  await expect(shop.commands['periods.close']({ ...month, reason: null })).rejects.toThrow('say why');
  await shop.import([facts!, ...rows]);
  expect(await shop.commands['periods.close']({ ...month, reason: null })).toMatchObject({ state: 'closed' });
});

test('a month closes when its balances prove it, and says later what has changed', async () => {
  const rows = printed([500, 200]);
  const early = await shop.import(statement(rows, { period: { from: at('0:00:00'), to: at('23:59:59', 15) } }));
  expect(march().proof).toBe('uncovered');
  await shop.undo(early[0]!.id);
  await shop.import(statement([...rows, row(receipt(9), -30, at('20:00'), { kind: 'settlement' })], whole));
  expect(march()).toMatchObject({
    proof: 'holds',
    opening: shillings(10_000),
    in: shillings(700),
    out: 0,
    besides: shillings(-30),
    closing: shillings(10_670),
    state: 'open',
    sealed: null,
  });
  const month = { account: account(), month: '2026-03' };
  const closed = await shop.commands['periods.close']({ ...month, reason: null });
  expect(closed).toMatchObject({ state: 'closed', sealed: true, seal: expect.stringMatching(/^[0-9a-f]{64}$/) });
  await expect(shop.commands['periods.close']({ ...month, reason: null })).rejects.toMatchObject({
    code: 'period-closed',
  });

  await shop.import([text(receipt(19), 40, at('12:00'))]);
  expect(march()).toMatchObject({ state: 'changed', corrections: [{ what: 'came', was: null, is: shillings(40) }] });
  expect(asking().find(({ code }) => code === 'late-change')).toMatchObject({ cents: shillings(40) });
  await shop.commands['periods.reopen']({ ...month, reason: 'A late message' });
  expect(march()).toMatchObject({ state: 'open', corrections: [] });
});

test.each([
  ['period_row', 'amount = amount + 1'],
  ['period_row', 'charges = charges + 1'],
  ['period_row', "date = '2026-03-06'"],
  ['period_row', "key = key || 'X'"],
  ['period', 'opening = opening + 1'],
  ['period', 'closing = closing + 1'],
  ['period', "seal = replace(seal, substr(seal, 1, 1), 'z')"],
  ['day_close', "body = replace(body, '1900', '1901')"],
  ['day_close', "closed_at = '2026-03-07T00:00:00.000Z'"],
  ['day_close', "date = '2026-03-06'"],
  ['day_close', "seal = replace(seal, substr(seal, 1, 1), 'z')"],
])('what is changed under a seal from outside is told: %s, %s', async (table, change) => {
  await shop.import(statement(printed([500, 200]), whole));
  await shop.commands['periods.close']({ account: account(), month: '2026-03', reason: null });
  const till = { cashOpening: 0, cashCounted: 0, cashSpent: 0, credit: 0, takings: 1900, note: null };
  await shop.commands['days.close']({ date: '2026-03-05', ...till });
  const day = () => shop.questions['days.page']({ offset: 0, limit: 1 }).rows[0]!;
  expect([march().sealed, day().sealed]).toEqual([true, true]);
  shop.db.exec(`UPDATE ${table} SET ${change}`);
  expect([march().sealed, day().sealed]).toEqual([table === 'day_close', table !== 'day_close']);
});

test('a month sealed anew from outside is not in the record', async () => {
  await shop.import(statement(printed([500, 200]), whole));
  await shop.commands['periods.close']({ account: account(), month: '2026-03', reason: null });
  const { seal } = march();
  await shop.commands['periods.reopen']({ account: account(), month: '2026-03', reason: 'again' });
  await shop.import([text(receipt(19), 40, at('12:00'))]);
  await shop.commands['periods.close']({ account: account(), month: '2026-03', reason: 'with it' });
  expect(march().sealed).toBe(true);
  shop.db.exec('DROP TRIGGER IF EXISTS audit_stays');
  shop.db.exec(`UPDATE audit SET body = replace(body, '${march().seal}', '${seal}')`);
  expect(march().sealed).toBe(false);
  expect(shop.questions['audit.verify']({}).holds).toBe(false);
});

test('a month that is not proved closes only with a reason', async () => {
  await shop.import([text(receipt(1), 500, at('9:00'))]);
  const month = { account: account(), month: '2026-03' };
  await expect(shop.commands['periods.close']({ ...month, reason: null })).rejects.toMatchObject({
    code: 'reason-needed',
  });
  await shop.commands['periods.close']({ ...month, reason: 'No statement this month' });
  expect(march()).toMatchObject({ state: 'closed', reason: 'No statement this month' });
  await shop.commands['history.undo']({});
  expect(march().state).toBe('open');
});

test('a day is closed with what the book knew, sealed, and takes no more sales', async () => {
  await shop.import([text(receipt(1), 500, at('9:00')), text(receipt(2), 300, at('10:00'))]);
  const counted = {
    date: '2026-03-05',
    cashOpening: shillings(200),
    cashCounted: shillings(1100),
    cashSpent: shillings(50),
  };
  const rest = { credit: shillings(100), takings: shillings(1900), note: null };
  const day = await shop.commands['days.close']({ ...counted, ...rest });
  expect(day).toMatchObject({
    unexplained: shillings(-50),
    sealed: true,
    figures: { mpesa: { count: 2, cents: shillings(800) } },
  });
  const sale = {
    kind: 'sale',
    at: at('9:01'),
    precision: 'minute',
    customer: null,
    reference: null,
    receipt: null,
  } as const;
  await expect(shop.commands['sales.add']({ sales: [{ ...sale, amount: 100 }] })).rejects.toMatchObject({
    code: 'period-closed',
  });
  shop.db.exec(`UPDATE day_close SET body = replace(body, '"note":null', '"note":"nothing to see"')`);
  expect(shop.questions['days.one']({ date: '2026-03-05' }).closed?.sealed).toBe(false);
});

test('each day of a month says what proves it', async () => {
  await shop.import(statement(printed([500, 200])));
  const days = shop.questions['coverage.days']({ account: account(), month: '2026-03' });
  expect(days).toHaveLength(31);
  expect(days[4]).toMatchObject({
    date: '2026-03-05',
    statement: 'proved',
    statementBalances: 'hold',
    statementRows: 2,
  });
  expect(days[5]).toMatchObject({ statement: 'none', statementBalances: 'none', messages: 0 });
});

test('a list of sales is read with its titles, and what it cannot take is named', () => {
  const { sales, issues } = shop.questions['sales.read']({
    text: `Date,Customer,Amount,Receipt\n2026-03-05 09:01,Achieng,500,${receipt(1)}\n2026-03-05 09:40,Wafula,250,\n2026-03-05 09:50,Njeri,90.50,\n2026-03-05 10:00,Otieno,nothing,\n`,
  });
  expect(sales.map(({ amount }) => amount)).toEqual([500, 250, 90.5].map(shillings));
  expect(sales.slice(0, 1)).toEqual([
    expect.objectContaining({ kind: 'sale', customer: 'Achieng', amount: shillings(500), receipt: receipt(1) }),
  ]);
  expect(issues).toEqual([expect.objectContaining({ row: 5 })]);
});
