import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Profile } from '#contract/profile.ts';
import { LedgerError } from '../errors.ts';
import type { WriterSource } from '../protocol.ts';
import type { Origin } from '../store/imports.ts';
import type { StartApart } from './apart/start-apart.ts';
import type { Importer, SourceFile } from './importer.ts';
import type { Job } from './run-import.ts';
import { fileSource, type HashedSource, textSource } from './source-file.ts';

/** Finds the one importer for a file; see `registry.ts`. */
export type ImporterFor = (file: SourceFile, profiles: readonly Profile[]) => Importer;

/** What every source of one command is read with. */
export type Reading = {
  readonly importerFor: ImporterFor;
  readonly profiles: readonly Profile[];
  /** See `ReadOptions`. */
  readonly apart?: StartApart | undefined;
  readonly origin?: Origin;
};

/** A source with its importer. Throws `unknown-file`, `unrecognised-file`, `ambiguous-file`, or `not-found` for its profile. */
export async function jobOf(
  source: WriterSource,
  { importerFor, profiles: kept, apart, origin }: Reading,
): Promise<Job> {
  const { file, from } = await openSource(source);
  const profiles = profilesFor(source, kept);
  return {
    file,
    importer: importerFor(file, profiles),
    origin: origin ?? from,
    password: 'path' in source ? source.password : undefined,
    profiles,
    apart,
    digest: source.digest,
    again: source.again ?? origin === 'sample',
  };
}

/** Opens a source for reading. Throws `unknown-file`. */
export async function openSource(
  source: WriterSource,
): Promise<{ readonly file: HashedSource; readonly from: Origin }> {
  if ('text' in source) return { file: textSource('Pasted text', source.text), from: 'paste' };
  return { file: await fileSource(source.path, source.name), from: 'file' };
}

/** What a list of sources calls one of them. */
export const nameOf = (source: WriterSource): string => ('text' in source ? 'Pasted text' : source.name);

function profilesFor(source: WriterSource, kept: readonly Profile[]): readonly Profile[] {
  if ('text' in source || source.profile === undefined) return kept;
  if (typeof source.profile !== 'string') return [source.profile];
  const named = kept.filter(({ name }) => name === source.profile);
  if (named.length === 0) throw new LedgerError('not-found', `There is no profile “${source.profile}”.`);
  return named;
}

const Manifest = z.object({ files: z.array(z.string().regex(/^\w[\w .-]*$/)) });

/** The sample shop's files, as its manifest lists them. Throws `unknown-file` where this Risiti came without. */
export async function sampleSources(folder: string | null): Promise<WriterSource[]> {
  if (folder === null) throw new LedgerError('unknown-file', 'This Risiti came without the sample shop.');
  const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  return manifest.files.map((name) => ({ path: join(folder, name), name }));
}
