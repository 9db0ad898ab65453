import type { ErrorCode } from '#contract/errors.ts';
import type { ImportDone, ImportReport, ImportSource } from '#contract/import.ts';
import type { ProfileUse } from '#contract/profile.ts';
import type { PageBridge } from './bridge.ts';
import { call } from './call.ts';

/** A file as it is to be read: its token, and what the person has said of it since. */
export type Source = Omit<Extract<ImportSource, { token: string }>, 'digest'>;

/** Why a file is not read; `mappable` where it is a table whose columns can be explained. */
export type NotRead = {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly message: string;
  readonly mappable: boolean;
};

/** One file on its way into the book. A file that fails keeps its reason and holds up no other. */
export type Taken<Report> = {
  /** The file as chosen: the same in a preview and in every later one. */
  readonly key: number;
  readonly name: string;
  /** Null where the host could not take it in. */
  readonly source: Source | null;
  /** What the person said its rows tell, by where they chose it. */
  readonly wish?: ProfileUse | undefined;
  readonly answer: { readonly ok: true; readonly report: Report } | NotRead;
};

export type Offered = Omit<Taken<ImportReport>, 'answer'> & { readonly failed?: NotRead };

let nextKey = 0;

/** Hands the files to the host, one after another. */
export async function offerAll(bridge: PageBridge, files: readonly File[], wish?: ProfileUse): Promise<Offered[]> {
  const offered: Offered[] = [];
  for (const file of files) {
    nextKey += 1;
    const reply = await bridge.offer(file);
    offered.push(
      reply.ok
        ? { key: nextKey, name: reply.value.name, source: { token: reply.value.token }, wish }
        : {
            key: nextKey,
            name: file.name,
            source: null,
            failed: { ok: false, code: reply.code, message: reply.message, mappable: false },
          },
    );
  }
  return offered;
}

type Seen = { readonly files: Taken<ImportReport>[]; readonly book: string };

/** What an import of all of them, in this order, would do. Rejects with `Refused` where the book cannot be asked. */
export async function lookAt(bridge: PageBridge, offered: readonly Offered[]): Promise<Seen> {
  const seen = await lookOnce(bridge, offered);
  const wanted = new Set(seen.files.filter((file) => !isLeftOut(file)).map(({ key }) => key));
  if (wanted.size === seen.files.length) return seen;
  // What is left out is not imported, so the others are looked at without it.
  const without = await lookOnce(
    bridge,
    offered.filter(({ key }) => wanted.has(key)),
  );
  const byKey = new Map(without.files.map((file) => [file.key, file]));
  return { files: seen.files.map((file) => byKey.get(file.key) ?? file), book: without.book || seen.book };
}

async function lookOnce(bridge: PageBridge, offered: readonly Offered[]): Promise<Seen> {
  const sources = offered.flatMap(({ source }) => source ?? []);
  const seen = sources.length > 0 ? await call(bridge, 'imports.preview', { sources }) : { files: [], book: '' };
  const answers = seen.files.values();
  const files = offered.map(({ failed, ...file }) => ({ ...file, answer: failed ?? answers.next().value! }));
  return { files, book: seen.book };
}

/** Imported once and undone: it stays out until the person says that it is wanted again. */
const isLeftOut = ({ source, answer }: Taken<ImportReport>): boolean =>
  answer.ok && answer.report.undoneBefore && source?.again !== true;

/** Whether a cancel came before it was in the book. */
export const wasStopped = ({ answer }: Taken<unknown>): boolean => !answer.ok && answer.code === 'cancelled';

export type Ready = Taken<ImportReport> & { source: Source; answer: { ok: true } };

export const isReady = (file: Taken<ImportReport>): file is Ready =>
  file.source !== null && file.answer.ok && !isLeftOut(file);

/** Imports what was previewed, and only that. Rejects with `Refused` where the book has changed since. */
export async function runAll(bridge: PageBridge, ready: readonly Ready[], book: string): Promise<Taken<ImportDone>[]> {
  const sources = ready.map(({ source, answer }) => ({ ...source, digest: answer.report.digest }));
  const { files } = await call(bridge, 'imports.run', { sources, book });
  return ready.map(({ key, name, source }, index) => ({
    key,
    name,
    // A password is gone as soon as it has been used.
    source: { token: source.token },
    answer: files[index]!,
  }));
}
