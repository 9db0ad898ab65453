import type { Explanation, Reading } from './reading.ts';

/** What the text says although no rule read it: nothing, and why. */
export function explain(text: string, _folded: Uint16Array, at: number): Reading {
  const expected: Explanation = { rule: null, fitted: 0, at, expected: [], sentence: text.length === 0 ? 'The text is empty.' : '' };
  return { ...unread, expected };
}

const unread: Reading = {
  outcome: 'unrecognised',
  rule: null,
  kind: null,
  direction: null,
  account: null,
  country: null,
  language: null,
  currency: null,
  receipt: null,
  amount: null,
  fee: null,
  balance: null,
  balances: {},
  party: { name: null, phone: null, shortcode: null },
  accountRef: null,
  occurredAt: null,
  precision: null,
  linkedReceipt: null,
  dailyLimit: null,
  due: null,
  notes: [],
  spans: [],
  expected: null,
};
