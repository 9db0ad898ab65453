import { z } from 'zod';
import { say } from '#contract/sentences.ts';
import { answerShape, has, moved, skipped } from './answer.ts';
import { readMislabelled } from './stamps.ts';
import { Amount, Phone, Text, when } from './values.ts';

const Pulled = z.object({
  transactionId: z.string().min(1),
  trxDate: Text,
  msisdn: Phone,
  sender: Text,
  billreference: Text,
  amount: Amount,
});

/** A page of the last 48 hours' payments, asked for: arrays in an array, and an empty one where there were none. */
export const darajaPull = answerShape({
  id: 'daraja-pull',
  is: (value) => has(value, 'ResponseRefID', 'Response'),
  schema: z.object({
    ResponseMessage: Text,
    Response: z.array(z.union([z.array(Pulled), Pulled])).transform((pages) => pages.flat()),
  }),
  tell({ Response, ResponseMessage }) {
    if (Response.length === 0) return skipped(say('empty-page', { why: ResponseMessage ?? 'no reason given' }));
    return Response.map((told) =>
      moved({
        kind: 'merchant_paybill_receive',
        amount: told.amount,
        source: 'lookup',
        account: { kind: 'paybill', shortcode: null },
        receipt: told.transactionId,
        // Where a `Z` is written, the time before it agrees with local time in other answers.
        ...when(told.trxDate === null ? null : readMislabelled(told.trxDate)),
        party: told.sender === 'MPESA' ? null : told.sender,
        phone: told.msisdn,
        accountRef: told.billreference,
      }),
    );
  },
});
