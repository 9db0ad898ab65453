import { describe, expect, test } from 'vitest';
import { allocate, type AllocationInput } from '#ledger/reconcile/matching/allocate.ts';
import { at, briefly, payment, sale } from './rows.ts';

type Case = AllocationInput & {
  readonly says: string;
  readonly matches: readonly string[];
  readonly exceptions: readonly string[];
};

const day = { precision: 'day', at: at('00:00') } as const;

const cases: Record<string, readonly Case[]> = {
  'receipt and amount': [
    {
      says: 'confirms what the counter wrote down',
      expected: [sale(1, { receipt: 'ue5kq 7wn01' })],
      payments: [payment(1), payment(2)],
      matches: ['confirmed receipt-and-amount 1|1'],
      exceptions: ['paid-not-expected |2'],
    },
    {
      says: 'confirms two sales that share one payment to the cent',
      expected: [
        sale(1, { receipt: 'UE5KQ7WN01', amount: 20_000 }),
        sale(2, { receipt: 'UE5KQ7WN01', amount: 15_000 }),
      ],
      payments: [payment(1)],
      matches: ['confirmed receipt-and-amount 1,2|1'],
      exceptions: [],
    },
    {
      says: 'says nothing where two sales name one payment that pays only one',
      expected: [sale(1, { receipt: 'UE5KQ7WN01' }), sale(2, { receipt: 'UE5KQ7WN01', at: at('14:40') })],
      payments: [payment(1)],
      matches: [],
      exceptions: ['receipt-reused 1,2|1'],
    },
    {
      says: 'only proposes a message that is shown again hours later',
      expected: [sale(1, { receipt: 'UE5KQ7WN01', at: at('14:40') })],
      payments: [payment(1)],
      matches: ['proposed receipt-and-amount 1|1'],
      exceptions: ['receipt-contested 1|1'],
    },
    {
      says: 'only proposes where an equal sale without a receipt stands nearer in time',
      expected: [sale(1), sale(2, { receipt: 'UE5KQ7WN01', at: at('10:09') })],
      payments: [payment(1)],
      matches: ['proposed receipt-and-amount 2|1'],
      exceptions: ['receipt-contested 2|1', 'expected-not-paid 1|'],
    },
    {
      says: 'only proposes by days where an equal sale without a receipt stands on the same day',
      expected: [sale(1, day), sale(2, { ...day, receipt: 'UE5KQ7WN01' })],
      payments: [payment(1)],
      matches: ['proposed receipt-and-amount 2|1'],
      exceptions: ['receipt-contested 2|1', 'expected-not-paid 1|'],
    },
    {
      says: 'only proposes what a proved statement disputes',
      expected: [sale(1, { receipt: 'UE5KQ7WN01' })],
      payments: [payment(1, { standing: 'disputed' })],
      matches: ['proposed receipt-and-amount 1|1'],
      exceptions: ['receipt-contested 1|1'],
    },
    {
      says: 'tells of a payment that was taken back, and matches nothing with it',
      expected: [sale(1, { receipt: 'UE5KQ7WN01' })],
      payments: [payment(1, { standing: 'reversed' })],
      matches: [],
      exceptions: ['reversed-after-sale 1|1'],
    },
    {
      says: 'pays a sale with what stays of a payment that was taken back in part, and asks for the rest',
      expected: [sale(1, { receipt: 'UE5KQ7WN01' })],
      payments: [payment(1, { takenBack: 15_000 })],
      matches: ['confirmed receipt-and-amount 1|1 -15000'],
      exceptions: ['reversed-after-sale 1|1'],
    },
    {
      says: 'is not short of what was taken back where the sale never was of more',
      expected: [sale(1, { receipt: 'UE5KQ7WN01', amount: 20_000 })],
      payments: [payment(1, { takenBack: 15_000 })],
      matches: ['confirmed receipt-and-amount 1|1'],
      exceptions: [],
    },
    {
      says: 'serves the earlier of two sales first where what stays is not enough for both',
      expected: [
        sale(1, { receipt: 'UE5KQ7WN01', amount: 20_000, at: at('10:03') }),
        sale(2, { receipt: 'UE5KQ7WN01', amount: 15_000 }),
      ],
      payments: [payment(1, { takenBack: 30_000 })],
      matches: ['confirmed receipt-and-amount 1,2|1 -30000'],
      exceptions: ['reversed-after-sale 2,1|1'],
    },
    {
      says: 'tells of a payment that went to another account, and matches nothing with it',
      expected: [sale(1, { receipt: 'UE5KQ7WN01', account: 2 })],
      payments: [payment(1)],
      matches: [],
      exceptions: ['other-account 1|1'],
    },
    {
      says: 'an invoice that was paid under a number a slip away waits beside that payment',
      expected: [sale(1, { kind: 'invoice', reference: 'INV-1001', amount: 35_000 })],
      payments: [payment(1, { accountRef: 'INV1O01' }), payment(2, { accountRef: 'INV9999' })],
      matches: [],
      exceptions: ['wrong-reference 1|1', 'paid-not-expected |2'],
    },
    {
      says: 'an invoice that two payments may be meant for is left alone',
      expected: [sale(1, { kind: 'invoice', reference: 'INV-1001', amount: 35_000, customer: 'Asha' })],
      payments: [payment(1, { accountRef: 'INV1O01' }), payment(2, { accountRef: 'SHOP', party: 'ASHA NJERI' })],
      matches: [],
      exceptions: ['ambiguous 1|1,2'],
    },
  ],
  'receipt with another amount': [
    {
      says: 'proposes with what is missing',
      expected: [sale(1, { receipt: 'UE5KQ7WN01', amount: 50_000 })],
      payments: [payment(1)],
      matches: ['proposed receipt-other-amount 1|1 -15000'],
      exceptions: ['amount-short 1|1'],
    },
    {
      says: 'proposes with what is too much',
      expected: [sale(1, { receipt: 'UE5KQ7WN01', amount: 30_000 })],
      payments: [payment(1)],
      matches: ['proposed receipt-other-amount 1|1 5000'],
      exceptions: ['amount-over 1|1'],
    },
  ],
  'receipt with a slip': [
    {
      says: 'confirms a look-alike at the right time',
      expected: [sale(1, { receipt: 'UE5KQ7WNO1' })],
      payments: [payment(1)],
      matches: ['confirmed receipt-typo 1|1'],
      exceptions: [],
    },
    {
      says: 'proposes it on another day',
      expected: [sale(1, { receipt: 'UE5KQ7WNO1', at: at('10:02', '06') })],
      payments: [payment(1)],
      matches: ['proposed receipt-typo 1|1'],
      exceptions: ['receipt-contested 1|1'],
    },
    {
      says: 'says nothing where two payments are one slip away',
      expected: [sale(1, { receipt: 'UE5KQ7WN03' })],
      payments: [payment(1), payment(2)],
      matches: [],
      exceptions: ['ambiguous 1|1,2'],
    },
    {
      says: 'never takes a payment that another sale names without a slip',
      expected: [
        sale(1, { receipt: 'UE5KQ7WN01' }),
        sale(2, { receipt: 'UE5KQ7WN01', at: at('16:00') }),
        sale(3, { receipt: 'UE5KQ7WNO1', at: at('10:04') }),
      ],
      payments: [payment(1)],
      matches: [],
      exceptions: ['receipt-reused 1,2|1', 'expected-not-paid 3|'],
    },
    {
      says: 'never takes for a slip what is the receipt of a payment that a person has given to another sale',
      expected: [sale(1), sale(2, { receipt: 'UE5KQ7WN01', at: at('10:01') })],
      payments: [payment(1), payment(2)],
      decided: { together: [{ expected: [1], payments: [1] }], rejected: [] },
      matches: [],
      exceptions: ['receipt-reused 2|1', 'paid-not-expected |2'],
    },
  ],
  'reference and amount': [
    {
      says: 'confirms the number the payer gave',
      expected: [sale(1, { kind: 'invoice', ...day, reference: 'INV-2041', customer: 'Zuhura Traders' })],
      payments: [payment(1, { accountRef: 'inv2041', occurredAt: at('09:00', '19') })],
      matches: ['confirmed reference-and-amount 1|1'],
      exceptions: [],
    },
    {
      says: 'only proposes where the payer is somebody else',
      expected: [sale(1, { kind: 'invoice', ...day, reference: 'INV-2041', customer: 'Zuhura Traders' })],
      payments: [payment(1, { accountRef: 'INV-2041', party: 'PETER WAFULA' })],
      matches: ['proposed reference-and-amount 1|1'],
      exceptions: ['to-confirm 1|1'],
    },
    {
      says: 'says nothing of two equal invoices of one customer',
      expected: [
        sale(1, { kind: 'invoice', ...day, reference: 'HSE 12' }),
        sale(2, { kind: 'invoice', ...day, reference: 'HSE 12' }),
      ],
      payments: [payment(1, { accountRef: 'HSE12' })],
      matches: [],
      exceptions: ['ambiguous 1,2|1'],
    },
  ],
  'amount and time': [
    {
      says: 'proposes the nearest where the next is three times further off',
      expected: [sale(1), sale(2, { at: at('11:30') })],
      payments: [payment(1), payment(2, { occurredAt: at('11:28') })],
      matches: ['proposed amount-and-time 1|1', 'proposed amount-and-time 2|2'],
      exceptions: ['to-confirm 1|1', 'to-confirm 2|2'],
    },
    {
      says: 'says nothing where two are about equally near',
      expected: [sale(1)],
      payments: [payment(1), payment(2, { occurredAt: at('10:05') })],
      matches: [],
      exceptions: ['ambiguous 1|1,2'],
    },
    {
      says: 'proposes the only sale and the only payment of a day',
      expected: [sale(1, day)],
      payments: [payment(1), payment(2, { occurredAt: at('10:00', '06') })],
      matches: ['proposed amount-and-time 1|1'],
      exceptions: ['to-confirm 1|1', 'paid-not-expected |2'],
    },
    {
      says: 'gives a sale that the clock has placed nothing more by its day',
      expected: [sale(1, { at: at('23:55') })],
      payments: [
        payment(1, { occurredAt: at('00:05', '06') }),
        payment(2, { occurredAt: at('00:00'), precision: 'day' }),
      ],
      matches: ['proposed amount-and-time 1|1'],
      exceptions: ['to-confirm 1|1', 'paid-not-expected |2'],
    },
    {
      says: 'gives nothing to a sale that names another receipt',
      expected: [sale(1, { receipt: 'QX9ZZZZZZZ' })],
      payments: [payment(1)],
      matches: [],
      exceptions: ['ambiguous 1|1'],
    },
  ],
  parts: [
    {
      says: 'proposes one sale paid in two',
      expected: [sale(1)],
      payments: [payment(1, { amount: 20_000 }), payment(2, { amount: 15_000, occurredAt: at('10:01') })],
      matches: ['proposed parts 1|1,2'],
      exceptions: ['to-confirm 1|1,2'],
    },
    {
      says: 'proposes two sales paid in one',
      expected: [sale(1, { amount: 30_000 }), sale(2, { amount: 5000, at: at('10:03') })],
      payments: [payment(1)],
      matches: ['proposed parts 1,2|1'],
      exceptions: ['to-confirm 1,2|1'],
    },
    {
      says: 'says nothing where two sums would do',
      expected: [sale(1)],
      payments: [payment(1, { amount: 20_000 }), payment(2, { amount: 15_000 }), payment(3, { amount: 15_000 })],
      matches: [],
      exceptions: ['expected-not-paid 1|', 'paid-not-expected |2', 'paid-not-expected |3', 'paid-not-expected |1'],
    },
    {
      says: 'proposes an invoice that its customer paid in parts over weeks',
      expected: [sale(1, { kind: 'invoice', ...day, customer: 'Nuru Bakery' })],
      payments: [
        payment(1, { amount: 20_000, party: 'NURU BAKERY', occurredAt: at('08:00', '09') }),
        payment(2, { amount: 15_000, party: 'NURU BAKERY', occurredAt: at('17:00', '21') }),
        payment(3, { amount: 15_000, party: 'OTIENO', occurredAt: at('17:00', '21') }),
      ],
      matches: ['proposed parts 1|1,2'],
      exceptions: ['to-confirm 1|1,2', 'paid-not-expected |3'],
    },
  ],
  interchangeable: [
    {
      says: 'balances as many equal sales as equal payments of one day',
      expected: [sale(1, day), sale(2, day)],
      payments: [payment(1), payment(2, { occurredAt: at('17:00') })],
      matches: ['proposed interchangeable 1,2|1,2'],
      exceptions: ['to-confirm 1,2|1,2'],
    },
    {
      says: 'says nothing where one is over',
      expected: [sale(1, day), sale(2, day), sale(3, day)],
      payments: [payment(1), payment(2)],
      matches: [],
      exceptions: ['ambiguous 1,2,3|1,2'],
    },
  ],
  'what a person decided': [
    {
      says: 'does not propose again what was rejected',
      expected: [sale(1, { receipt: 'UE5KQ7WN01' })],
      payments: [payment(1)],
      decided: { together: [], rejected: [{ expected: 1, payment: 1 }] },
      matches: [],
      exceptions: ['ambiguous 1|1'],
    },
    {
      says: 'keeps its hands off what was put together, and sees that its receipt is used',
      expected: [sale(1), sale(2, { receipt: 'UE5KQ7WN01' })],
      payments: [payment(1)],
      decided: { together: [{ expected: [1], payments: [1] }], rejected: [] },
      matches: [],
      exceptions: ['receipt-reused 2|1'],
    },
  ],
};

describe.each(Object.entries(cases))('%s', (_, rows) => {
  test.each(rows)('$says', ({ matches, exceptions, ...input }) => {
    const result = allocate(input);
    expect(briefly(result.matches)).toEqual(matches);
    expect(result.exceptions.map((one) => `${one.code} ${one.expected.join()}|${one.payments.join()}`)).toEqual(
      exceptions,
    );
  });
});

test('a match carries its rule, its evidence, its margin and what is left over', () => {
  const { matches } = allocate({
    expected: [sale(1, { receipt: 'UE5KQ7WN01', amount: 50_000, customer: 'Asha' })],
    payments: [payment(1, { party: 'ASHA NJERI' })],
  });
  expect(matches.map((match) => ({ ...match, evidence: match.evidence }))).toMatchObject([
    {
      key: 'receipt-other-amount:1|1',
      rule: 'receipt-other-amount',
      ruleVersion: 1,
      state: 'proposed',
      items: [
        { side: 'expected', id: 1, allocated: 35_000 },
        { side: 'payment', id: 1, allocated: 35_000 },
      ],
      evidence: [
        { field: 'receipt', left: 'UE5KQ7WN01', right: 'UE5KQ7WN01', verdict: 'agree' },
        { field: 'amount', left: 50_000, right: 35_000, verdict: 'differ' },
        { field: 'time', left: at('10:02'), right: '2026-05-05T10:00:20+03:00', verdict: 'agree' },
        { field: 'party', left: 'Asha', right: 'ASHA NJERI', verdict: 'agree' },
        { field: 'reference', left: null, right: null, verdict: 'missing' },
      ],
      margin: null,
      residual: -15_000,
    },
  ]);
});

test('the margin says how many times further off the next one was', () => {
  const { matches } = allocate({
    expected: [sale(1)],
    payments: [payment(1), payment(2, { occurredAt: at('10:22') })],
  });
  expect(matches[0]).toMatchObject({ key: 'amount-and-time:1|1', margin: 12 });
});
