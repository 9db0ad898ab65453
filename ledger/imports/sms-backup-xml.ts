import type { Importer, Read } from './importer.ts';
import { isMpesaSender, looksLikeMpesa } from './mpesa-look.ts';
import { attributesOf, xmlTags } from './xml-tags.ts';

/**
 * The XML that the Android app SMS Backup & Restore writes. Only messages from M-PESA's own sender name are read;
 * private messages are counted and their text is neither kept nor passed on. A row is the n-th message of the file.
 */
export const smsBackupXml: Importer = {
  id: 'sms-backup-xml',
  version: 1,
  recognises: ({ headText }) => /^\s*<(?:[?!][^]*<)?smses[\s>/]/.test(headText),

  async *read(file) {
    let row = 0;
    let closed = false;
    for await (const tags of xmlTags(file.text())) {
      const messages = tags.filter(({ name }) => name === 'sms');
      closed ||= tags.some(({ name }) => name === '/smses');
      yield messages.map(({ text }) => readMessage(text, ++row));
    }
    if (!closed)
      yield [
        {
          as: 'rejected',
          row: row + 1,
          text: '',
          reason: 'The file ends in the middle: the export was cut off. What stood before is read.',
        },
      ];
  },
};

function readMessage(tag: string, row: number): Read {
  const attributes = attributesOf(tag);
  if (!attributes)
    return { as: 'rejected', row, text: looksLikeMpesa(tag) ? tag : '', reason: 'The message is not well-formed XML.' };
  const sender = attributes.get('address') ?? '';
  const text = attributes.get('body') ?? '';
  if (attributes.get('type') !== '1')
    return { as: 'skipped', row, text: '', reason: 'Written on this phone, not received.' };
  if (isMpesaSender(sender)) return { as: 'message', row, text, sender, receivedAt: instantOf(attributes.get('date')) };
  if (!looksLikeMpesa(text)) return { as: 'skipped', row, text: '', reason: 'Not from M-PESA. Its text is not kept.' };
  return {
    as: 'skipped',
    row,
    text,
    reason: `Speaks like an M-PESA message but came from ${sender || 'nobody'}: not counted.`,
  };
}

const EAT_MS = 3 * 60 * 60 * 1000;

/** Milliseconds since 1970 as a time in East Africa. */
function instantOf(milliseconds: string | undefined): string | null {
  if (!/^\d{1,14}$/.test(milliseconds ?? '')) return null;
  return `${new Date(Number(milliseconds) + EAT_MS).toISOString().slice(0, 19)}+03:00`;
}
