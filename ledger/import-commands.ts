import type { FileRefused } from '#contract/import.ts';
import type { CommandDeps, Commands } from './command-types.ts';
import { LedgerError } from './errors.ts';
import { jobOf, nameOf, type Reading, sampleSources } from './imports/jobs.ts';
import type { WriterSource } from './protocol.ts';
import { type keptPreview, type Read, saidOf } from './kept-preview.ts';
import type { Session } from './session.ts';

type Outcome<Report> = { readonly ok: true; readonly report: Report } | FileRefused;

type Deps = Pick<CommandDeps, 'samples' | 'importerFor' | 'apart' | 'cancelled'>;
type Previewed = ReturnType<typeof keptPreview>;
type Names = 'imports.preview' | 'imports.run' | 'imports.forget' | 'sample.load';

/** Looking at sources and taking them in. Every source answers for itself: one that is refused holds up no other. */
export function importCommands(session: Session, previewed: Previewed, deps: Deps): Pick<Commands, Names> {
  const { store } = session;
  const { reading, importAll, importRead, lookAt } = openTools(session, deps);

  return {
    'imports.preview': async ({ sources }) => {
      previewed.drop();
      const book = store.imports.state();
      const { files, read, stays } = await lookAt(sources);
      if (stays) previewed.keep(book, read);
      if (files.every((file) => file.ok || file.code !== 'cancelled')) return { files, book };
      previewed.drop();
      throw new LedgerError('cancelled', 'Cancelled; nothing was stored.');
    },
    'imports.forget': async () => {
      previewed.drop();
      return {};
    },
    'imports.run': async ({ sources, book }) => {
      const read = previewed.take(sources, book);
      if (read) return importRead(read);
      previewed.drop();
      if (book !== undefined && book !== store.imports.state())
        throw new LedgerError('book-changed', 'The book has changed since these sources were looked at.');
      return importAll(sources, reading());
    },
    'sample.load': async () => {
      const sources = await sampleSources(deps.samples);
      if (store.imports.count() > 0)
        throw new LedgerError('not-empty', 'The sample shop only goes into an empty book.');
      return importAll(sources, { ...reading(), origin: 'sample' });
    },
  };
}

function openTools({ store, staged, readOne, letStand, derive }: Session, { importerFor, apart, cancelled }: Deps) {
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
      return staged.read(async (work) => {
        const ran = await readOne(job, 'import', work);
        const { done } = ran;
        if (done.undoneBefore && !job.again) throw new LedgerError('undone-before', undone(done.name));
        letStand(ran, job.origin);
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

  /** Lets in what a look has read and left. */
  async function importRead(read: readonly Read[]) {
    await staged.letIn(() => read.forEach((one) => letStand(one, one.origin)));
    await derive();
    return { files: read.map(({ done }) => ({ ok: true as const, report: done })) };
  }

  async function lookAt(sources: readonly WriterSource[]) {
    const profiles = reading();
    const read: Read[] = [];
    const { value: files, stays } = await staged.look((work) =>
      each(sources, async (source) => {
        const job = await jobOf(source, profiles);
        const ran = await staged.step(work, () => readOne(job, 'preview', work));
        read.push({ ...ran, origin: job.origin, said: saidOf(source) });
        const { id: _id, ...report } = ran.done;
        return report;
      }),
    );
    return { files, read, stays };
  }

  return { reading, importAll, importRead, lookAt };
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
