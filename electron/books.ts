import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { dialog, shell, type BrowserWindow } from 'electron';
import { defaultBook } from '#ledger/default-book.ts';
import { LedgerError } from '#ledger/errors.ts';
import type { Shelf } from '#ledger/shelf.ts';

const filters = [
  { name: 'Risiti book', extensions: ['risiti'] },
  { name: 'All files', extensions: ['*'] },
];

/** `--book`, else `RISITI_BOOK`, else the book of last time while it is still there, else the default one. */
export function firstBook(lastTime: string | null): string {
  const named = process.argv.find((word) => word.startsWith('--book='))?.slice('--book='.length);
  const remembered = !process.env['RISITI_BOOK'] && lastTime !== null && existsSync(lastTime) ? lastTime : null;
  return named || (remembered ?? defaultBook(process.platform, process.env, homedir()));
}

/** Opens the first book there is to open, asking for another as long as one is refused; false where the person gives up. */
export async function openFirst(shelf: Shelf, path: string): Promise<boolean> {
  const refusal = await refusalOf(shelf, path);
  if (refusal === null) return true;
  const other = await askForAnother(path, refusal);
  return other !== null && openFirst(shelf, other);
}

async function askForAnother(path: string, refusal: string): Promise<string | null> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: 'This book was not opened.',
    detail: `${refusal}\n\n${path}`,
    buttons: ['Open another book…', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  if (response !== 0) return null;
  const { filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters });
  return filePaths[0] ?? null;
}

/** Asks for a book and opens it in place of the present one. */
export async function openOther(shelf: Shelf, window: BrowserWindow): Promise<void> {
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
  if (filePaths[0] !== undefined) await turnTo(shelf, window, filePaths[0]);
}

/** Asks where a new book shall lie and opens it there. A book that exists already is opened, never written over. */
export async function openNew(shelf: Shelf, window: BrowserWindow): Promise<void> {
  const { filePath } = await dialog.showSaveDialog(window, {
    defaultPath: 'book.risiti',
    filters,
    properties: ['createDirectory'],
  });
  if (filePath !== '') await turnTo(shelf, window, filePath);
}

async function turnTo(shelf: Shelf, window: BrowserWindow, path: string): Promise<void> {
  const refusal = await refusalOf(shelf, path);
  if (refusal === null) return;
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'This book was not opened.',
    detail: `${refusal}\n\n${path}`,
  });
}

/** Shows where the book lies, in the desktop's own file manager. */
export function showFolder(shelf: Shelf): void {
  if (shelf.path === null) return;
  if (existsSync(shelf.path)) shell.showItemInFolder(shelf.path);
  else void shell.openPath(dirname(shelf.path));
}

/** The sentence of the refusal; null where the book is open now. Anything but a refusal is a mistake of ours and goes on. */
async function refusalOf(shelf: Shelf, path: string): Promise<string | null> {
  try {
    await shelf.turnTo(path);
    return null;
  } catch (error) {
    if (error instanceof LedgerError) return error.message;
    throw error;
  }
}
