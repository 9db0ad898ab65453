import { z } from 'zod';
import { answerShape, has, moved, notPaid, outward } from './answer.ts';
import { Amount, AmountOrNone, fullName, Phone, receiptOr, Stamp, Text, when } from './values.ts';

/** Equity tells of money to a bank account. The 2018 form hides the receipt in a sentence. */
export const jenga = answerShape({
  id: 'jenga',
  is: (value) => has(value, 'callbackType', 'transaction', 'bank'),
  schema: z.object({
    customer: z.object({ name: Text, mobileNumber: Phone }),
    transaction: z.object({
      date: Stamp,
      reference: Text,
      amount: Amount,
      billNumber: Text,
      serviceCharge: AmountOrNone,
      additionalInfo: Text,
      status: Text,
      remarks: Text,
    }),
    bank: z.object({ account: Text, transactionType: Text }),
  }),
  tell({ customer, transaction, bank }) {
    if (transaction.status !== 'SUCCESS') return notPaid(transaction.remarks ?? transaction.status);
    return moved({
      kind: 'bank_side',
      amount: bank.transactionType === 'D' ? outward(transaction.amount) : transaction.amount,
      source: 'callback',
      account: { kind: 'bank', shortcode: bank.account ?? 'Equity' },
      receipt: receiptOr(transaction.reference, transaction.additionalInfo),
      fee: transaction.serviceCharge,
      ...when(transaction.date),
      party: customer.name,
      phone: customer.mobileNumber,
      accountRef: transaction.billNumber,
    });
  },
});

/** KCB tells of money to an account. */
export const kcbAccount = answerShape({
  id: 'kcb-account',
  is: (value) => has(value, 'transactionReference', 'transactionAmount', 'creditAccountIdentifier'),
  schema: z.object({
    transactionReference: Text,
    timestamp: Stamp,
    transactionAmount: Amount,
    customerReference: Text,
    customerName: Text,
    customerMobileNumber: Phone,
    balance: AmountOrNone,
    creditAccountIdentifier: Text,
  }),
  tell: (told) =>
    moved({
      kind: 'bank_side',
      amount: told.transactionAmount,
      source: 'callback',
      account: { kind: 'bank', shortcode: told.creditAccountIdentifier ?? 'KCB' },
      receipt: told.transactionReference,
      balanceAfter: told.balance,
      ...when(told.timestamp),
      party: told.customerName,
      phone: told.customerMobileNumber,
      accountRef: told.customerReference,
    }),
});

const Notification = z.object({
  businessKey: Text,
  debitMSISDN: Phone,
  transactionAmt: Amount,
  transactionDate: Stamp,
  transactionID: Text,
  firstName: Text,
  middleName: Text,
  lastName: Text,
});

/** KCB tells of money to a till. The receipt stands where others have a conversation's number. */
export const kcbTill = answerShape({
  id: 'kcb-till',
  is: ({ header, requestPayload }) => has(header, 'originatorConversationID') && has(requestPayload, 'additionalData'),
  schema: z.object({
    header: z.object({ originatorConversationID: Text }),
    requestPayload: z.object({
      primaryData: z.object({ businessKey: Text }),
      additionalData: z.object({ notificationData: Notification }),
    }),
  }),
  tell({ header, requestPayload: { primaryData, additionalData } }) {
    const told = additionalData.notificationData;
    return moved({
      kind: 'bank_side',
      amount: told.transactionAmt,
      source: 'callback',
      account: { kind: 'bank', shortcode: primaryData.businessKey ?? 'KCB' },
      receipt: receiptOr(header.originatorConversationID, told.transactionID),
      ...when(told.transactionDate),
      party: fullName(told.firstName, told.middleName, told.lastName),
      phone: told.debitMSISDN,
      accountRef: told.businessKey,
    });
  },
});

/** Co-operative Bank tells of a line on an account: `receipt~paybill#account~phone~name~day` in its narration. */
export const coopBank = answerShape({
  id: 'coop-bank',
  is: (value) => has(value, 'AcctNo', 'EventType', 'Narration'),
  schema: z.object({
    AcctNo: Text,
    Amount,
    BookedBalance: AmountOrNone,
    EventType: z.enum(['CREDIT', 'DEBIT']),
    Narration: Text,
    TransactionDate: Stamp,
    TransactionId: Text,
  }),
  tell(told) {
    const [receipt = null, account = null, phone = null, party = null] = told.Narration?.split('~') ?? [];
    return moved({
      kind: 'bank_side',
      amount: told.EventType === 'DEBIT' ? outward(told.Amount) : told.Amount,
      source: 'callback',
      account: { kind: 'bank', shortcode: told.AcctNo ?? 'Co-operative Bank' },
      receipt: receiptOr(receipt, told.TransactionId),
      balanceAfter: told.BookedBalance,
      ...when(told.TransactionDate),
      party,
      phone: Phone.parse(phone),
      accountRef: account,
    });
  },
});
