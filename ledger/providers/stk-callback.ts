import { z } from 'zod';
import type { AnswerNote, CallbackValues } from '#contract/provider-answer.ts';
import { type CodeTable, reading, silent, stateOf } from './answers.ts';
import { noteAmount, noteInstant, present, Text, Word } from './values.ts';

const Item = z.object({ Name: z.string(), Value: Text });

const StkCallback = z.object({
  Body: z.object({
    stkCallback: z.object({
      MerchantRequestID: Text,
      CheckoutRequestID: Word,
      ResultCode: Word,
      ResultDesc: Text,
      // Absent on failure.
      CallbackMetadata: z.object({ Item: z.array(Item) }).optional(),
    }),
  }),
});

/**
 * Safaricom's own `Body.stkCallback`, which services hand on as it is. Items are found by name, never by place, and a
 * success without a receipt is `unknown`.
 */
export const readStkCallback = (codes: CodeTable) =>
  reading(StkCallback, ({ Body: { stkCallback: told } }): CallbackValues => {
    const item = (name: string) => told.CallbackMetadata?.Item.find(({ Name }) => Name === name)?.Value ?? null;
    const { state, notes: odd, ...said } = stateOf(codes, told.ResultCode);
    const notes: AnswerNote[] = [...odd];
    const receipt = item('MpesaReceiptNumber');
    const lacking = state === 'completed' && receipt === null;
    if (lacking) notes.push('contradicts-itself');
    return {
      ...silent,
      kind: 'result',
      state: lacking ? 'unknown' : state,
      ...said,
      reason: told.ResultDesc,
      amount: noteAmount(item('Amount'), notes),
      direction: 'in',
      receipt,
      phone: item('PhoneNumber'),
      occurredAt: noteInstant(item('TransactionDate'), notes),
      ids: present({ 'checkout-id': told.CheckoutRequestID, 'merchant-id': told.MerchantRequestID }),
      notes,
    };
  });

/** What a service wants to hear where its document prints no answer: Safaricom's own acknowledgement. */
export const acknowledged = JSON.stringify({ ResultCode: 0, ResultDesc: 'Accepted' });
