import type { Output, Parsed } from '#contract/index.ts';
import type { Profile } from '#contract/profile.ts';
import type { Made } from './exports/make.ts';
import type { StartApart } from './imports/apart/start-apart.ts';
import type { ImporterFor } from './imports/jobs.ts';
import type { LinkCommands } from './links/link-commands.ts';
import type { WriterCommand, WriterSource } from './protocol.ts';
import type { SessionDeps } from './session.ts';

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
