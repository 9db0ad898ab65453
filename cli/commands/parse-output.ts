import { type Cents, writeCents } from '#parser/money.ts';
import { parseMessage } from '#parser/parse.ts';
import type { Reading } from '#parser/reading.ts';

/** A reading as `risiti parse --json` prints it: amounts in integer cents, null where the message says nothing. */
export function asRecord(id: unknown, reading: Reading) {
  const { outcome, rule, kind, direction, account, country, language, currency } = reading;
  const { receipt, amount, fee, balance, balances, party, notes, expected, due } = reading;
  return {
    id,
    outcome,
    rule,
    kind,
    direction,
    account,
    country,
    language,
    receipt,
    currency,
    amount,
    fee,
    balance,
    party,
    account_ref: reading.accountRef,
    occurred_at: reading.occurredAt,
    linked_receipt: reading.linkedReceipt,
    daily_limit: reading.dailyLimit,
    due,
    balances,
    notes,
    expected,
  };
}

const LONGEST_LINE = 88;

/** A reading for a person: a line of what the message is, then its values, aligned. */
export function asBlock(text: string, reading: Reading): string {
  const opening = text.trim().replace(/\s+/g, ' ');
  const shown = opening.length > LONGEST_LINE ? `${opening.slice(0, LONGEST_LINE - 1)}…` : opening;
  const money = (cents: Cents | null) => (cents === null ? null : `${reading.currency} ${writeCents(cents)}`);
  const others = Object.entries(reading.balances).map(([name, cents]): [string, string | null] => [name, money(cents)]);
  const rows: [string, string | null][] = [
    ['kind', reading.kind],
    ['receipt', reading.receipt],
    ['amount', reading.direction === 'none' ? money(reading.amount) : withDirection(reading, money(reading.amount))],
    ['fee', money(reading.fee)],
    [
      'party',
      Object.values(reading.party)
        .filter((value) => value !== null)
        .join(' ') || null,
    ],
    ['account', reading.accountRef],
    ['when', reading.occurredAt],
    ['balance', money(reading.balance)],
    ...others,
    ['reverses', reading.linkedReceipt],
    ['not read', reading.expected?.sentence ?? null],
    ...reading.notes.map((note): [string, string | null] => ['note', note.text]),
  ];
  const said = rows.filter(([, value]) => value !== null);
  const width = Math.max(...said.map(([name]) => name.length));
  return [shown, ...said.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`), ''].join('\n');
}

const withDirection = ({ direction }: Reading, amount: string | null) =>
  amount === null ? null : `${amount} ${direction === 'in' ? 'in' : 'out'}`;

/** The body of extractTransaction's answer, and whether the message was read: 200 or 422. */
export function asExtractTransaction(message: string): { readonly body: string; readonly read: boolean } {
  const { outcome, receipt, amount, party, occurredAt, expected } = parseMessage(message);
  if (outcome !== 'parsed' || amount === null) {
    const reason = outcome === 'unrecognised' ? expected?.sentence : 'The message tells of no payment.';
    return { body: JSON.stringify({ message: 'Message could not be parsed', status: 'error', reason }), read: false };
  }
  const data = {
    transaction_id: receipt,
    amount: '@amount',
    payer_name: party.name,
    payer_account: party.phone ?? party.shortcode,
    transaction_time: occurredAt === null ? null : `${occurredAt.slice(0, 19)}.000000Z`,
    status: 'STATUS_COMPLETED',
  };
  // The sample prints `100.00`; a JSON number of ours would print `100`.
  const body = JSON.stringify({ data, status: 'success' }).replace('"@amount"', writeCents(amount).replaceAll(',', ''));
  return { body, read: true };
}
