import type { Database } from 'better-sqlite3';
import type { MoveRecord } from '#contract/move.ts';
import { instantOf } from '../providers/http.ts';
import { sharesId } from '../providers/move-steps.ts';
import type { Session } from '../session.ts';
import type { LinkWrite, LinkWrites } from './writes.ts';
import { requests } from './requests.ts';
import { auditOf, openTables, openWitness } from './telling.ts';

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

function openTools({ store, inTransaction, derive, follow }: Session, { db, now }: Deps) {
  const tables = openTables(db);
  const at = () => instantOf(now());
  const expects = requests(db, { follow }, (link) => tables.links.find(link)?.account ?? null);
  const write = <T>(run: () => T) => inTransaction('COMMIT', run);
  return {
    ...tables,
    store,
    at,
    derive,
    write,
    witness: openWitness(db, store, tables, { at, expects }),
    expects,
    audited: (record: MoveRecord): void => {
      store.audit.append('moves.press', at(), auditOf(record));
      expects.changed(record, at());
    },
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
  const { callbacks, exchanges, moves, witness, expects, at, write } = tools;
  return {
    'link:callback': (callback) =>
      write(() => {
        if (!callbacks.add(callback, at())) return 'duplicate';
        if (callback.values.kind !== 'c2b-validation')
          witness.tell('callback', callback.linkedAccount, callback.values, callback.body);
        const order = moves
          .unsettled()
          .find(
            ({ linkedAccount, ids }) => linkedAccount === callback.linkedAccount && sharesId(ids, callback.values.ids),
          );
        if (order) expects.hinted(order, callback.values, at());
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
