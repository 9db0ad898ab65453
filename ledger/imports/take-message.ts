import { say } from '#contract/sentences.ts';
import { parseMessage } from '#parser/parse.ts';
import type { Reading } from '#parser/reading.ts';
import { legOf } from '../reconcile/movement.ts';
import type { MessageRow } from '../store/messages.ts';
import { digestOf, messageIdentity } from './identity.ts';
import type { Read } from './importer.ts';
import { addMovement, type Desk, type Taken } from './intake-desk.ts';
import { movementRow } from './movement-row.ts';
import { isMpesaSender, looksLikeMpesa } from './mpesa-look.ts';
import { type Told, toldByMessage } from './told-by-message.ts';

type Message = Extract<Read, { as: 'message' }>;

/** Takes a message: what it tells of money, a notice, or what is no business of ours. */
export function takeMessage(desk: Desk, read: Message): Taken {
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
  const row = movementRow({ account: of, source: 'sms', identity, direction }, movement);
  const { id, occurrence, fresh, conflict } = addMovement(desk, row, movement.receipt === null);
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
