import type { Commands } from './command-types.ts';
import { LedgerError } from './errors.ts';
import type { Session } from './session.ts';

/** What the owner says of the accounts. */
export function accountCommands({
  store,
  inTransaction,
  derive,
}: Session): Pick<Commands, 'accounts.add' | 'accounts.rename' | 'accounts.remove' | 'accounts.attach'> {
  const find = (id: number) => store.accounts.all().find((account) => account.id === id);
  return {
    'accounts.add': async ({ kind, shortcode, name }) =>
      inTransaction('COMMIT', () => {
        const id = store.accounts.idOf(kind, shortcode);
        store.accounts.name(id, name || null);
        return { id };
      }),
    'accounts.rename': async ({ id, name }) => {
      const found = await inTransaction('COMMIT', () => store.accounts.name(id, name));
      if (!found) throw new LedgerError('not-found', `There is no account ${id}.`);
      return {};
    },
    'accounts.remove': async ({ id }) => {
      const removed = await inTransaction('COMMIT', () => store.accounts.remove(id));
      if (!removed) throw new LedgerError('not-found', `There is no account ${id} that nothing tells of.`);
      return {};
    },
    'accounts.attach': async ({ id, to }) => {
      const [from, target] = [find(id), to === null ? null : find(to)];
      const fits =
        from?.shortcode === null && (target === null || (target?.kind === from.kind && target.shortcode !== null));
      if (!fits) throw new LedgerError('not-found', 'There are no two such accounts of one kind.');
      await inTransaction('COMMIT', () => {
        store.accounts.attach(id, to);
        store.derived.markStale({ assigning: true });
      });
      await derive();
      return {};
    },
  };
}
