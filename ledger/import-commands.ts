import type { FileRefused } from '#contract/import.ts';
import type { CommandDeps, Commands } from './command-types.ts';
import { LedgerError } from './errors.ts';
import { jobOf, nameOf, type Reading, sampleSources } from './imports/jobs.ts';
import type { WriterSource } from './protocol.ts';
import type { Session } from './session.ts';

type Outcome<Report> = { readonly ok: true; readonly report: Report } | FileRefused;

/** Looking at sources and taking them in. Every source answers for itself: one that is refused holds up no other. */
export function importCommands(
  { store, staged, importOne, derive }: Session,
  { samples, importerFor, apart, cancelled }: Pick<CommandDeps, 'samples' | 'importerFor' | 'apart' | 'cancelled'>,
): Pick<Commands, 'imports.preview' | 'imports.run' | 'sample.load'> {
  const reading = (): Reading => ({ importerFor, apart, profiles: store.profiles.all() });

  /** One source after another, so that one that repeats another says so; after a cancel none is begun. */
  async function each<Report>(sources: readonly WriterSource[], take: (source: WriterSource) => Promise<Report>) {
    const files: Outcome<Report>[] = [];
    for (const source of sources) files.push(cancelled() ? notBegun(source) : await attempt(source, take));
    return files;
  }

  async function importAll(sources: readonly WriterSource[], with_: Reading) {
    const take = async (source: WriterSource) => {
      const job = await jobOf(source, with_);
      return staged.read('COMMIT', async (work) => {
        const done = await importOne(job, 'import', work);
        if (done.undoneBefore && !job.again) throw new LedgerError('undone-before', undone(done.name));
        return done;
      });
    };
    try {
      return { files: await each(sources, take) };
    } finally {
      // What was committed before an error stands, and its payments with it.
      await derive();
    }
  }

  return {
    'imports.preview': async ({ sources }) => {
      const book = store.imports.state();
      const profiles = reading();
      const files = await staged.read('ROLLBACK', (work) =>
        each(sources, async (source) => {
          const job = await jobOf(source, profiles);
          const { id: _id, ...report } = await staged.step(work, () => importOne(job, 'preview', work));
          return report;
        }),
      );
      const stopped = files.find((file) => !file.ok && file.code === 'cancelled');
      if (stopped) throw new LedgerError('cancelled', 'Cancelled; nothing was stored.');
      return { files, book };
    },
    'imports.run': async ({ sources, book }) => {
      if (book !== undefined && book !== store.imports.state())
        throw new LedgerError('book-changed', 'The book has changed since these sources were looked at.');
      return importAll(sources, reading());
    },
    'sample.load': async () => {
      const sources = await sampleSources(samples);
      if (store.imports.count() > 0)
        throw new LedgerError('not-empty', 'The sample shop only goes into an empty book.');
      return importAll(sources, { ...reading(), origin: 'sample' });
    },
  };
}

async function attempt<Report>(
  source: WriterSource,
  take: (source: WriterSource) => Promise<Report>,
): Promise<Outcome<Report>> {
  try {
    return { ok: true, report: await take(source) };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return refused(source, error);
  }
}

const refused = (source: WriterSource, { code, message, mappable }: LedgerError): FileRefused => ({
  ok: false,
  name: nameOf(source),
  code,
  message,
  mappable,
});

const notBegun = (source: WriterSource): FileRefused =>
  refused(source, new LedgerError('cancelled', 'Cancelled; nothing of this source was stored.'));

const undone = (name: string) => `“${name}” was imported and undone before. It comes back only when asked for again.`;
