import { z } from 'zod';
import { say } from '#contract/sentences.ts';
import { LedgerError } from '../../errors.ts';
import { has } from '../answers/answer.ts';
import { eastAfrica } from '../east-africa.ts';
import { decoder } from '../decode-text.ts';
import type { Importer, Read, SourceFile } from '../importer.ts';
import { type JsonObject, jsonObjects, jsonObjectsOf } from '../readers/json-objects.ts';
import { beginsLike, latin1 } from '../readers/magic.ts';
import { wholeBytes } from '../readers/whole.ts';
import { zipEntries } from '../readers/zip.ts';
import { readTime } from '../statement-cells.ts';
import { readPhoneMessage } from './phone-message.ts';

const LOOKED_AT = 20;
const LARGEST_ARCHIVE = 100 * 1024 * 1024;
/** How many messages Termux exports unless it is told otherwise. */
const TERMUX_LIMIT = 10;

/** One message as SMS Import / Export writes it: everything is text, and what is null is left out. */
const Exported = z.object({
  address: z.string().default(''),
  body: z.string().default(''),
  date: z.string().regex(/^\d{1,14}$/),
  type: z.string(),
});

const isExported = (value: unknown) => has(value, 'date', 'type', 'address') && !has(value, 'number');
const holds = (headText: string, is: (value: unknown) => boolean) =>
  /^\s*[[{]/.test(headText) &&
  jsonObjectsOf(headText)
    .slice(0, LOOKED_AT)
    .some(({ value }) => is(value));

/** The JSON of the Android app SMS Import / Export: an array (version 1) or an object a line (version 2). */
export const smsIeJson: Importer = {
  id: 'sms-ie-json',
  version: 1,
  recognises: ({ headText }) => holds(headText, isExported),
  read: (file) => numbered(jsonObjects(file.text()), exported),
};

/** The same in the ZIP that the app writes since its version 2. */
export const smsIeZip: Importer = {
  id: 'sms-ie-zip',
  version: 1,
  // A ZIP names its first file after thirty bytes.
  recognises: ({ head }) => beginsLike('zip', head) && /^messages\.(?:nd)?json/.test(latin1(head, 30, 64)),
  read: (file) => numbered(jsonObjects(unzipped(file)), exported),
};

async function* unzipped(file: SourceFile): AsyncGenerator<string> {
  const entries = zipEntries(await wholeBytes(file, LARGEST_ARCHIVE), file.name);
  const messages = entries.find(({ name }) => /^messages\.(?:nd)?json$/.test(name));
  if (!messages) throw new LedgerError('unreadable-file', say('no-messages', { name: file.name }));
  const decode = decoder();
  yield decode(messages.read());
  yield decode();
}

function exported({ text, value }: JsonObject, row: number): Read {
  if (has(value, '__parts')) return { as: 'skipped', row, text: '', reason: say('multimedia') };
  const told = Exported.safeParse(value);
  if (!told.success) return unreadable(text, row);
  const { address: sender, body, date, type } = told.data;
  return readPhoneMessage({ text: body, sender, incoming: type === '1', receivedAt: eastAfrica(Number(date)) }, row);
}

const Listed = z.object({
  type: z.string(),
  number: z.string().default(''),
  received: z.string().default(''),
  body: z.string().default(''),
});

/** What `termux-sms-list` prints on an Android phone. Its times are the phone's own. */
export const termuxJson: Importer = {
  id: 'termux-json',
  version: 1,
  recognises: ({ headText }) => holds(headText, (value) => has(value, 'number', 'received', 'type')),
  async *read(file) {
    let row = 0;
    for await (const batch of numbered(jsonObjects(file.text()), listed)) {
      row += batch.length;
      yield batch;
    }
    if (row === TERMUX_LIMIT) yield [{ as: 'skipped', row: row + 1, text: '', reason: say('only-ten') }];
  },
};

function listed({ text, value }: JsonObject, row: number): Read {
  const told = Listed.safeParse(value);
  if (!told.success) return unreadable(text, row);
  const { type, number: sender, received, body } = told.data;
  const receivedAt = readTime(received)?.at ?? null;
  return readPhoneMessage({ text: body, sender, incoming: type === 'inbox', receivedAt }, row);
}

/** Of a message that cannot be read nothing is known, not even whether it is private: its text is not kept. */
const unreadable = (text: string, row: number): Read => ({
  as: 'rejected',
  row,
  text: /M-?PESA/i.test(text) ? text : '',
  reason: say('message-incomplete'),
});

/** A row is the n-th message of the export. */
async function* numbered(
  batches: AsyncIterable<JsonObject[]>,
  read: (object: JsonObject, row: number) => Read,
): AsyncGenerator<Read[]> {
  let row = 0;
  for await (const objects of batches) {
    yield objects.map((object) => {
      row += 1;
      return read(object, row);
    });
  }
}
