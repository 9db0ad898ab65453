import { expect, test } from 'vitest';
import { MovementKind } from '#contract/words.ts';
import { isIncome } from '#ledger/reconcile/matching/incoming.ts';

test('what was taken back, lent, moved or paid out settles no sale', () => {
  const never = MovementKind.options.filter((kind) =>
    /fuliza|reversal|loan|mshwari|kcb|settlement|charge|failed|send|pay_out|wallet$/.test(kind),
  );
  expect(never.filter((kind) => isIncome(kind) && kind !== 'receive_other_wallet')).toEqual([]);
});

test.each(['merchant_till_receive', 'merchant_paybill_receive', 'pochi_receive', 'receive_person'] as const)(
  '%s does',
  (kind) => {
    expect(isIncome(kind)).toBe(true);
  },
);
