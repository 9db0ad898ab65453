import { say } from '#contract/sentences.ts';
import { eastAfrica } from './east-africa.ts';
import type { Importer, Read } from './importer.ts';
import { looksLikeMpesa } from './mpesa-look.ts';
import { readPhoneMessage } from './phone/phone-message.ts';
import { attributesOf, type XmlTag, xmlTags } from './xml-tags.ts';

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
    for await (const tags of xmlTags(file.text(), wanted)) {
      const messages = tags.filter(({ name }) => name === 'sms');
      closed ||= tags.some(({ name }) => name === '/smses');
      yield messages.map((tag) => readMessage(tag, ++row));
    }
    if (!closed)
      yield [
        {
          as: 'rejected',
          row: row + 1,
          text: '',
          reason: say('export-cut-off'),
        },
      ];
  },
};

/** What is read of a message's tag. */
export const wanted = { name: 'sms', attributes: ['body', 'address', 'type', 'date'] };

function readMessage({ text: tag, values }: XmlTag, row: number): Read {
  const told = values ?? valuesOf(tag);
  if (!told) return { as: 'rejected', row, text: looksLikeMpesa(tag) ? tag : '', reason: say('not-well-formed') };
  const [text = '', sender = '', type, date] = told;
  return readPhoneMessage({ text, sender, incoming: type === '1', receivedAt: instantOf(date) }, row);
}

function valuesOf(tag: string): (string | undefined)[] | null {
  const attributes = attributesOf(tag);
  return attributes && wanted.attributes.map((name) => attributes.get(name));
}

const instantOf = (milliseconds = ''): string | null =>
  /^\d{1,14}$/.test(milliseconds) ? eastAfrica(Number(milliseconds)) : null;
