import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LedgerError } from '../../errors.ts';
import type { PdfAnswer, PdfPage, PdfRequest } from './page.ts';

/** Half a year of a busy wallet takes two seconds. */
const LONGEST_MS = 20_000;
const MOST_HEAP_MB = 384;

/** The reading process, beside this file: as a source, or as the bundle's own entry. */
const entry = [new URL('./pdf-process.ts', import.meta.url), new URL('./pdf-process.js', import.meta.url)]
  .map((url) => fileURLToPath(url))
  .find((path) => existsSync(path));

/**
 * The texts of a PDF's pages with their places. Read in a process of its own that is given neither the environment nor
 * more than 20 seconds and 512 MB, and is killed when it wants more. Throws `password-needed`, `wrong-password`, and
 * `unreadable-file` for the rest. The password reaches the process through its channel and is kept nowhere.
 */
export function pdfPages(bytes: Uint8Array, name: string, password: string | undefined): Promise<PdfPage[]> {
  return new Promise((resolve, reject) => {
    const refuse = (code: keyof typeof sentences) => reject(new LedgerError(code, `“${name}” ${sentences[code]}`));
    if (entry === undefined) return reject(new Error('The process that reads PDFs is missing from this build.'));
    const child = fork(entry, [], {
      execArgv: [`--max-old-space-size=${MOST_HEAP_MB}`],
      // Windows finds its own libraries by this one.
      env: { ELECTRON_RUN_AS_NODE: '1', SystemRoot: process.env['SystemRoot'] },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const pages: PdfPage[] = [];
    const end = (settle: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill('SIGKILL');
      settle();
    };
    const timer = setTimeout(() => end(() => refuse('unreadable-file')), LONGEST_MS);
    child.on('message', (answer: PdfAnswer) => {
      if (answer.as === 'page') pages.push(answer.page);
      else if (answer.as === 'end') end(() => resolve(pages));
      else end(() => refuse(answer.code));
    });
    // Killed for its memory, or broken by the document.
    child.on('exit', () => end(() => refuse('unreadable-file')));
    child.on('error', (cause) => end(() => reject(cause)));
    child.send({ bytes, password: password ?? null } satisfies PdfRequest);
  });
}

const sentences = {
  'password-needed': 'is locked with a password: the one that Safaricom sent with it.',
  'wrong-password': 'does not open with this password.',
  'unreadable-file': 'cannot be read as a PDF: it is damaged, or takes more time and memory than a statement may.',
};
