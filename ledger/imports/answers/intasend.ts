import { z } from 'zod';
import { answerShape, has, moved, notPaid } from './answer.ts';
import { Amount, AmountOrNone, Phone, receiptOr, Stamp, Text, when } from './values.ts';

/** IntaSend tells of an invoice's state. */
export const intasend = answerShape({
  id: 'intasend',
  is: (value) => has(value, 'invoice_id', 'state', 'value'),
  schema: z.object({
    invoice_id: Text,
    state: Text,
    value: Amount,
    charges: AmountOrNone,
    account: Phone,
    api_ref: Text,
    mpesa_reference: Text,
    failed_reason: Text,
    updated_at: Stamp,
  }),
  tell(told) {
    if (told.state !== 'COMPLETE') return notPaid(told.failed_reason ?? told.state);
    return moved({
      kind: 'merchant_paybill_receive',
      amount: told.value,
      source: 'callback',
      account: { kind: 'other', shortcode: 'IntaSend' },
      receipt: receiptOr(told.mpesa_reference, told.invoice_id),
      fee: told.charges,
      ...when(told.updated_at),
      phone: told.account,
      accountRef: told.api_ref,
    });
  },
});
