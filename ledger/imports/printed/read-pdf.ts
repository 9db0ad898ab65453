import { say } from '#contract/sentences.ts';
import { readApart } from '../apart/read-apart.ts';
import type { StartApart } from '../apart/start-apart.ts';
import type { PdfPage } from './page.ts';

/** Half a year of a busy wallet takes two seconds. */
const LONGEST_MS = 20_000;

/** A document and what opens it. */
export type PdfFile = { readonly bytes: Uint8Array; readonly name: string; readonly password: string | undefined };

/**
 * The texts of a PDF's pages with their places, read in a process apart. Throws `password-needed`, `wrong-password`, and
 * `unreadable-file` for the rest. The password reaches the process through its channel and is kept nowhere.
 */
export async function readPdf(
  { bytes, name, password }: PdfFile,
  start: StartApart | undefined,
): Promise<readonly PdfPage[]> {
  const beyond = say('pdf-beyond', { name });
  const ask = { task: 'pdf', asked: { bytes, name, password: password ?? null } } as const;
  const pages: PdfPage[] = [];
  for await (const batch of readApart<'pdf'>(ask, { start, longestMs: LONGEST_MS, beyond })) pages.push(...batch);
  return pages;
}
