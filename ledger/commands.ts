import type { ImportDone } from '#contract/import.ts';
import type { Output, Parsed } from '#contract/index.ts';
import { LedgerError } from './errors.ts';
import { type ImporterFor, jobsOf, sampleSources } from './imports/jobs.ts';
import type { Job } from './imports/run-import.ts';
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
  ? { readonly sources: readonly WriterSource[] }
  : Parsed<N>;

/** One handler a command of the contract. Run them one after another: they share one connection. */
export type Commands = { readonly [N in WriterCommand]: (input: WriterInput<N>) => Promise<Output<N>> };

/** Everything that changes the book. First brings payments up to date, should a crash have left them behind. */
export async function openCommands(deps: CommandDeps): Promise<Commands> {
  const { samples, importerFor } = deps;
  const { store, inTransaction, importOne, derive, undo } = openSession(deps);
  await derive();

  async function previewAll(jobs: readonly Job[]): Promise<ImportDone[]> {
    const files: ImportDone[] = [];
    for (const job of jobs) files.push(await importOne(job, 'preview'));
    return files;
  }

  async function importAll(jobs: readonly Job[]): Promise<{ files: ImportDone[] }> {
    const files: ImportDone[] = [];
    try {
      for (const job of jobs) files.push(await inTransaction('COMMIT', () => importOne(job, 'import')));
    } finally {
      // What was committed before a cancel or an error stands, and its payments with it.
      await derive();
    }
    return { files };
  }

  return {
    'settings.write': async (settings) => {
      await inTransaction('COMMIT', () => store.settings.write(settings));
      return store.settings.read();
    },
    'imports.preview': async ({ sources }) => {
      const jobs = await jobsOf(sources, importerFor);
      const files = await inTransaction('ROLLBACK', () => previewAll(jobs));
      return { files: files.map(({ id: _id, ...report }) => report) };
    },
    'imports.run': async ({ sources }) => importAll(await jobsOf(sources, importerFor)),
    'imports.undo': async ({ id }) => {
      const undoneAt = store.imports.undoneAt(id);
      if (undoneAt === undefined) throw new LedgerError('not-found', `There is no import ${id}.`);
      if (undoneAt !== null) throw new LedgerError('already-undone', `Import ${id} has been undone already.`);
      await undo([id]);
      return {};
    },
    'sample.load': async () => {
      const sources = await sampleSources(samples);
      if (store.imports.count() > 0)
        throw new LedgerError('not-empty', 'The sample shop only goes into an empty book.');
      return importAll(await jobsOf(sources, importerFor, 'sample'));
    },
    'sample.remove': async () => {
      await undo(store.imports.samples());
      return {};
    },
  };
}
