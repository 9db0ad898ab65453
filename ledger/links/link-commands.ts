import type { Database } from 'better-sqlite3';
import type { Lookup } from '#contract/lookup.ts';
import type { MoveRecord } from '#contract/move.ts';
import type { ProviderAnswer } from '#contract/provider-answer.ts';
import { instantOf } from '../providers/http.ts';
import type { Session } from '../session.ts';
import { callbackStore } from '../store/callbacks.ts';
import { exchangeStore } from '../store/exchanges.ts';
import { linkTellingStore } from '../store/link-tellings.ts';
import { linkedAccountStore } from '../store/linked-accounts.ts';
import { lookupStore } from '../store/lookups.ts';
import { moveStore } from '../store/moves.ts';
import type { Added, MovementRow } from '../store/movements.ts';
import { receiverPortStore } from '../store/receiver-port.ts';
import type { LinkWrite, LinkWrites } from './writes.ts';
import { witnessRow } from './witness.ts';

/** One handler an order of linked accounts, on the thread that writes. Run them one after another. */
export type LinkCommands = {
  readonly [N in LinkWrite]: (input: LinkWrites[N]['input']) => Promise<LinkWrites[N]['output']>;
};

/** Everything that linked accounts change in the book. */
export function linkCommands(session: Session, deps: Deps): LinkCommands {
  const tools = openTools(session, deps);
  return { ...ownCommands(tools), ...askedCommands(tools), ...toldCommands(tools) };
}

type Deps = { readonly db: Database; readonly now: () => number };
type Tools = ReturnType<typeof openTools>;

function openTools({ store, inTransaction, derive }: Session, { db, now }: Deps) {
  const tables = openTables(db);
  const at = () => instantOf(now());
  const write = <T>(run: () => T) => inTransaction('COMMIT', run);
  return {
    ...tables,
    store,
    at,
    derive,
    write,
    witness: openWitness(db, store, tables, at),
    audited: (record: MoveRecord) => store.audit.append('moves.press', at(), auditOf(record)),
  };
}

type Own = 'link:add' | 'link:set' | 'link:remove' | 'link:receiver' | 'link:derive';
type AskedFor = 'link:lookups-add' | 'link:lookup-step' | 'link:move-insert' | 'link:move-step';

/** The links themselves. */
function ownCommands({ links, lookups, receiverPort, store, at, write, derive }: Tools): Pick<LinkCommands, Own> {
  return {
    'link:add': (link) =>
      write(() => {
        const id = links.add({ ...link, linkedAt: at() });
        store.audit.append('links.add', at(), { id, service: link.service, label: link.label });
        return id;
      }),
    'link:set': ({ id, change }) =>
      write(() => {
        const { enabled, automatic } = change;
        if (enabled || automatic !== undefined) store.audit.append('links.set', at(), { id, enabled, automatic });
        return links.set(id, change);
      }),
    'link:remove': ({ id }) =>
      write(() => {
        for (const open of lookups.openOf(id)) lookups.step(open, { kind: 'withdrawn' }, [], at());
        store.audit.append('links.remove', at(), { id });
        return links.remove(id, at());
      }),
    'link:derive': async () => (await derive(), null),
    'link:receiver': ({ port }) => write(() => (receiverPort(port), null)),
  };
}

/** What is asked and ordered of them. */
function askedCommands(tools: Tools): Pick<LinkCommands, AskedFor> {
  const { lookups, moves, callbacks, witness, store, at, write, audited } = tools;
  return {
    'link:lookups-add': ({ lookups: wanted, follows }) =>
      write(() => {
        if (follows !== null) callbacks.followed(follows);
        return wanted.filter((lookup) => lookups.add(lookup, at())).length;
      }),
    'link:lookup-step': ({ id, event, exchanges: exchanged }) =>
      write(() => {
        const after = lookups.step(id, event, exchanged, at());
        if (after && event.kind === 'answered') witness.answered(after, event.answer);
        if (after?.state === 'done' && after.about.kind === 'payment' && after.expected.receipt !== null)
          store.derived.markStale({ receipt: after.expected.receipt });
        return after;
      }),
    'link:move-insert': (record) =>
      write(() => {
        const inserted = moves.insert(record);
        if (inserted) audited(record);
        return inserted;
      }),
    'link:move-step': ({ id, event, exchanges: exchanged }) =>
      write(() => {
        const after = moves.step(id, event, exchanged);
        if (after) audited(after);
        return after;
      }),
  };
}

/** What they tell. The payments follow with the next `link:derive`: a service waits for its 200, and many may tell at once. */
function toldCommands(tools: Tools): Pick<LinkCommands, 'link:callback' | 'link:page'> {
  const { callbacks, exchanges, witness, at, write } = tools;
  return {
    'link:callback': (callback) =>
      write(() => {
        if (!callbacks.add(callback, at())) return 'duplicate';
        if (callback.values.kind !== 'c2b-validation')
          witness.tell('callback', callback.linkedAccount, callback.values, callback.body);
        return 'stored';
      }),
    'link:page': ({ link, answers, exchanges: exchanged }) =>
      write(() => {
        exchanges.keep(`pull ${link}`, exchanged);
        const taken = { stored: 0, duplicate: 0, skipped: 0 };
        for (const answer of answers) taken[witness.tell('lookup', link, answer, JSON.stringify(answer))] += 1;
        return taken;
      }),
  };
}

/** What the audit keeps of an order: who, how much, and how it stands; never an exchange. */
const auditOf = ({ id, linkedAccount, move, input, amount, state, receipt }: MoveRecord) => ({
  id,
  linkedAccount,
  move,
  input,
  amount,
  state,
  receipt,
});

const openTables = (db: Database) => ({
  links: linkedAccountStore(db),
  lookups: lookupStore(db),
  moves: moveStore(db),
  callbacks: callbackStore(db),
  exchanges: exchangeStore(db),
  receiverPort: receiverPortStore(db),
});

type Told = { readonly account: number; readonly receipt: string; readonly direction: 'in' | 'out' };

/** Puts what links tell beside the messages and the statements. */
function openWitness(
  db: Database,
  store: Session['store'],
  { links, moves }: ReturnType<typeof openTables>,
  at: () => string,
) {
  const telling = linkTellingStore(db);
  const payment = db.prepare<[number], { account: number; receipt: string | null; amount: number; numbered: 0 | 1 }>(
    `SELECT p.account, p.receipt, p.amount, a.shortcode IS NOT NULL AS numbered
    FROM payment p JOIN account a ON a.id = p.account WHERE p.id = ?`,
  );

  function add(row: MovementRow, link: number, original: string): Added {
    const added = store.movements.add(row);
    telling({ movement: added.id, link, at: at(), original });
    // Told before in other words, it is a new row all the same.
    store.derived.markStale(row.receipt === null ? { loose: added.id } : { receipt: row.receipt });
    return added;
  }

  /** A list's row or a notice, at the account that the link is of. */
  function tell(
    source: 'lookup' | 'callback',
    link: number,
    answer: ProviderAnswer,
    original: string,
  ): 'stored' | 'duplicate' | 'skipped' {
    const account = links.find(link)?.account ?? null;
    const row = account === null || answer.receipt === null ? null : witnessRow(source, link, account, answer);
    if (row === null) return 'skipped';
    return add(row, link, original).fresh ? 'stored' : 'duplicate';
  }

  /** Where a confirmed lookup puts its witness: beside the payment that it was about, or at the link's account. */
  function place({ about, linkedAccount }: Lookup, answer: ProviderAnswer, record: MoveRecord | null): Told | null {
    if (about.kind === 'payment') {
      const known = payment.get(Number(about.id));
      if (!known || known.receipt === null) return null;
      // Nobody had said which account of its kind the payment is of: the link that knows it does.
      const account = known.numbered === 1 ? known.account : (links.find(linkedAccount)?.account ?? known.account);
      return { account, receipt: known.receipt, direction: known.amount > 0 ? 'in' : 'out' };
    }
    const account = links.find(linkedAccount)?.account ?? null;
    if (account === null || answer.receipt === null || record === null) return null;
    return { account, receipt: answer.receipt, direction: record.move === 'request-payment' ? 'in' : 'out' };
  }

  function told(id: string, answer: ProviderAnswer): MoveRecord | null {
    const record = moves.step(id, { kind: 'told', answer, at: at() }, []);
    if (record) store.audit.append('moves.told', at(), auditOf(record));
    return record;
  }

  /** Only what confirms becomes a witness; whatever else it says stays in the lookup. */
  function answered(lookup: Lookup, answer: ProviderAnswer): void {
    const { about, linkedAccount: link, outcome } = lookup;
    const record = about.kind === 'request' ? told(String(about.id), answer) : null;
    const found = outcome?.verdict === 'confirmed' ? place(lookup, answer, record) : null;
    if (found === null) return;
    const { account, ...said } = found;
    const row = witnessRow('lookup', link, account, { ...answer, ...said });
    if (row) add(row, link, JSON.stringify(answer));
  }

  return { tell, answered };
}
