import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '#contract/index.ts';
import { DecisionCode, type DecisionState, informing } from '#contract/decisions.ts';
import type { Read } from '#ledger/imports/importer.ts';
import { at, openShop, receipt, row, type Shop, sale, shillings, statement, text } from '../shop.ts';

const window = { offset: 0, limit: 200 };
const bank = { kind: 'bank', shortcode: '0110022' } as const;
const days = (from: number, to: number) => ({ period: { from: at('0:00:00', from), to: at('23:59:59', to) } });

/** 30 payments charged by one share, one of them oddly. */
const charged = Array.from({ length: 30 }, (_, n) => {
  const [code, time, amount] = [receipt(n, 12), at(`${8 + (n >> 1)}:${n % 2}0`, 12), 5_210 + 37 * n];
  return [
    row(code, amount, time),
    row(code, -(n === 7 ? 90 : Math.round(amount * 0.55) / 100), time, { kind: 'charge' }),
  ];
}).flat();

/** The till's fifth of March: what its messages and its statement do not agree about, and a payment taken back. */
const till: readonly Read[] = [
  row(receipt(1), 500, at('8:00:10')),
  row(receipt(2), 640, at('9:00:10')),
  row(receipt(3), 900, at('10:00:10')),
  row(receipt(4), 700, at('11:00:10')),
  row(receipt(40), -700, at('11:30:10'), { kind: 'reversal_debited', linkedReceipt: receipt(4) }),
  row('UC1AA00005', 310, at('12:00:10')),
  row(receipt(6), 330, at('13:00:10')),
  row(receipt(20), 41, at('20:00:10')),
];
const messages: readonly Read[] = [
  text(receipt(1), 500, at('8:00')),
  text(receipt(3), 850, at('10:00')),
  text(receipt(4), 700, at('11:00')),
  text('UC1AA00005', 310, at('12:00')),
  text(receipt(6), 330, at('13:00')),
  text(receipt(6), 340, at('13:00')),
  text(receipt(9), 980, at('14:00')),
  text(receipt(20), 41, at('20:00')),
  text(receipt(50, 27), 77, at('9:00', 27)),
  text(receipt(51, 27), 78, at('9:30', 27)),
  text(receipt(52, 27), 79, at('9:45', 27)),
  {
    as: 'message',
    row: 900,
    text: 'UC5ZZ00001 Confirmed. Something new of Ksh10',
    sender: 'MPESA',
    receivedAt: at('9:00'),
  },
];
/** The seventh of March, on which sales are written down. */
const sold: readonly Read[] = [
  row(receipt(1, 7), 500, at('8:00:10', 7)),
  row(receipt(2, 7), 600, at('9:00:10', 7)),
  row(receipt(3, 7), 710, at('10:00:10', 7)),
  row(receipt(4, 7), 820, at('11:00:10', 7)),
  row(receipt(5, 7), 930, at('12:00:10', 7)),
  row(receipt(6, 7), 440, at('13:00:10', 7)),
  row(receipt(7, 7), 440, at('13:01:10', 7)),
  row(receipt(8, 7), 1_150, at('15:00:10', 7)),
  row('UC7AB0O123', 1_260, at('16:00:10', 7)),
  row(receipt(10, 7), 1_370, at('17:00:10', 7)),
];
const paybill = [row(receipt(60, 7), 2_500, at('9:00', 7), { kind: 'merchant_paybill_receive', accountRef: 'INV-1O' })];
const sales = [
  sale(500, at('8:01', 7), { receipt: receipt(1, 7) }),
  sale(150, at('8:05', 7), { receipt: receipt(1, 7) }),
  sale(600, at('14:00', 7), { receipt: receipt(2, 7) }),
  sale(750, at('10:01', 7), { receipt: receipt(3, 7) }),
  sale(800, at('11:01', 7), { receipt: receipt(4, 7) }),
  sale(930, at('12:01', 7)),
  sale(440, at('13:00', 7)),
  sale(440, at('13:01', 7)),
  sale(440, at('13:02', 7)),
  sale(5_000, at('14:30', 7)),
  sale(1_260, at('16:01', 7), { receipt: 'UC7AB00123' }),
  sale(2_500, at('8:00', 7), { kind: 'invoice', reference: 'INV-10' }),
];

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  answered(receipt(51, 27), 78, 'conflicting');
  answered(receipt(52, 27), 79, 'inconclusive');
  await shop.import(
    statement(till, days(5, 5)),
    statement([row(receipt(20), 43, at('20:00:10'))], { totalIn: null, ...days(5, 5) }),
    statement(sold, days(7, 7)),
    statement(charged, days(12, 12)),
    messages,
    statement(paybill, { account: { kind: 'paybill', shortcode: '600100' }, ...days(7, 7) }),
    // Its balances break: fifty shillings came that no row tells.
    statement(
      [
        row(receipt(1, 20), 100, at('9:00', 20), { balanceAfter: shillings(100) }),
        row(receipt(2, 20), 100, at('10:00', 20), { balanceAfter: shillings(250) }),
      ],
      {
        account: { kind: 'paybill', shortcode: '5999999' },
        opening: null,
        closing: null,
        totalIn: null,
        totalOut: null,
        ...days(20, 20),
      },
    ),
    // A till that was swept, and a bank that has another sum of it.
    statement(
      [
        row(receipt(1, 22), 500, at('9:00', 22)),
        row(receipt(2, 22), -500, at('22:00', 22), { kind: 'settlement' }),
        row(receipt(1, 23), 300, at('9:00', 23)),
        row(receipt(2, 23), -300, at('22:00', 23), { kind: 'settlement' }),
      ],
      { account: { kind: 'paybill', shortcode: '5777777' }, ...days(22, 23) },
    ),
    statement(
      [
        row('FT1', 500, at('0:00', 23), { kind: 'bank_side', precision: 'day', party: 'MPESA 5777777' }),
        row('FT2', 290, at('0:00', 24), { kind: 'bank_side', precision: 'day', party: 'MPESA 5777777' }),
        row('FT3', 9, at('0:00', 30), { kind: 'bank_side', precision: 'day', party: 'CASH DEPOSIT' }),
      ],
      { account: bank, ...days(1, 31) },
    ),
  );
  const account = (name: string) => shop.payments().find((one) => one.account.name === name)!.account.id;
  await shop.commands['sales.add']({
    sales: [...sales, sale(1_370, at('17:01', 7), { receipt: receipt(10, 7), account: account('Paybill 600100') })],
  });
  await shop.commands['periods.close']({
    account: account('Paybill 5999999'),
    month: '2026-03',
    reason: 'It is what it is',
  });
  await shop.import(
    statement([row(receipt(3, 20), 60, at('11:00', 20))], {
      account: { kind: 'paybill', shortcode: '5999999' },
      totalIn: null,
      ...days(20, 20),
    }),
  );
});
afterAll(() => shop.close());

/** What a service answered, as the queue leaves it in the book. */
function answered(code: string, amount: number, verdict: string): void {
  shop.db.exec(`
    INSERT OR IGNORE INTO linked_account (id, service, label, simulated, credentials, secrets, enabled, automatic, linked_at)
    VALUES (1, 'payment-app', 'App', 1, '{}', 's', '[]', 0, '2026-03-28T00:00:00Z')
  `);
  shop.db
    .prepare(`
      INSERT INTO lookup (id, linked_account, about, open, state, not_before, receipt, amount, verdict, value, asked_at)
      VALUES (:code, 1, 'payment ' || :code, 0, 'done', 0, :code, :cents, :verdict, '{}', '2026-03-28T00:00:00Z')
    `)
    .run({ code, cents: shillings(amount), verdict });
}

const asking = (state: DecisionState | null = null) =>
  shop.questions['decisions.page']({ code: null, state, account: null, search: '', ...window }).rows;

test('the shop of these tests asks everything there is to ask', () => {
  const found = new Set(asking().map(({ code }) => code));
  expect(DecisionCode.options.filter((code) => !found.has(code))).toEqual([]);
  for (const { code, cents } of asking()) if (informing.includes(code)) expect(cents).toBe(0);
});

const states = ['snoozed', 'waiting-statement', 'waiting-provider', 'resolved', 'written-off', 'open'] as const;
const needsReason: ReadonlySet<DecisionState> = new Set(['resolved', 'written-off']);
const stillAsks: ReadonlySet<DecisionState> = new Set(['open', 'waiting-statement', 'waiting-provider']);

test.each(DecisionCode.options)('%s goes through every state, each one step that is taken back', async (code) => {
  const { id } = asking().find((one) => one.code === code)!;
  const now = () => shop.questions['decisions.one']({ id }).decision;
  const before = shop.dump();
  for (const state of states) {
    const word = { ids: [id], state, note: null, until: state === 'snoozed' ? '2126-01-01T00:00:00+03:00' : null };
    const bare = contract['decisions.set'].input.safeParse({ ...word, reason: null });
    expect(bare.success).toBe(!needsReason.has(state));
    const was = now();
    await shop.commands['decisions.set']({ ...word, reason: needsReason.has(state) ? 'Said at the counter' : null });
    expect(now()).toMatchObject({ state, reopened: false });
    expect(asking().some((one) => one.id === id)).toBe(stillAsks.has(state));
    expect(asking(state).some((one) => one.id === id)).toBe(true);
    await shop.commands['history.undo']({});
    expect(now()).toEqual(was);
    await shop.commands['history.redo']({});
    expect(now()).toMatchObject({ state });
  }
  for (const _ of states) await shop.commands['history.undo']({});
  expect(shop.dump()).toBe(before);
});
