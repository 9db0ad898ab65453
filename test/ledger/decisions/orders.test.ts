import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewExpectedPayment } from '#contract/sale.ts';
import { at, openShop, receipt, row, type Shop, shillings, statement, text } from '../shop.ts';

/** `SHUFFLES=100 npx vitest …` takes as many as the issue asks for; the suite a part of them. */
const SHUFFLES = Number(process.env['SHUFFLES'] ?? 30);
const window = { offset: 0, limit: 500 };

/** A till's week: 1 to 6 charged, 7 taken back, 8 told with another amount, 9 by a message alone, and a sweep each evening. */
const day = (n: number) => 2 + (n % 5);
const amountOf = (n: number) => 100 * (1 + (n % 4));
const code = (n: number) => receipt(n, day(n));
const time = (n: number) => at(`${8 + (n % 9)}:1${n % 6}`, day(n));
const numbers = Array.from({ length: 24 }, (_, n) => n + 1);

const when = (read: ReturnType<typeof row>) => (read.as === 'movement' ? (read.movement.occurredAt ?? '') : '');

const rows = [
  ...numbers
    .filter((n) => n !== 9)
    .flatMap((n) => [row(code(n), amountOf(n), time(n)), row(code(n), -1, time(n), { kind: 'charge' })]),
  row(receipt(70, 4), -amountOf(7), at('17:30', 4), { kind: 'reversal_debited', linkedReceipt: code(7) }),
].toSorted((a, b) => when(a).localeCompare(when(b)));

const moved = (n: number) =>
  rows.reduce(
    (sum, one) =>
      when(one).startsWith(at('0:00', n).slice(0, 10)) && one.as === 'movement' ? sum + one.movement.amount : sum,
    0,
  ) / 100;
const sweeps = [2, 3, 4, 5, 6].map((n) => row(receipt(90, n), -moved(n), at('22:00', n), { kind: 'settlement' }));

const stretch = (from: number, to: number) =>
  statement(
    [...rows, ...sweeps].filter((one) => when(one) >= at('0:00', from) && when(one) < at('23:59:59', to)),
    { period: { from: at('0:00:00', from), to: at('23:59:59', to) } },
  );
const messages = numbers.map((n) => text(code(n), n === 8 ? amountOf(n) + 50 : amountOf(n), time(n)));
const bank = statement(
  [2, 3, 4, 5].map((n) =>
    row(`FT${n}`, moved(n) - (n === 5 ? 5 : 0), at('0:00', n + 1), {
      kind: 'bank_side',
      precision: 'day',
      party: 'MPESA 5123456',
    }),
  ),
  { account: { kind: 'bank', shortcode: '0110022' }, period: { from: at('0:00', 1), to: at('23:59:59', 28) } },
);
const files = [stretch(2, 4), stretch(4, 6), messages.slice(0, 16), messages.slice(10), bank];

const sales = numbers.slice(0, 14).map((n): NewExpectedPayment => ({
  kind: 'sale',
  at: time(n).replace(/:(\d)(\d):00/, ':$14:00'),
  precision: 'minute',
  amount: shillings(amountOf(n)),
  customer: null,
  reference: null,
  receipt: n % 2 === 0 ? code(n).replace(/0(?=\d)/, n === 4 ? 'O' : '0') : null,
}));

/** Everything that a book says, by receipts and not by the numbers it gave, in an order of its own. */
function told(shop: Shop): string {
  const payments = shop.payments();
  const nameOf = new Map(payments.map(({ id, receipt: name, amount }) => [id, `${name} ${amount}`]));
  const { rows: matches } = shop.questions['matches.page']({ state: null, rule: null, search: '', ...window });
  const asked = shop.questions['decisions.page']({ code: null, state: null, account: null, search: '', ...window });
  const lines = [
    ...payments.map(({ id: _id, account, ...payment }) => JSON.stringify({ ...payment, account: account.name })),
    ...asked.rows.map(({ code: what, cents, receipt: name, at: since }) =>
      JSON.stringify({ what, cents, name, since }),
    ),
    ...matches.map(({ match: { rule, state, items, residual }, sales: of }) => {
      const paid = items.filter(({ side }) => side !== 'expected').map(({ side, id }) => `${side} ${nameOf.get(id)}`);
      const due = of.map(({ at: since, amount }) => `${since} ${amount}`);
      return JSON.stringify({ rule, state, residual, paid: paid.toSorted(), due: due.toSorted() });
    }),
  ];
  const { accounts: _accounts, ...sums } = shop.reconciliation();
  return `${lines.toSorted().join('\n')}\n${JSON.stringify(sums)}`;
}

/** The sales are written down before the file that stands at this place, or at the end. */
async function filled(order: readonly number[], before: number): Promise<string> {
  const shop = await openShop();
  try {
    shop.db.pragma('synchronous = OFF');
    for (const [place, file] of [...order, null].entries()) {
      if (place === before) await shop.commands['sales.add']({ sales });
      if (file !== null) await shop.import(files[file]!);
    }
    return told(shop);
  } finally {
    shop.close();
  }
}

test(`statements, messages, a bank and sales say the same in ${SHUFFLES} orders`, { timeout: 180_000 }, async () => {
  const one = await filled([0, 1, 2, 3, 4], 5);
  for (const said of [
    'settled',
    'settlement-differs',
    'amounts-differ',
    'reversed',
    'receipt-typo',
    'proposed',
    'confirmed',
  ])
    expect(one).toContain(said);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: files.length }),
      fc.nat(files.length),
      async (order, before) => {
        expect(await filled(order, before)).toBe(one);
      },
    ),
    { numRuns: SHUFFLES, seed: 100 },
  );
});
