import type { Output, Parsed } from '#contract/index.ts';
import type { Profile } from '#contract/profile.ts';
import { LedgerError } from './errors.ts';
import { accountCommands } from './account-commands.ts';
import { importCommands } from './import-commands.ts';
import type { ImporterFor } from './imports/jobs.ts';
import { mapperCommands } from './mapper-commands.ts';
import type { WriterCommand, WriterSource } from './protocol.ts';
import { openSession, type SessionDeps } from './session.ts';

/** What the commands stand on. */
export type CommandDeps = SessionDeps & {
  /** The sample shop's folder; null where there is none. */
  readonly samples: string | null;
  readonly importerFor: ImporterFor;
};

/** What a command gets: the contract's input, its tokens turned into sources. */
export type WriterInput<N extends WriterCommand> = N extends 'imports.preview' | 'imports.run'
  ? { readonly sources: readonly WriterSource[]; readonly book?: string | undefined }
  : N extends 'mapper.guess'
    ? { readonly source: WriterSource; readonly profile?: Profile | undefined }
    : Parsed<N>;

/** One handler a command of the contract. Run them one after another: they share one connection. */
export type Commands = { readonly [N in WriterCommand]: (input: WriterInput<N>) => Promise<Output<N>> };

/** Everything that changes the book. First brings payments up to date, should a crash have left them behind. */
export async function openCommands(deps: CommandDeps): Promise<Commands> {
  const session = openSession(deps);
  const { store, inTransaction, derive, undo } = session;
  await derive();

  return {
    ...importCommands(session, deps),
    ...mapperCommands(session),
    ...accountCommands(session),
    'settings.write': async (settings) => {
      await inTransaction('COMMIT', () => store.settings.write(settings));
      return store.settings.read();
    },
    'imports.undo': async ({ id }) => {
      const undoneAt = store.imports.undoneAt(id);
      if (undoneAt === undefined) throw new LedgerError('not-found', `There is no import ${id}.`);
      if (undoneAt !== null) throw new LedgerError('already-undone', `Import ${id} has been undone already.`);
      await undo([id]);
      return {};
    },
    'sample.remove': async () => {
      await undo(store.imports.samples());
      return {};
    },
  };
}
