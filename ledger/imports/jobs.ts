import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { LedgerError } from '../errors.ts';
import type { WriterSource } from '../protocol.ts';
import type { Origin } from '../store/imports.ts';
import type { Importer, SourceFile } from './importer.ts';
import type { Job } from './run-import.ts';
import { fileSource, textSource } from './source-file.ts';

/** Finds the one importer for a file; see `registry.ts`. */
export type ImporterFor = (file: SourceFile) => Importer;

/** Sources with their importers: all are recognised before the first is read, so that a wrong one among them stops the lot. */
export async function jobsOf(
  sources: readonly WriterSource[],
  importerFor: ImporterFor,
  origin?: Origin,
): Promise<Job[]> {
  const files = await Promise.all(sources.map(openSource));
  return files.map(({ file, from, password }) => ({
    file,
    importer: importerFor(file),
    origin: origin ?? from,
    password,
  }));
}

async function openSource(source: WriterSource): Promise<Pick<Job, 'file' | 'password'> & { from: Origin }> {
  if ('text' in source) return { file: textSource('Pasted text', source.text), from: 'paste' };
  return { file: await fileSource(source.path, source.name), from: 'file', password: source.password };
}

const Manifest = z.object({ files: z.array(z.string().regex(/^\w[\w .-]*$/)) });

/** The sample shop's files, as its manifest lists them. Throws `unknown-file` where this Risiti came without. */
export async function sampleSources(folder: string | null): Promise<WriterSource[]> {
  if (folder === null) throw new LedgerError('unknown-file', 'This Risiti came without the sample shop.');
  const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  return manifest.files.map((name) => ({ path: join(folder, name), name }));
}
