import type { RowIssue } from '#contract/import.ts';
import type { Direction, Source } from '#contract/words.ts';
import { parseMessage } from '#parser/parse.ts';
import type { Reading } from '#parser/reading.ts';
import { LedgerError } from '../errors.ts';
import { legOf } from '../reconcile/movement.ts';
import type { MovementRow } from '../store/movements.ts';
import type { Store } from '../store/store.ts';
import { digestOf, messageIdentity, rowIdentity, twinCounter } from './identity.ts';
import type { NewMovement, Read } from './importer.ts';
import { isMpesaSender, looksLikeMpesa } from './mpesa-look.ts';
import { toldByMessage } from './told-by-message.ts';

type Message = Extract<Read, { as: 'message' }>;
type Row = Extract<Read, { as: 'movement' }>;
type Unread = Extract<Read, { as: 'skipped' | 'rejected' }>;

/** What became of one thing read. `reason` is null for rows that were stored or known. */
export type Taken = {
  readonly verdict: RowIssue['verdict'];
  readonly reason: string | null;
  /** As it is kept: empty where it was no business of ours. */
  readonly text: string;
  /** What it tells of its account, where it tells of money. `counts`: in which of the import's totals. */
  readonly told: { readonly movement: NewMovement; readonly counts: Direction } | null;
};

/**
 * Puts the rows of one source into the book, one by one: finds what is known, stores what is new, and notes of every
 * single one what became of it.
 */
export function openIntake(store: Store, importId: number) {
  const twins = twinCounter();
  let seq = 0;

  function note(row: number, taken: Taken, ids: { message?: number; movement?: number }, text: string | null): Taken {
    seq += 1;
    const { verdict, reason } = taken;
    const { message = null, movement = null } = ids;
    store.imports.addRow({ import: importId, seq, row, verdict, reason, text, message, movement });
    return taken;
  }

  function takeRow({ row, text, movement }: Row, account: number | null): Taken {
    const told = movement.account;
    const of = told ? store.accounts.idOf(told.kind, told.shortcode) : account;
    if (of === null) throw new LedgerError('unreadable-file', 'The file does not say whose account it is of.');
    const source = movement.source ?? 'statement';
    const identity = rowIdentity(movement);
    const occurrence = twins(`${of} ${source} ${identity}`);
    const direction = movement.kind === 'settlement' ? 'none' : bySign(movement.amount);
    const { id, fresh } = store.movements.add(toRow(of, source, identity, occurrence, direction, movement));
    const counted = { movement, counts: bySign(movement.amount) };
    const verdict = fresh ? 'stored' : 'duplicate';
    return note(row, { verdict, reason: null, text, told: counted }, { movement: id }, text);
  }

  function takeMessage(read: Message): Taken {
    const reading = parseMessage(read.text);
    const digest = digestOf(read.text);
    const told = toldByMessage(reading, read.receivedAt);
    if (told) return takeTelling(read, reading, digest, told.movement, store.accounts.idOf(told.account, null));
    const foreign = reading.outcome === 'parsed';
    const unread = reading.outcome === 'unrecognised' && isMpesas(read);
    if (reading.outcome === 'unrecognised' && !unread) return takeOther(read);
    const reason = foreign ? NOT_SHILLINGS : unread ? (reading.expected?.sentence ?? UNREAD) : noticeOf(reading);
    const message = addMessage(read, reading, {
      digest,
      occurrence: twins(digest.toString('base64')),
      unread,
      movement: null,
    });
    const verdict = unread ? 'rejected' : 'skipped';
    return note(read.row, { verdict, reason, text: read.text, told: null }, { message }, null);
  }

  function takeTelling(read: Message, reading: Reading, digest: Buffer, movement: NewMovement, account: number): Taken {
    const identity = messageIdentity(movement, digest);
    // A receipt is given once: the same message twice in one file is a copy. Without one, twins may both be true.
    const occurrence = movement.receipt === null ? twins(identity) : 1;
    const direction = reading.direction ?? 'none';
    const { id, fresh } = store.movements.add(toRow(account, 'sms', identity, occurrence, direction, movement));
    const message = addMessage(read, reading, { digest, occurrence, unread: false, movement: id });
    const told = { movement, counts: legOf(movement.kind) === 'echo' ? ('none' as const) : direction };
    const verdict = fresh ? 'stored' : 'duplicate';
    return note(read.row, { verdict, reason: null, text: read.text, told }, { message, movement: id }, null);
  }

  type Placed = { digest: Buffer; occurrence: number; unread: boolean; movement: number | null };

  const addMessage = ({ text, sender, receivedAt }: Message, reading: Reading, placed: Placed): number =>
    store.messages.add({
      ...placed,
      unread: placed.unread ? 1 : 0,
      text,
      sender,
      received_at: receivedAt,
      outcome: reading.outcome,
      rule: reading.rule,
      kind: reading.kind,
    });

  /** A chat or an advert. What a person pasted is kept with its row; a private message out of an export is not. */
  function takeOther({ row, text, sender }: Message): Taken {
    const kept = sender === null ? text : '';
    return note(row, { verdict: 'skipped', reason: NO_PAYMENT, text: kept, told: null }, {}, kept);
  }

  function takeUnread({ row, text, reason, as }: Unread): Taken {
    return note(row, { verdict: as, reason, text, told: null }, {}, text);
  }

  return {
    /** Throws `unreadable-file` for a statement's row that comes before the statement has said whose it is. */
    take(read: Exclude<Read, { as: 'statement' }>, account: number | null): Taken {
      if (read.as === 'movement') return takeRow(read, account);
      return read.as === 'message' ? takeMessage(read) : takeUnread(read);
    },
  };
}

const NO_PAYMENT = 'This is not a message about a payment.';
const NOT_SHILLINGS = 'This message is not in Kenya shillings; the book does not count it.';
const UNREAD = 'This looks like an M-PESA message, in a wording that is not known yet.';

const isMpesas = ({ text, sender }: Message) => (sender !== null && isMpesaSender(sender)) || looksLikeMpesa(text);

function noticeOf({ kind }: Reading): string {
  if (kind?.startsWith('failed_')) return 'This message says that a payment failed: no money moved.';
  if (kind === 'cancelled') return 'This message says that a payment was cancelled: no money moved.';
  return 'This message tells of no payment: no money moved.';
}

const bySign = (amount: number): Direction => (amount > 0 ? 'in' : amount < 0 ? 'out' : 'none');

const toRow = (
  account: number,
  source: Source,
  identity: string,
  occurrence: number,
  direction: Direction,
  movement: NewMovement,
): MovementRow => ({
  account,
  source,
  identity,
  occurrence,
  kind: movement.kind,
  direction,
  receipt: movement.receipt,
  linked_receipt: movement.linkedReceipt,
  amount: movement.amount,
  fee: movement.fee,
  balance_after: movement.balanceAfter,
  occurred_at: movement.occurredAt,
  precision: movement.precision,
  party: movement.party,
  phone: movement.phone,
  shortcode: movement.shortcode,
  account_ref: movement.accountRef,
});
