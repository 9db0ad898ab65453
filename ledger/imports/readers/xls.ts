import CFB from 'cfb';
import { say } from '#contract/sentences.ts';
import { LedgerError } from '../../errors.ts';
import { biffRecords } from './biff-records.ts';
import { lockedSheet, readBiffSheet } from './biff-sheet.ts';
import type { SheetRow } from './sheet.ts';

/**
 * The rows of the first sheet of a workbook of Excel 97 to 2003 (BIFF8 in an OLE2 container), every cell as the text it
 * stands for. Throws `unreadable-file` for what is none, and for one that is locked.
 */
export function xlsRows(bytes: Uint8Array, name: string): SheetRow[] {
  const stream = workbookIn(bytes, name);
  try {
    return readBiffSheet(biffRecords(stream), name);
  } catch (cause) {
    // A length that points beyond the end: the file is cut off.
    if (cause instanceof RangeError) throw damaged(name, cause);
    throw cause;
  }
}

function workbookIn(bytes: Uint8Array, name: string): Buffer {
  try {
    const container = CFB.parse(bytes);
    const at = container.FullPaths.findIndex((path) => /\/(?:Workbook|Book)$/i.test(path));
    const content = container.FileIndex[at]?.content;
    if (content) return Buffer.from(content);
    if (container.FullPaths.some((path) => path.endsWith('/EncryptedPackage')))
      throw new LedgerError('unreadable-file', lockedSheet(name));
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause;
    // The container's reader throws plain errors of many wordings for files that are damaged.
    throw damaged(name, cause);
  }
  throw new LedgerError('unreadable-file', say('old-office', { name }));
}

const damaged = (name: string, cause: unknown) =>
  new LedgerError('unreadable-file', say('sheet-damaged', { name }), { cause });
