const receiptThenConfirmed = /\b(?=[A-Z0-9]*[A-Z])[A-Z0-9]{8,12}[\s.,]*(?:[Cc]onfirm|[Ii]methibit)/;
const balanceTold = /\bM-?PESA (?:account )?balance\b|\boutstanding Fuliza\b|\bFuliza M-?PESA\b/i;

/**
 * Whether a text speaks like an M-PESA message, readable or not: a receipt that is confirmed, or an M-PESA balance.
 * Says nothing about whether it is one.
 */
export const looksLikeMpesa = (text: string): boolean => receiptThenConfirmed.test(text) || balanceTold.test(text);

/** The sender names that M-PESA's own messages come under, as letters alone. */
const senders: ReadonlySet<string> = new Set(['mpesa', 'fuliza', 'mshwari', 'kcbmpesa']);

/** Whether a message came from M-PESA's own sender name. A phone number never does. */
export const isMpesaSender = (sender: string): boolean =>
  !/\d{4}/.test(sender) && senders.has(sender.toLowerCase().replace(/[^a-z]/g, ''));
