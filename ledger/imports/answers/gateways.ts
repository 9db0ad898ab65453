import { z } from 'zod';
import { say } from '#contract/sentences.ts';
import { answerShape, has, moved, notPaid, outward, skipped } from './answer.ts';
import { readMislabelled } from './stamps.ts';
import { Amount, Phone, Stamp, Text, when } from './values.ts';

const Code = z.union([z.number(), z.string()]).transform(String);

/** PesaFlux tells how a payment prompt ended. */
export const pesafluxWebhook = answerShape({
  id: 'pesaflux-webhook',
  is: (value) => has(value, 'ResponseCode', 'TransactionID', 'TransactionAmount'),
  schema: z.object({
    ResponseCode: Code,
    ResponseDescription: Text,
    TransactionAmount: Amount,
    TransactionReceipt: Text,
    TransactionDate: Stamp,
    TransactionReference: Text,
    Msisdn: Phone,
  }),
  tell(told) {
    if (told.ResponseCode !== '0') return notPaid(told.ResponseDescription, told.ResponseCode);
    return prompted('callback', told);
  },
});

/** PesaFlux's answer to what became of a prompt. Its 200 says that the question was answered; the status says how. */
export const pesafluxStatus = answerShape({
  id: 'pesaflux-status',
  is: (value) => has(value, 'ResultCode', 'TransactionStatus', 'TransactionAmount'),
  schema: z.object({
    TransactionStatus: Text,
    ResultDesc: Text,
    TransactionAmount: Amount,
    TransactionReceipt: Text,
    TransactionDate: Stamp,
    TransactionReference: Text,
    Msisdn: Phone,
  }),
  tell(told) {
    if (!/^completed$/i.test(told.TransactionStatus ?? '')) return notPaid(told.TransactionStatus ?? told.ResultDesc);
    return prompted('lookup', told);
  },
});

type Prompted = {
  readonly TransactionAmount: z.output<typeof Amount>;
  readonly TransactionReceipt: string | null;
  readonly TransactionDate: z.output<typeof Stamp>;
  readonly TransactionReference: string | null;
  readonly Msisdn: string | null;
};

const prompted = (source: 'callback' | 'lookup', told: Prompted) =>
  moved({
    kind: 'merchant_paybill_receive',
    amount: told.TransactionAmount,
    source,
    account: { kind: 'paybill', shortcode: null },
    receipt: told.TransactionReceipt,
    ...when(told.TransactionDate),
    phone: told.Msisdn,
    accountRef: told.TransactionReference,
  });

/** A request was taken: PesaFlux's and PayNexus's first answers, before anybody has paid. */
export const gatewayAccepted = answerShape({
  id: 'gateway-accepted',
  is: (value) => has(value, 'success', 'transaction_request_id'),
  schema: z.object({}),
  tell: () => skipped(say('request-accepted')),
});

/** PayNexus tells where a payment stands. It gives no receipt. */
export const paynexus = answerShape({
  id: 'paynexus',
  is: (value) => has(value, 'checkout_request_id', 'amount', 'status'),
  schema: z.object({
    reference: Text,
    amount: Amount,
    phone: Phone,
    status: Text,
    mpesa_receipt: Text,
    completed_at: Stamp,
  }),
  tell(told) {
    if (told.status !== 'completed') return notPaid(told.status);
    return moved({
      kind: 'merchant_paybill_receive',
      amount: told.amount,
      source: 'lookup',
      account: { kind: 'other', shortcode: 'PayNexus' },
      receipt: told.mpesa_receipt ?? told.reference,
      ...when(told.completed_at),
      phone: told.phone,
      accountRef: told.reference,
    });
  },
});

/** A transaction as Salami keeps it. Its times end in `Z`, but a message of 2:30 PM gives `14:30:00.000000Z`. */
export const salami = answerShape({
  id: 'salami',
  is: (value) => has(value, 'transaction_id', 'amount', 'payer_account', 'status'),
  schema: z.object({
    transaction_id: Text,
    amount: Amount,
    payer_account: Phone,
    payer_name: Text,
    payee_account: Text,
    payee_name: Text,
    reference: Text,
    transaction_time: Text,
    created_at: Text,
    status: Text,
    transaction_type: Text,
  }),
  tell(told) {
    if (told.status !== 'STATUS_COMPLETED') return notPaid(told.status);
    const out = told.transaction_type === 'PAYMENT_OUT';
    const time = told.transaction_time ?? told.created_at;
    return moved({
      kind: out ? 'business_payment' : 'merchant_paybill_receive',
      amount: out ? outward(told.amount) : told.amount,
      source: 'lookup',
      account: { kind: 'paybill', shortcode: out ? told.payer_account : told.payee_account },
      receipt: told.transaction_id,
      ...when(time === null ? null : readMislabelled(time)),
      party: out ? told.payee_name : told.payer_name,
      phone: out ? told.payee_account : told.payer_account,
      accountRef: told.reference,
    });
  },
});
