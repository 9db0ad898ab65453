import { isMainThread, Worker } from 'node:worker_threads';
import { getDocument, PasswordResponses } from 'pdfjs-dist/legacy/build/pdf.mjs';
// The library finds its worker by this; left to itself it looks for a file beside it, which a bundle has not.
// oxlint-disable-next-line import/no-unassigned-import
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { PdfAnswer, PdfPage, PdfRequest } from './page.ts';

/** What inflated streams take is not in the engine's heap, so all of the process is watched. */
const MOST_BYTES = 512 * 1024 * 1024;
const WATCHED_EVERY_MS = 50;
const MOST_PAGES = 2_000;

if (isMainThread) {
  const watch = new Worker(new URL(import.meta.url));
  watch.unref();
  process.once('message', (request: PdfRequest) => void serve(request));
} else {
  // The other thread may be busy for seconds inside one stream; this one is not.
  setInterval(() => {
    if (process.memoryUsage.rss() > MOST_BYTES) process.kill(process.pid, 'SIGKILL');
  }, WATCHED_EVERY_MS);
}

const answer = (message: PdfAnswer) => process.send?.(message);

async function serve({ bytes, password }: PdfRequest): Promise<void> {
  try {
    const document = await getDocument({
      data: Uint8Array.from(bytes),
      ...(password !== null && { password }),
      // Nothing of a document is run, drawn or fetched: only its text is read.
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      stopAtErrors: false,
      verbosity: 0,
    }).promise;
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number);
      answer({ as: 'page', page: textsOf((await page.getTextContent()).items) });
      page.cleanup();
    }
    answer({ as: 'end' });
  } catch (cause) {
    // Whatever the library makes of a broken document, it is a document that cannot be read.
    answer({ as: 'refused', code: codeOf(cause) });
  }
}

function codeOf(cause: unknown): Extract<PdfAnswer, { as: 'refused' }>['code'] {
  if (!(cause instanceof Error) || cause.name !== 'PasswordException' || !('code' in cause)) return 'unreadable-file';
  return cause.code === PasswordResponses.NEED_PASSWORD ? 'password-needed' : 'wrong-password';
}

type Item = { readonly str: string; readonly transform: readonly number[]; readonly width: number };

const textsOf = (items: readonly unknown[]): PdfPage =>
  items.flatMap((item) => {
    if (!isText(item) || item.str.trim() === '') return [];
    const [, , , , x = 0, y = 0] = item.transform;
    return [{ text: item.str.trim(), x, end: x + item.width, y }];
  });

/** Marks without text stand among the texts. */
const isText = (item: unknown): item is Item =>
  typeof item === 'object' && item !== null && 'str' in item && 'transform' in item;
