import { say } from '#contract/sentences.ts';
import { messagesIn } from '#parser/split.ts';
import { LedgerError } from '../errors.ts';
import type { Importer, Read, SourceFile } from './importer.ts';
import { guessMapping } from './mapper/guess.ts';
import { tableIn } from './mapper/table-in.ts';

/** Text is parted as a whole, so there is a whole; a life of messages is a tenth of it. */
const MOST_CHARACTERS = 64 * 1024 * 1024;
const BATCH = 500;

/**
 * Text with M-PESA messages in it: pasted, typed, or copied out of a chat. Whatever stands between the messages is let
 * go. A row is the n-th message.
 */
export const plainText: Importer = {
  id: 'plain-text',
  version: 1,
  recognises: ({ headText }) => isText(headText) && messagesIn(headText).length > 0,

  async *read(file) {
    const messages = messagesIn(await whole(file));
    for (let at = 0; at < messages.length; at += BATCH) {
      yield messages
        .slice(at, at + BATCH)
        .map((text, index): Read => ({ as: 'message', row: at + index + 1, text, sender: null, receivedAt: null }));
    }
  },
};

/** Neither bytes, nor markup, nor JSON, nor a table: those have importers of their own, or none that would be right. */
function isText(headText: string): boolean {
  if (headText.includes('\0') || /^\s*(?:<|\{|\[\s*[[{"])/.test(headText)) return false;
  const firstLine = /^.*\S.*$/m.exec(headText)?.[0] ?? '';
  // Titles have no blanks after what separates them; a sentence has, and a message's amounts do not make a table.
  const separators = firstLine.match(/[,;\t|](?=\S)/g)?.length ?? 0;
  return messagesIn(firstLine).length > 0 || (separators < 3 && !hasAmounts(headText));
}

/** Whether its titles make it a table of amounts: a cell of one may say “UE5FG1U7P2 confirmed”, and is no message. */
function hasAmounts(headText: string): boolean {
  const table = tableIn(headText);
  if (!table || /[,;|]\s/.test(table.titles.text)) return false;
  const columns = guessMapping([table.titles, ...table.rows])?.columns ?? [];
  return columns.some(({ meaning }) => meaning === 'amount' || meaning === 'in' || meaning === 'out');
}

async function whole(file: SourceFile): Promise<string> {
  let text = '';
  for await (const piece of file.text()) {
    text += piece;
    if (text.length > MOST_CHARACTERS)
      throw new LedgerError('unreadable-file', say('too-long-text', { name: file.name }));
  }
  return text;
}
