import type { NewMatch } from '#contract/match.ts';
import type { ExpectedRow, PaymentRow } from '#ledger/reconcile/matching/rows.ts';

/** A sale of KSh 350 on the fifth of May at 10:02, but for what a case says. */
export const sale = (id: number, said: Partial<ExpectedRow> = {}): ExpectedRow => ({
  id,
  kind: 'sale',
  account: null,
  at: '2026-05-05T10:02:00+03:00',
  precision: 'minute',
  amount: 35_000,
  customer: null,
  reference: null,
  receipt: null,
  ...said,
});

/** A payment of KSh 350 to account 1 on the fifth of May at 10:00, but for what a case says. */
export const payment = (id: number, said: Partial<PaymentRow> = {}): PaymentRow => ({
  takenBack: said.standing === 'reversed' ? (said.amount ?? 35_000) : 0,
  id,
  account: 1,
  receipt: `UE5KQ7WN${String(id).padStart(2, '0')}`,
  amount: 35_000,
  occurredAt: '2026-05-05T10:00:20+03:00',
  precision: 'second',
  party: null,
  accountRef: null,
  standing: 'proved',
  ...said,
});

export const at = (time: string, day = '05'): string => `2026-05-${day}T${time}:00+03:00`;

/** `confirmed receipt-and-amount 1|1`, one a match. */
export const briefly = (matches: readonly NewMatch[]): string[] =>
  matches.map(({ state, key, residual }) => `${state} ${key.replace(':', ' ')}${residual === 0 ? '' : ` ${residual}`}`);
