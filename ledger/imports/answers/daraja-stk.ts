import { z } from 'zod';
import { say } from '#contract/sentences.ts';
import { answerShape, has, moved, notPaid, skipped } from './answer.ts';
import { Amount, Phone, Stamp, Text, when } from './values.ts';

const Item = z.object({ Name: z.string(), Value: z.unknown().optional() });
/** Items are told by name: their order changes, and `Balance` comes without a value. */
const Paid = z.object({ Amount, MpesaReceiptNumber: z.string().min(1), TransactionDate: Stamp, PhoneNumber: Phone });

const Callback = z.object({
  CheckoutRequestID: Text,
  // A number from Safaricom, text from those who pass it on.
  ResultCode: z.union([z.number(), z.string()]).transform(String),
  ResultDesc: Text,
  CallbackMetadata: z.object({ Item: z.array(Item) }).optional(),
});

/** The customer answered (or did not) a payment prompt on their phone: what Daraja posts to the shop. */
export const darajaStkCallback = answerShape({
  id: 'daraja-stk-callback',
  is: ({ Body }) => has(Body, 'stkCallback'),
  schema: z.object({ Body: z.object({ stkCallback: Callback }) }),
  tell({ Body: { stkCallback } }) {
    const { ResultCode, ResultDesc, CallbackMetadata } = stkCallback;
    if (ResultCode !== '0') return notPaid(ResultDesc, ResultCode);
    const paid = Paid.parse(Object.fromEntries((CallbackMetadata?.Item ?? []).map(({ Name, Value }) => [Name, Value])));
    return moved({
      kind: 'merchant_paybill_receive',
      amount: paid.Amount,
      source: 'callback',
      // The prompt's callback does not say which short code asked.
      account: { kind: 'paybill', shortcode: null },
      receipt: paid.MpesaReceiptNumber,
      ...when(paid.TransactionDate),
      phone: paid.PhoneNumber,
    });
  },
});

/** The answer to “was this prompt paid?”, or to any request by its conversation. It has neither receipt nor amount. */
export const darajaQuery = answerShape({
  id: 'daraja-query',
  is: (value) =>
    has(value, 'ResponseCode', 'ResultCode') && (has(value, 'CheckoutRequestID') || has(value, 'ConversationID')),
  schema: z.object({ ResultCode: z.union([z.number(), z.string()]).transform(String), ResultDesc: Text }),
  tell: ({ ResultCode, ResultDesc }) =>
    ResultCode === '0' ? skipped(say('done-untold')) : notPaid(ResultDesc, ResultCode),
});

/** The reply to a request: `ResponseCode` 0 means accepted, not paid. */
export const darajaAccepted = answerShape({
  id: 'daraja-accepted',
  is: (value) =>
    has(value, 'ResponseCode') &&
    (has(value, 'CheckoutRequestID') || has(value, 'ConversationID')) &&
    !has(value, 'ResultCode') &&
    !has(value, 'TransactionAmount'),
  schema: z.object({ ResponseCode: z.union([z.number(), z.string()]).transform(String), ResponseDescription: Text }),
  tell: ({ ResponseCode, ResponseDescription }) =>
    skipped(
      ResponseCode === '0'
        ? say('request-accepted')
        : say('request-refused', { why: ResponseDescription ?? 'no reason given', code: ResponseCode }),
    ),
});

/** An HTTP error's body. One code means many things: the words decide. */
export const darajaError = answerShape({
  id: 'daraja-error',
  is: (value) => has(value, 'errorCode', 'errorMessage'),
  schema: z.object({ errorCode: Text, errorMessage: Text }),
  tell: ({ errorCode, errorMessage }) =>
    skipped(
      /being processed/i.test(errorMessage ?? '')
        ? say('not-decided')
        : say('request-refused', { why: errorMessage ?? 'no reason given', code: errorCode ?? 'none' }),
    ),
});
