import { z } from 'zod';
import { answerShape, has, moved, notPaid } from './answer.ts';
import { Amount, Phone, Stamp, Text, when } from './values.ts';

/** Pesapal's answer to what became of an order. */
export const pesapal = answerShape({
  id: 'pesapal',
  is: (value) => has(value, 'confirmation_code', 'payment_status_description'),
  schema: z.object({
    amount: Amount,
    created_date: Stamp,
    confirmation_code: Text,
    payment_status_description: Text,
    description: Text,
    payment_account: Phone,
    merchant_reference: Text,
  }),
  tell(told) {
    const status = told.payment_status_description;
    if (!/^completed$/i.test(status ?? '')) return notPaid(told.description ?? status);
    return moved({
      kind: 'merchant_paybill_receive',
      amount: told.amount,
      source: 'lookup',
      account: { kind: 'other', shortcode: 'Pesapal' },
      receipt: told.confirmation_code,
      ...when(told.created_date),
      phone: told.payment_account,
      accountRef: told.merchant_reference,
    });
  },
});
