import { eastAfrica } from './east-africa.ts';
import type { Importer, Read } from './importer.ts';
import { looksLikeMpesa } from './mpesa-look.ts';
import { readPhoneMessage } from './phone/phone-message.ts';
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
  return readPhoneMessage(
    {
      text: attributes.get('body') ?? '',
      sender: attributes.get('address') ?? '',
      incoming: attributes.get('type') === '1',
      receivedAt: instantOf(attributes.get('date')),
    },
    row,
  );
}

const instantOf = (milliseconds = ''): string | null =>
  /^\d{1,14}$/.test(milliseconds) ? eastAfrica(Number(milliseconds)) : null;
