import { say } from '#contract/sentences.ts';
import { LedgerError } from '../errors.ts';
import type { Importer } from './importer.ts';
import { printedReads } from './printed/printed-rows.ts';
import { readHead } from './printed/statement-head.ts';
import { hasPrintedRows, textRows } from './printed/text-rows.ts';

const LARGEST = 64 * 1024 * 1024;

/** The text of a printed M-PESA statement, as a reader of PDFs copies or extracts it: a wallet's, a till's or a paybill's. */
export const statementText: Importer = {
  id: 'statement-text',
  version: 1,
  recognises: ({ headText }) => !headText.includes('\0') && hasPrintedRows(headText),

  async *read(file) {
    if (file.bytes > LARGEST)
      throw new LedgerError('unreadable-file', say('too-large', { name: file.name, most: LARGEST / 1024 / 1024 }));
    const pieces: string[] = [];
    for await (const piece of file.text()) pieces.push(piece);
    const lines = pieces
      .join('')
      .split(/\r\n?|\n/)
      .map((line) => line.trim());
    yield* printedReads(readHead(lines), textRows(lines));
  },
};
