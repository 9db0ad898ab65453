import type { Output, Parsed } from '#contract/index.ts';
import type { Profile } from '#contract/profile.ts';
import { LedgerError } from './errors.ts';
import { accountCommands } from './account-commands.ts';
import { closingCommands } from './decisions/closing-commands.ts';
import { decisionCommands } from './decisions/commands.ts';
import { exportCommands } from './export-commands.ts';
import type { Made } from './exports/make.ts';
import { importCommands } from './import-commands.ts';
import type { StartApart } from './imports/apart/start-apart.ts';
import type { ImporterFor } from './imports/jobs.ts';
import { type LinkCommands, linkCommands } from './links/link-commands.ts';
import { mapperCommands } from './mapper-commands.ts';
import type { WriterCommand, WriterSource } from './protocol.ts';
import { openSession, type SessionDeps } from './session.ts';

/** What the commands stand on. */
export type CommandDeps = SessionDeps & {
  /** The sample shop's folder; null where there is none. */
  readonly samples: string | null;
  readonly importerFor: ImporterFor;
  /** See `ReadOptions`. */
  readonly apart?: StartApart | undefined;
};

/** What a command gets: the contract's input, its tokens turned into sources. */
export type WriterInput<N extends WriterCommand> = N extends 'imports.preview' | 'imports.run'
  ? { readonly sources: readonly WriterSource[]; readonly book?: string | undefined }
  : N extends 'mapper.guess'
    ? { readonly source: WriterSource; readonly profile?: Profile | undefined }
    : Parsed<N>;

/** What a command gives: the contract's output, files still by the places where they lie. */
export type WriterOutput<N extends WriterCommand> = N extends 'exports.make' | 'exports.rows' ? Made : Output<N>;

/** One handler a command of the contract. Run them one after another: they share one connection. */
export type Commands = {
  readonly [N in WriterCommand]: (input: WriterInput<N>) => Promise<WriterOutput<N>>;
} & LinkCommands;

/** Everything that changes the book. First brings payments up to date, should a crash have left them behind. */
export async function openCommands(deps: CommandDeps): Promise<Commands> {
  const session = openSession(deps);
  const { store, inTransaction, derive, undo } = session;
  await derive();

  return {
    ...importCommands(session, deps),
    ...mapperCommands(session),
    ...accountCommands(session),
    ...exportCommands(deps),
    ...linkCommands(session, deps),
    ...decisionCommands(session),
    ...closingCommands(session),
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
