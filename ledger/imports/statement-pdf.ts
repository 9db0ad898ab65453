import { say } from '#contract/sentences.ts';
import { LedgerError } from '../errors.ts';
import type { Importer } from './importer.ts';
import { linesOf, pageRows, textOf } from './printed/page-rows.ts';
import { printedReads } from './printed/printed-rows.ts';
import { readPdf } from './printed/read-pdf.ts';
import { readHead } from './printed/statement-head.ts';
import { textRows } from './printed/text-rows.ts';
import { beginsLike } from './readers/magic.ts';
import { wholeBytes } from './readers/whole.ts';

const LARGEST = 32 * 1024 * 1024;

/** A printed M-PESA statement, with or without a password. A row is the n-th of the statement. */
export const statementPdf: Importer = {
  id: 'statement-pdf',
  version: 1,
  recognises: ({ head }) => beginsLike('pdf', head),

  async *read(file, { password, apart } = {}) {
    const bytes = await wholeBytes(file, LARGEST);
    const pages = await readPdf({ bytes, name: file.name, password }, apart);
    const lines = pages.flatMap(linesOf).map(textOf);
    // Where a page has no titles to go by, the order of its words is all there is.
    const rows = pageRows(pages) ?? textRows(lines);
    if (rows.length === 0) throw new LedgerError('unrecognised-file', say('pdf-no-statement', { name: file.name }));
    yield* printedReads(readHead(lines), rows);
  },
};
