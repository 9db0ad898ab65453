import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Work } from '#contract/book.ts';
import type { ImportDone } from '#contract/import.ts';
import type { Output } from '#contract/index.ts';
import { asRefusal } from './db/refusal.ts';
import { LedgerError } from './errors.ts';
import type { Importer, SourceFile } from './imports/importer.ts';
import { type Job, runImport } from './imports/run-import.ts';
import { fileSource, textSource } from './imports/source-file.ts';
import type { WriterCommand, WriterInput, WriterSource } from './protocol.ts';
import { derivePayments } from './reconcile/payments.ts';
import type { Origin } from './store/imports.ts';
import { openStore } from './store/store.ts';

/** What the commands stand on. */
export type CommandDeps = {
  readonly db: Database;
  readonly path: string;
  /** The sample shop's folder; null where there is none. */
  readonly samples: string | null;
  readonly importerFor: (file: SourceFile) => Importer;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly cancelled: () => boolean;
  readonly onWork: (work: Work | null) => void;
};

/** One handler a command of the contract. Run them one after another: they share one connection. */
export type Commands = { readonly [N in WriterCommand]: (input: WriterInput<N>) => Promise<Output<N>> };

/** Everything that changes the book. Brings the derived tables up to date first, should a crash have kept them behind. */
export function openCommands(deps: CommandDeps): Commands {
  const { db } = deps;
  const store = openStore(db);
  const work = workTeller(deps);
  deriveIfStale();

  async function inTransaction<T>(end: 'COMMIT' | 'ROLLBACK', run: () => Promise<T>): Promise<T> {
    db.exec('BEGIN IMMEDIATE');
    try {
      const value = await run();
      db.exec(end);
      return value;
    } catch (error) {
      // A full disk may have ended the transaction already.
      if (db.inTransaction) db.exec('ROLLBACK');
      throw asRefusal(error, deps.path);
    }
  }

  function deriveIfStale(): void {
    if (!store.derived.isStale()) return;
    db.transaction(() => {
      store.payments.replace(
        derivePayments({
          accounts: store.accounts.all(),
          movements: store.movements.live(),
          coverage: store.imports.coverage(),
        }),
      );
      store.derived.markFresh();
    }).immediate();
  }

  function reconcile(): void {
    work('reconcile', null).begin();
    deriveIfStale();
  }

  async function importOne(job: Job, name: 'preview' | 'import'): Promise<ImportDone> {
    const progress = work(name, job.file).begin();
    const done = await runImport(store, job, instant(deps.now()), { cancelled: deps.cancelled, progress });
    if (deps.cancelled()) throw new LedgerError('cancelled', 'Cancelled; nothing of this source was stored.');
    store.derived.markStale();
    return done;
  }

  /** All sources are recognised before the first is read, so that a wrong file among them stops the lot. */
  async function jobsOf(sources: readonly WriterSource[], origin?: Origin): Promise<Job[]> {
    const files = await Promise.all(sources.map(fileOf));
    return files.map((file, at) => ({
      file,
      importer: deps.importerFor(file),
      origin: origin ?? ('text' in sources[at]! ? 'paste' : 'file'),
    }));
  }

  async function importAll(jobs: readonly Job[]): Promise<{ files: ImportDone[] }> {
    const files: ImportDone[] = [];
    try {
      for (const job of jobs) files.push(await inTransaction('COMMIT', () => importOne(job, 'import')));
    } finally {
      // What was committed before a cancel or an error stands, and its payments with it.
      reconcile();
    }
    return { files };
  }

  function undo(ids: readonly number[]): void {
    db.transaction(() => {
      for (const id of ids) {
        store.imports.undo(id, instant(deps.now()));
        store.movements.retire(id);
        store.messages.retire(id);
      }
      store.derived.markStale();
    }).immediate();
    reconcile();
  }

  return {
    'settings.write': async (settings) => {
      store.settings.write(settings);
      return store.settings.read();
    },
    'imports.preview': async ({ sources }) => {
      const jobs = await jobsOf(sources);
      const files = await inTransaction('ROLLBACK', async () => {
        const reports: ImportDone[] = [];
        for (const job of jobs) reports.push(await importOne(job, 'preview'));
        return reports;
      });
      return { files: files.map(({ id: _, ...report }) => report) };
    },
    'imports.run': async ({ sources }) => importAll(await jobsOf(sources)),
    'imports.undo': async ({ id }) => {
      const undoneAt = store.imports.undoneAt(id);
      if (undoneAt === undefined) throw new LedgerError('not-found', `There is no import ${id}.`);
      if (undoneAt !== null) throw new LedgerError('already-undone', `Import ${id} has been undone already.`);
      undo([id]);
      return {};
    },
    'sample.load': async () => {
      if (deps.samples === null) throw new LedgerError('unknown-file', 'This Risiti came without the sample shop.');
      if (store.imports.count() > 0)
        throw new LedgerError('not-empty', 'The sample shop only goes into an empty book.');
      return importAll(await jobsOf(await sampleSources(deps.samples), 'sample'));
    },
    'sample.remove': async () => {
      undo(store.imports.samples());
      return {};
    },
  };
}

const Manifest = z.object({ files: z.array(z.string().regex(/^[\w][\w .-]*$/)) });

async function sampleSources(folder: string): Promise<WriterSource[]> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  return manifest.files.map((name) => ({ path: join(folder, name), name }));
}

const fileOf = async (source: WriterSource) =>
  'text' in source ? textSource('Pasted text', source.text) : fileSource(source.path, source.name);

/** East Africa Time, as everywhere in the book: `2026-03-15T14:30:00+03:00`. */
function instant(now: number): string {
  return `${new Date(now + 3 * 60 * 60 * 1_000).toISOString().slice(0, 19)}+03:00`;
}

/** About ten times a second is as much as an eye follows and a thread should send. */
const EVERY = 100;

function workTeller({ now, onWork }: Pick<CommandDeps, 'now' | 'onWork'>) {
  return (name: Work['name'], file: SourceFile | null) => ({
    /** Tells that the work has begun, and hands out what tells how far it is. */
    begin() {
      const startedAt = now();
      let told = startedAt;
      const tell = (done: number, rows: number) =>
        onWork({ name, subject: file?.name ?? null, done, total: file?.bytes ?? null, rows, startedAt });
      tell(0, 0);
      return (done: number, rows: number) => {
        if (now() - told < EVERY) return;
        told = now();
        tell(done, rows);
      };
    },
  });
}
