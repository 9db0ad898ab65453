import type { Database } from 'better-sqlite3';
import type { Lookup } from '#contract/lookup.ts';
import { MoveRecord } from '#contract/move.ts';
import { CallbackValues } from '#contract/provider-answer.ts';
import type { LookupKey } from '#contract/provider.ts';
import type { AccountKind } from '#contract/words.ts';
import { lookupKeysFor } from '../providers/money-moves.ts';
import { lookupKeysOf, providers } from '../providers/registry.ts';
import type { LinkRow } from '../store/linked-accounts.ts';

/** A question without its number. */
export type Question = Pick<Lookup, 'linkedAccount' | 'about' | 'key' | 'expected'>;

type Row = {
  id: number;
  account: number;
  kind: AccountKind;
  shortcode: string | null;
  receipt: string | null;
  amount: number;
  accountRef: string | null;
  seen: 0 | 1;
};

/** A merchant's messages read the same for a till and a paybill. */
const family = (kind: AccountKind) => (kind === 'till' || kind === 'paybill' ? 'merchant' : kind);

/** Works out which link knows a payment, and by which name the service can find it. Reads the book, changes nothing. */
export function openChooser(db: Database) {
  const columns = `
    p.id, p.account, a.kind, a.shortcode, p.receipt, p.amount, p.account_ref AS accountRef,
    p.messages + p.statement_rows > 0 AS seen
    FROM payment p JOIN account a ON a.id = p.account`;
  const one = db.prepare<[number], Row>(`SELECT ${columns} WHERE p.id = ?`);
  const waiting = db.prepare<[], Row>(
    `SELECT ${columns} WHERE p.standing IN ('seen', 'claimed', 'disputed') AND p.receipt IS NOT NULL ORDER BY p.occurred_at, p.id`,
  );
  const kindOf = db.prepare<[number], { kind: AccountKind; shortcode: string | null }>(
    'SELECT kind, shortcode FROM account WHERE id = ?',
  );
  const asked = db.prepare<[string], number>('SELECT count(*) FROM lookup WHERE about = ?').pluck();
  const namesOf = openNames(db);

  /** A link knows its own account's payments, and those of which nobody has said yet which account of its kind they are of. */
  function knows(link: LinkRow, payment: Row): boolean {
    if (link.account === null) return false;
    if (link.account === payment.account) return true;
    const own = kindOf.get(link.account);
    const open = own !== undefined && (own.shortcode === null || payment.shortcode === null);
    return open && family(own.kind) === family(payment.kind);
  }

  function questionOf(link: LinkRow, payment: Row): Question | null {
    const [key] = knows(link, payment) ? namesOf(link, payment) : [];
    if (key === undefined) return null;
    const { receipt, accountRef: reference } = payment;
    const expected = { amount: Math.abs(payment.amount), receipt, reference, seen: payment.seen === 1 };
    return { linkedAccount: link.id, about: { kind: 'payment', id: payment.id }, key, expected };
  }

  const first = (links: readonly LinkRow[], payment: Row): Question | null =>
    links.map((link) => questionOf(link, payment)).find((question) => question !== null) ?? null;

  return {
    /** The question about one payment; null where none of the links can be asked. */
    payment(id: number, links: readonly LinkRow[]): Question | null {
      const row = one.get(id);
      return row === undefined ? null : first(links, row);
    },
    /** A question, or null, for each payment that is only seen or disputed. `fresh`: only those that nobody ever asked about. */
    waiting: (links: readonly LinkRow[], fresh: boolean): (Question | null)[] =>
      waiting
        .all()
        .filter(({ id }) => !fresh || asked.get(`payment ${id}`) === 0)
        .map((row) => first(links, row)),
    /** The question about an order; null where it has no name by which it could be found, or was asked about already. */
    order(record: MoveRecord): Question | null {
      const [key] = lookupKeysFor(record, providers[record.service]);
      if (key === undefined || record.amount === null || asked.get(`request ${record.id}`) !== 0) return null;
      const reference = key.by === 'own-reference' ? key.value : null;
      const expected = { amount: record.amount, receipt: record.receipt, reference, seen: false };
      return { linkedAccount: record.linkedAccount, about: { kind: 'request', id: record.id }, key, expected };
    },
  };
}

type Key = { readonly by: LookupKey; readonly value: string };

/** By what a payment can be found at a service, the service's own names before the operator's and the owner's. */
function openNames(db: Database) {
  const notices = db
    .prepare<{ receipt: string; link: number }, string>(
      'SELECT value FROM callback WHERE receipt = :receipt AND linked_account = :link ORDER BY seq',
    )
    .pluck();
  const orders = db
    .prepare<{ receipt: string; link: number }, string>(
      'SELECT value FROM move WHERE receipt = :receipt AND linked_account = :link ORDER BY seq',
    )
    .pluck();
  return ({ id: link, service }: LinkRow, { receipt, accountRef }: Row): Key[] => {
    const at = receipt === null ? null : { receipt, link };
    const told = at === null ? [] : notices.all(at).map((value) => CallbackValues.parse(JSON.parse(value)).ids);
    const ordered = at === null ? [] : orders.all(at).map((value) => MoveRecord.parse(JSON.parse(value)).ids);
    const ids = new Map([...told, ...ordered].flatMap((each) => Object.entries(each)));
    const named = new Map<string, string | null>([...ids, ['receipt', receipt], ['own-reference', accountRef]]);
    return lookupKeysOf(providers[service]).flatMap((by) => {
      const value = named.get(by) ?? '';
      return value === '' || value.length > 100 ? [] : [{ by, value }];
    });
  };
}
