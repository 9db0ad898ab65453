import type { RowIssue } from '#contract/import.ts';
import { say } from '#contract/sentences.ts';
import type { AccountKind, Direction, Source } from '#contract/words.ts';
import { parseMessage } from '#parser/parse.ts';
import type { Reading } from '#parser/reading.ts';
import { LedgerError } from '../errors.ts';
import { legOf } from '../reconcile/movement.ts';
import type { MessageRow } from '../store/messages.ts';
import type { MovementRow } from '../store/movements.ts';
import type { Store } from '../store/store.ts';
import { conflictFinder, type Known } from './conflicts.ts';
import { answerName, digestOf, messageIdentity, rowIdentity } from './identity.ts';
import type { NewMovement, Read, RowRead } from './importer.ts';
import { saleTaker } from './mapper/take-sale.ts';
import { isMpesaSender, looksLikeMpesa } from './mpesa-look.ts';
import { type Told, toldByMessage } from './told-by-message.ts';
import { twinCounter } from './twins.ts';

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
  /** What the book knew of its receipt before, with another amount. */
  readonly conflict?: Known | null;
};

type Ids = { readonly message?: number; readonly movement?: number };

/** What the rows of one source are put in with. */
type Desk = {
  readonly store: Store;
  readonly accountOf: (kind: AccountKind, shortcode: string | null) => number;
  /** Number the true twins of this source. */
  readonly movements: ReturnType<typeof twinCounter>;
  readonly messages: ReturnType<typeof twinCounter>;
  /** Notes that the book says more than before. */
  readonly change: () => void;
  readonly conflictOf: (row: MovementRow) => Known | null;
  /** Writes down what became of a row; `text` is null where its message has it. */
  readonly note: (row: number, taken: Taken, ids: Ids, text: string | null) => Taken;
};

export type Intake = {
  /** Takes one thing that was read; `account` is the statement's, null outside of one. */
  readonly take: (read: RowRead, account: number | null) => Taken;
  /** Whether any of it was new to the book, or in new words. */
  readonly changed: () => boolean;
};

/**
 * Puts the rows of one source into the book, one by one: finds what is known, stores what is new, and notes of every
 * single one what became of it. Throws `unreadable-file` for a movement of which nothing says whose it is.
 */
export function openIntake(store: Store, importId: number): Intake {
  let [seq, changed] = [0, false];
  const note: Desk['note'] = (row, taken, { message = null, movement = null }, text) => {
    seq += 1;
    const { verdict, reason } = taken;
    store.imports.addRow(importId, seq, row, verdict, reason, text, message, movement);
    return taken;
  };
  const desk: Desk = {
    store,
    accountOf: accountFinder(store),
    movements: twinCounter(),
    messages: twinCounter(),
    change: () => void (changed = true),
    conflictOf: conflictFinder(store),
    note,
  };
  const takeSale = saleTaker(store, importId);
  return {
    changed: () => changed,
    take(read, account) {
      if (read.as === 'movement') return takeRow(desk, read, account);
      if (read.as === 'message') return takeMessage(desk, read);
      if (read.as !== 'expected') return takeUnread(desk, read);
      const sale = takeSale(read);
      if (sale.verdict === 'stored') desk.change();
      return note(read.row, { ...sale, text: read.text, told: null }, {}, read.text);
    },
  };
}

/** Remembers for one import; longer would outlive a rollback. */
function accountFinder(store: Store): Desk['accountOf'] {
  const known = new Map<string, number>();
  return (kind, shortcode) => {
    const key = `${kind} ${shortcode ?? ''}`;
    const id = known.get(key) ?? store.accounts.idOf(kind, shortcode);
    known.set(key, id);
    return id;
  };
}

function takeRow(desk: Desk, { row, text, movement }: Row, account: number | null): Taken {
  const { note, accountOf } = desk;
  const told = movement.account;
  const of = told ? accountOf(told.kind, told.shortcode) : account;
  if (of === null) throw new LedgerError('unreadable-file', 'The file does not say whose account it is of.');
  const source = movement.source ?? 'statement';
  const name = source === 'statement' ? null : answerName(movement);
  const identity = rowIdentity(name === null ? movement : { ...movement, receipt: name });
  const direction = movement.kind === 'settlement' ? 'none' : bySign(movement.amount);
  const stated = toRow(of, source, identity, direction, movement);
  const { id, fresh, conflict, repeats } = add(desk, stated, name === null);
  // It moved nothing a second time: neither the totals nor the balances of the file count it again.
  if (repeats) return note(row, { verdict: 'duplicate', reason: REPEATED, text, told: null }, { movement: id }, text);
  const verdict = fresh ? 'stored' : 'duplicate';
  const counted = { movement, counts: bySign(movement.amount) };
  return note(row, { verdict, reason: null, text, told: counted, conflict }, { movement: id }, text);
}

function takeMessage(desk: Desk, read: Message): Taken {
  const reading = parseMessage(read.text);
  const digest = digestOf(read.text);
  const told = toldByMessage(reading, read.receivedAt);
  if (told) return takeTelling(desk, read, reading, digest, told);
  const unread = reading.outcome === 'unrecognised';
  if (unread && !isMpesas(read)) return takeOther(desk, read);
  const message = addNotice(desk, messageOf(read, reading, digest, unread));
  const [verdict, reason] = unread
    ? (['rejected', reading.expected?.sentence ?? UNREAD] as const)
    : (['skipped', noticeOf(reading)] as const);
  return desk.note(read.row, { verdict, reason, text: read.text, told: null }, { message }, null);
}

function takeTelling(desk: Desk, read: Message, reading: Reading, digest: Buffer, { account, movement }: Told): Taken {
  const identity = messageIdentity(movement, digest);
  const direction = reading.direction ?? 'none';
  const of = desk.accountOf(account, null);
  // A receipt is given once: the same message twice in one file is a copy. Without one, twins may both be true.
  const { id, occurrence, fresh, conflict } = add(
    desk,
    toRow(of, 'sms', identity, direction, movement),
    movement.receipt === null,
  );
  const message = desk.store.messages.add({ ...messageOf(read, reading, digest, false), occurrence, movement: id });
  if (message.changed) desk.change();
  desk.messages.tell(message.id);
  // An echo says again what another message says: it stands as a witness, in no total.
  const told = { movement, counts: legOf(movement.kind) === 'echo' ? ('none' as const) : direction };
  const verdict = fresh ? 'stored' : 'duplicate';
  return desk.note(
    read.row,
    { verdict, reason: null, text: read.text, told, conflict },
    { message: message.id, movement: id },
    null,
  );
}

/**
 * Stores a movement; a new one is held against what the book had. Where it has no twins, the same again is a copy. So is a
 * row of a receipt that this source has told in the very same words, its balance among them: a second payment would have
 * left another (`repeats`).
 */
function add({ store, conflictOf, movements, change }: Desk, row: MovementRow, twins: boolean) {
  const balanced = row.receipt !== null && row.balance_after !== null;
  let repeats = false;
  const added = store.movements.add(row, (firsts, same) => {
    repeats = twins && balanced && same !== null && movements.told(same);
    return twins && !repeats ? movements.next(`${row.account} ${row.source} ${row.identity}`, firsts) : 1;
  });
  movements.tell(added.id);
  if (added.changed) change();
  return { ...added, conflict: added.fresh ? conflictOf(row) : null, repeats };
}

/** Stores a message that tells of no movement. */
function addNotice({ store, messages, change }: Desk, message: Omit<MessageRow, 'occurrence'>): number {
  const { id, changed } = store.messages.addTwin(message, (first) =>
    messages.next(message.digest.toString('base64'), [first]),
  );
  messages.tell(id);
  if (changed) change();
  return id;
}

const messageOf = ({ text, sender, receivedAt }: Message, reading: Reading, digest: Buffer, unread: boolean) => ({
  digest,
  text,
  sender,
  received_at: receivedAt,
  outcome: reading.outcome,
  rule: reading.rule,
  kind: reading.kind,
  unread: unread ? (1 as const) : (0 as const),
  movement: null,
});

/** A chat or an advert. What a person pasted is kept with its row; a private message out of an export is not. */
function takeOther({ note }: Desk, { row, text, sender }: Message): Taken {
  const kept = sender === null ? text : '';
  return note(row, { verdict: 'skipped', reason: NO_PAYMENT, text: kept, told: null }, {}, kept);
}

const takeUnread = ({ note }: Desk, { row, text, reason, as }: Unread): Taken =>
  note(row, { verdict: as, reason, text, told: null }, {}, text);

const REPEATED = say('row-repeated');
const NO_PAYMENT = say('no-payment');
const NOT_SHILLINGS = say('not-shillings');
const UNREAD = say('unknown-wording');

const isMpesas = ({ text, sender }: Message) => (sender !== null && isMpesaSender(sender)) || looksLikeMpesa(text);

function noticeOf({ kind, outcome }: Reading): string {
  if (outcome === 'parsed') return NOT_SHILLINGS;
  if (kind?.startsWith('failed_')) return say('payment-failed');
  if (kind === 'cancelled') return say('payment-cancelled');
  return say('tells-no-payment');
}

const bySign = (amount: number): Direction => (amount > 0 ? 'in' : amount < 0 ? 'out' : 'none');

const toRow = (
  account: number,
  source: Source,
  identity: string,
  direction: Direction,
  movement: NewMovement,
): MovementRow => ({
  account,
  source,
  identity,
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
