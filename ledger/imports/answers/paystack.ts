import { z } from 'zod';
import { say } from '#contract/sentences.ts';
import { answerShape, has, moved, notPaid, skipped } from './answer.ts';
import { fullName, Phone, Stamp, Text, when } from './values.ts';
import { toCents } from '../statement-cells.ts';

/** Paystack counts hundredths, as we do. */
const Subunits = z.int().transform(toCents);

const Transaction = z.object({
  status: Text,
  reference: Text,
  amount: Subunits,
  fees: Subunits.nullable().optional(),
  gateway_response: Text,
  paid_at: Stamp,
  currency: Text,
  customer: z.object({ first_name: Text, last_name: Text, phone: Phone }).nullable().optional(),
});

/** A charge at Paystack, from its list of transactions or its webhook. */
export const paystack = answerShape({
  id: 'paystack',
  is: (value) => has(value, 'reference', 'amount', 'gateway_response'),
  schema: Transaction,
  tell(told) {
    if (told.status !== 'success') return notPaid(told.gateway_response ?? told.status);
    if (told.currency !== 'KES') return skipped(say('answer-currency', { currency: told.currency ?? 'none' }));
    return moved({
      kind: 'merchant_paybill_receive',
      amount: told.amount,
      source: 'lookup',
      account: { kind: 'other', shortcode: 'Paystack' },
      fee: told.fees ?? null,
      ...when(told.paid_at),
      party: fullName(told.customer?.first_name ?? null, told.customer?.last_name ?? null),
      phone: told.customer?.phone ?? null,
      accountRef: told.reference,
    });
  },
});
