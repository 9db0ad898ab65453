import { z } from 'zod';
import { say } from '#contract/sentences.ts';
import { partyOf } from '../portal-details.ts';
import { answerShape, has, moved, outward, skipped, type Told } from './answer.ts';
import { Amount, AmountOrNone, Stamp, Text, when } from './values.ts';
import { shown } from '../statement-cells.ts';

const Parameter = z.object({ Key: z.string(), Value: z.union([z.string(), z.number(), z.null()]).optional() });

const Result = z.object({
  // `0` from most, `R000001` from reversals.
  ResultCode: z.union([z.number(), z.string()]).transform(String),
  ResultDesc: Text,
  TransactionID: Text,
  ResultParameters: z
    .object({ ResultParameter: z.union([z.array(Parameter), Parameter.transform((one) => [one])]) })
    .optional(),
});

/** All values under a key: one key may stand twice (payer and payee), and the 2017 answers have blanks in keys. */
type Values = (key: string) => readonly string[];

const plain = (key: string) => key.replace(/\s/g, '').toLowerCase();

const valuesOf =
  (parameters: readonly z.output<typeof Parameter>[]): Values =>
  (key) =>
    parameters.flatMap(({ Key, Value }) => (plain(Key) === plain(key) && Value != null ? [String(Value)] : []));

/** What Daraja posts after a transaction status, B2C, reversal or balance request. Result code 0 says the request worked. */
export const darajaResult = answerShape({
  id: 'daraja-result',
  is: ({ Result: told }) => has(told, 'ResultCode'),
  schema: z.object({ Result }),
  tell({ Result: { ResultCode, ResultDesc, TransactionID, ResultParameters } }) {
    if (ResultCode !== '0') return skipped(say('not-done', { why: ResultDesc ?? 'no reason given', code: ResultCode }));
    const values = valuesOf(ResultParameters?.ResultParameter ?? []);
    if (values('ReceiptNo').length > 0) return transactionStatus(values);
    if (values('TransactionReceipt').length > 0) return businessPayment(values);
    if (values('OriginalTransactionID').length > 0) return reversal(values, TransactionID);
    if (values('AccountBalance').length > 0) return skipped(say('only-balance'));
    return skipped(say('done-no-payment'));
  },
});

const nameOf = (who: string | undefined) => partyOf(who ?? '', '', 'statement_other');

/** The outcome stands in `TransactionStatus`; the outer transaction number is a placeholder. */
function transactionStatus(values: Values): Told {
  const [status] = values('TransactionStatus');
  if (!/^completed$/i.test(status ?? '')) return skipped(say('transaction-is', { status: shown(status ?? '') }));
  const [debit, second] = values('DebitPartyName').map(nameOf);
  const credit = values('CreditPartyName').map(nameOf)[0] ?? second;
  const out = debit?.shortcode != null;
  const [own, other] = out ? [debit, credit] : [credit, debit];
  const amount = Amount.parse(values('Amount')[0]);
  const reason = values('ReasonType')[0] ?? '';
  const till = /merchant|buy goods/i.test(reason);
  return moved({
    kind: out ? 'business_payment' : till ? 'merchant_till_receive' : 'merchant_paybill_receive',
    amount: out ? outward(amount) : amount,
    source: 'lookup',
    account: { kind: till ? 'till' : 'paybill', shortcode: own?.shortcode ?? null },
    receipt: values('ReceiptNo')[0] ?? null,
    // `Fee For B2C Payment|KES|22.40`
    fee: AmountOrNone.parse(values(out ? 'DebitPartyCharges' : 'CreditPartyCharges')[0]?.split('|')[2]),
    ...when(Stamp.parse(values('FinalisedTime')[0])),
    party: other?.party ?? null,
    phone: other?.phone ?? null,
    shortcode: other?.shortcode ?? null,
  });
}

function businessPayment(values: Values): Told {
  const { party, phone, shortcode } = nameOf(values('ReceiverPartyPublicName')[0]);
  return moved({
    kind: 'business_payment',
    amount: outward(Amount.parse(values('TransactionAmount')[0])),
    source: 'callback',
    account: { kind: 'paybill', shortcode: null },
    receipt: values('TransactionReceipt')[0] ?? null,
    balanceAfter: AmountOrNone.parse(values('B2CUtilityAccountAvailableFunds')[0]),
    ...when(Stamp.parse(values('TransactionCompletedDateTime')[0])),
    party,
    phone,
    shortcode,
  });
}

/** Here the outer transaction number is the reversal's own receipt. */
function reversal(values: Values, receipt: string | null): Told {
  const { party, phone, shortcode } = nameOf(values('CreditPartyPublicName')[0]);
  const own = nameOf(values('DebitPartyPublicName')[0]);
  const [account = ''] = values('DebitAccountBalance');
  return moved({
    kind: 'reversal_debited',
    amount: outward(Amount.parse(values('Amount')[0])),
    source: 'callback',
    account: { kind: /merchant/i.test(account) ? 'till' : 'paybill', shortcode: own.shortcode },
    receipt,
    linkedReceipt: values('OriginalTransactionID')[0] ?? null,
    // `Utility Account|KES|7722179.62|…`: name, currency, balance
    balanceAfter: AmountOrNone.parse(account.split('|')[2]),
    ...when(Stamp.parse(values('TransCompletedTime')[0])),
    party,
    phone,
    shortcode,
  });
}
