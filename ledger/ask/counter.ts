import type { Database } from 'better-sqlite3';
import type { Account } from '#contract/account.ts';
import type { Sale } from '#contract/sales.ts';
import type { Parsed } from '#contract/index.ts';
import type { Payment } from '#contract/payment.ts';
import type { CounterAnswer, CounterVerdict } from '#contract/counter.ts';
import { parseMessage } from '#parser/parse.ts';
import { isReceipt, receiptDate } from '#parser/receipt.ts';
import { isIncome } from '../reconcile/matching/incoming.ts';
import { oneSlip } from '../reconcile/matching/slip.ts';
import { foldCode } from '../reconcile/matching/rows.ts';
import { REVERSAL } from '../reconcile/gather.ts';
import { receiptDayDiffers } from '../reconcile/receipt-day.ts';
import { inBook } from './in-book.ts';
import { keyedBy } from '../store/payments.ts';

type Found = CounterAnswer['found'][number];

/** What was typed or pasted, understood. */
type Asked = Pick<CounterAnswer, 'receipt' | 'amount' | 'at' | 'receiptDate'>;

/** Where the check reads the rest. */
export type CounterParts = {
  readonly payments: (ids: readonly number[]) => Payment[];
  readonly usedFor: (payment: number) => { match: number; sales: Sale[] } | null;
  readonly accounts: () => Account[];
};

/** Fewer characters of a code say too little to look for slips of it. */
const HALF = 4;
const MOST = 5;
/** As long as Safaricom's receipts are. */
const USUAL = 10;
const MOST_DIGITS = 12;

/** Answers whether what a customer shows is in the book, and what speaks against it. */
export function counterQuery(db: Database, parts: CounterParts) {
  const exact = db
    .prepare<{ receipt: string }, number>(`SELECT id FROM payment p WHERE ${keyedBy('p', ':receipt')} ORDER BY id`)
    .pluck();
  const near = db.prepare<{ from: string; to: string; tail: string }, { id: number; receipt: string }>(`
    SELECT id, receipt FROM payment WHERE receipt IS NOT NULL AND id IN (
      SELECT id FROM payment WHERE key >= :from AND key < :to
      UNION SELECT id FROM payment INDEXED BY payment_key WHERE substr(key, -${HALF}) = :tail
      UNION SELECT id FROM payment INDEXED BY payment_key WHERE substr(key, -${HALF + REVERSAL.length}) = :tail || '${REVERSAL}')
  `);
  const unread = db
    .prepare<[string], 1>(
      `SELECT 1 FROM message m WHERE ${inBook('m')} AND m.outcome = 'unrecognised' AND instr(upper(m.text), ?) LIMIT 1`,
    )
    .pluck();
  const newestMessage = db
    .prepare<[number], string | null>('SELECT max(occurred_at) FROM payment WHERE account = ? AND messages > 0')
    .pluck();

  function slips(receipt: string): number[] {
    if (receipt.length <= HALF) return [];
    const head = receipt.slice(0, HALF);
    const rows = near.all({ from: head, to: `${head}~`, tail: receipt.slice(-HALF) });
    return rows.filter((row) => oneSlip(receipt, row.receipt)).map(({ id }) => id);
  }

  const coverage = (): CounterAnswer['coverage'] =>
    parts.accounts().map(({ id, name, covered }) => ({
      account: { id, name },
      statementTo: covered.at(-1)?.to ?? null,
      messagesTo: newestMessage.get(id) ?? null,
    }));

  return ({ text, amountCents }: Parsed<'counter.check'>): CounterAnswer => {
    const asked = understand(text, amountCents);
    const same = asked.receipt === null ? [] : exact.all({ receipt: asked.receipt });
    const ids = same.length > 0 || asked.receipt === null ? same : slips(asked.receipt).slice(0, MOST);
    const found = parts.payments(ids).map((payment): Found => ({
      payment,
      slip: same.length === 0,
      differsBy: asked.amount === null ? null : Math.abs(payment.amount) - asked.amount,
      usedFor: parts.usedFor(payment.id),
    }));
    const sorted = found.toSorted((a, b) => rank(a) - rank(b));
    return {
      verdict: verdictOf(asked, sorted[0]),
      ...asked,
      found: sorted,
      unread: asked.receipt !== null && sorted.length === 0 && unread.get(asked.receipt) !== undefined,
      coverage: coverage(),
    };
  };
}

/** A whole message says its amount and time, also with words before it; anything else is looked through for both. */
function understand(text: string, amountCents: number | null): Asked {
  const whole = parseMessage(text);
  const receipt = whole.receipt ?? typedReceipt(text);
  const from = receipt === null ? -1 : text.toUpperCase().indexOf(receipt);
  const reading = whole.receipt === null && from > 0 ? parseMessage(text.slice(from)) : whole;
  return {
    receipt,
    amount: amountCents ?? reading.amount ?? writtenAmount(text, receipt),
    at: reading.occurredAt,
    receiptDate: receipt === null ? null : receiptDate(receipt, 'KE'),
  };
}

/** The word that is a code, or all of the text where its code is written in pieces. Names and greetings are none. */
function typedReceipt(text: string): string | null {
  const codes = (text.toUpperCase().match(/[A-Z0-9]+/g) ?? []).filter(isReceipt);
  const code =
    codes.find((word) => /\d/.test(word)) ??
    codes.find((word) => word.length === USUAL && receiptDate(word, 'KE') !== null);
  if (code !== undefined) return code;
  const folded = foldCode(text.toUpperCase());
  return folded !== null && /\d/.test(folded) && isReceipt(folded) ? folded : null;
}

const money = String.raw`(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?(?![\d.,])`;
const named = new RegExp(String.raw`(?:ksh|kes|sh)s?[.\s]*${money}`, 'i');
const bare = new RegExp(String.raw`^[\s,:;-]*${money}(?:\/[=-])?\s*$`);

/** The first amount that names its currency, or the only other thing that was typed beside the receipt. */
function writtenAmount(text: string, receipt: string | null): number | null {
  const at = receipt === null ? -1 : text.toUpperCase().indexOf(receipt);
  const beside = at < 0 ? '' : text.slice(0, at) + text.slice(at + (receipt?.length ?? 0));
  const [, whole, part = ''] = named.exec(text) ?? bare.exec(beside) ?? [];
  if (whole === undefined || whole.length > MOST_DIGITS) return null;
  return Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
}

const onStatement: ReadonlySet<Payment['standing']> = new Set(['confirmed', 'proved', 'settled']);

/** A customer's money first, and then what agrees with the amount asked for. */
const rank = ({ payment, differsBy }: Found) => (isCustomers(payment) ? 0 : 2) + (differsBy ? 1 : 0);

function verdictOf(asked: Asked, found: Found | undefined): CounterVerdict {
  if (asked.receipt === null) return 'no-receipt';
  if (!found) return receiptDayDiffers(asked.receipt, asked.at) ? 'date-differs' : 'not-confirmed';
  const { payment, slip, differsBy, usedFor } = found;
  if (slip) return 'other-receipt';
  if (!isCustomers(payment)) return 'not-income';
  if (usedFor) return 'already-used';
  if (payment.standing === 'reversed' || payment.standing === 'failed') return 'taken-back';
  if (payment.takenBack > 0) return 'part-taken-back';
  if (differsBy) return 'amount-differs';
  if (datesDiffer(asked, payment)) return 'date-differs';
  if (payment.exception === 'not-on-statement') return 'not-on-statement';
  if (payment.standing === 'disputed') return 'disputed';
  return onStatement.has(payment.standing) ? 'confirmed' : 'seen';
}

/** What a bank or a table of the owner's tells of does not say what it was for. */
const isCustomers = ({ kind, direction }: Payment) =>
  direction === 'in' && (isIncome(kind) || kind === 'bank_side' || kind === 'statement_other');

const HOUR = 60 * 60 * 1_000;

/** The day that the message prints is another one than the payment's, beyond what two clocks may differ. */
function datesDiffer({ receipt, at }: Asked, { occurredAt }: Payment): boolean {
  if (at === null) return false;
  if (receiptDayDiffers(receipt, at)) return true;
  return occurredAt !== null && Math.abs(Date.parse(at) - Date.parse(occurredAt)) > HOUR;
}
