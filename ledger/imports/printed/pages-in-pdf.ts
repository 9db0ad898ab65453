import { getDocument, PasswordResponses } from 'pdfjs-dist/legacy/build/pdf.mjs';
// The library finds its worker by this; left to itself it looks for a file beside it, which a bundle has not.
// oxlint-disable-next-line import/no-unassigned-import
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { say } from '#contract/sentences.ts';
import { LedgerError } from '../../errors.ts';
import type { Tasks } from '../apart/tasks.ts';
import type { PdfPage } from './page.ts';

const MOST_PAGES = 2_000;

/**
 * The pages of a document, one a batch; for the reading process. Throws `password-needed`, `wrong-password` and
 * `unreadable-file`.
 */
export async function* pagesInPdf({ bytes, name, password }: Tasks['pdf']['asked']): AsyncGenerator<PdfPage[]> {
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
      yield [textsOf((await page.getTextContent()).items)];
      page.cleanup();
    }
  } catch (cause) {
    // Whatever the library makes of a broken document, it is a document that cannot be read.
    const code = codeOf(cause);
    throw new LedgerError(code, say(pdfSays[code], { name }), { cause });
  }
}

const pdfSays = {
  'password-needed': 'pdf-locked',
  'wrong-password': 'pdf-wrong-password',
  'unreadable-file': 'pdf-damaged',
} as const;

function codeOf(cause: unknown): keyof typeof pdfSays {
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
