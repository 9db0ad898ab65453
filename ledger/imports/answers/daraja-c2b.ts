import { z } from 'zod';
import { say } from '#contract/sentences.ts';
import { answerShape, has, moved, skipped } from './answer.ts';
import { Amount, AmountOrNone, fullName, Phone, Stamp, Text, when } from './values.ts';

const Confirmation = z.object({
  TransactionType: Text,
  TransID: z.string().min(1),
  TransTime: Stamp,
  TransAmount: Amount,
  BusinessShortCode: Text,
  BillRefNumber: Text,
  OrgAccountBalance: AmountOrNone,
  MSISDN: Phone,
  FirstName: Text,
  MiddleName: Text,
  LastName: Text,
});

const isValidation = ({ OrgAccountBalance }: { readonly OrgAccountBalance?: unknown }) => OrgAccountBalance === '';

/** A customer paid to a till or paybill: Daraja's confirmation, versions 1 and 2. */
export const darajaC2b = answerShape({
  id: 'daraja-c2b',
  is: (value) => has(value, 'TransID', 'TransAmount') && !isValidation(value),
  schema: Confirmation,
  tell(told) {
    const till = /buy goods/i.test(told.TransactionType ?? '');
    return moved({
      kind: till ? 'merchant_till_receive' : 'merchant_paybill_receive',
      amount: told.TransAmount,
      source: 'callback',
      account: { kind: till ? 'till' : 'paybill', shortcode: told.BusinessShortCode },
      receipt: told.TransID,
      balanceAfter: told.OrgAccountBalance,
      ...when(told.TransTime),
      party: fullName(told.FirstName, told.MiddleName, told.LastName),
      phone: told.MSISDN,
      accountRef: told.BillRefNumber,
    });
  },
});

/** The question before a payment, in the same words but without a balance. Only the confirmation is a payment. */
export const darajaValidation = answerShape({
  id: 'daraja-validation',
  is: (value) => has(value, 'TransID', 'TransAmount') && isValidation(value),
  schema: z.object({ TransID: z.string() }),
  tell: () => skipped(say('only-asked')),
});

/** A bill of the Bill Manager was paid. */
export const darajaBill = answerShape({
  id: 'daraja-bill',
  is: (value) => has(value, 'transactionId', 'paidAmount'),
  schema: z.object({
    transactionId: z.string().min(1),
    paidAmount: Amount,
    paymentDate: Stamp,
    accountReference: Text,
    phoneNumber: Phone,
    billerId: Text,
  }),
  tell: (told) =>
    moved({
      kind: 'merchant_paybill_receive',
      amount: told.paidAmount,
      source: 'callback',
      account: { kind: 'paybill', shortcode: told.billerId },
      receipt: told.transactionId,
      ...when(told.paymentDate),
      phone: told.phoneNumber,
      accountRef: told.accountReference,
    }),
});
