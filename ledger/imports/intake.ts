import { say } from '#contract/sentences.ts';
import type { Direction } from '#contract/words.ts';
import { LedgerError } from '../errors.ts';
import type { Store } from '../store/store.ts';
import { conflictFinder } from './conflicts.ts';
import { answerName, rowIdentity } from './identity.ts';
import type { Read, RowRead } from './importer.ts';
import { addMovement, type Desk, type Taken } from './intake-desk.ts';
import { saleTaker } from './mapper/take-sale.ts';
import { movementRow } from './movement-row.ts';
import { takeMessage } from './take-message.ts';
import { twinCounter } from './twins.ts';

type Row = Extract<Read, { as: 'movement' }>;
type Unread = Extract<Read, { as: 'skipped' | 'rejected' }>;

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
  const stated = movementRow({ account: of, source, identity, direction }, movement);
  const { id, fresh, conflict, repeats } = addMovement(desk, stated, name === null);
  // It moved nothing a second time: neither the totals nor the balances of the file count it again.
  if (repeats) return note(row, { verdict: 'duplicate', reason: REPEATED, text, told: null }, { movement: id }, text);
  const verdict = fresh ? 'stored' : 'duplicate';
  const counted = { movement, counts: bySign(movement.amount) };
  return note(row, { verdict, reason: null, text, told: counted, conflict }, { movement: id }, text);
}

const takeUnread = ({ note }: Desk, { row, text, reason, as }: Unread): Taken =>
  note(row, { verdict: as, reason, text, told: null }, {}, text);

const REPEATED = say('row-repeated');

const bySign = (amount: number): Direction => (amount > 0 ? 'in' : amount < 0 ? 'out' : 'none');
