/**
 * What reading an export of SMS Backup & Restore costs before any of it is stored, against saxes, the fastest well-kept
 * XML parser for JavaScript, over the same pieces, from the disk decoded and hashed alike. saxes is here for this alone: it
 * refuses the emoji that these exports write in two halves.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { smsBackupXml, wanted } from '#ledger/imports/sms-backup-xml.ts';
import { fileSource } from '#ledger/imports/source-file.ts';
import { xmlTags } from '#ledger/imports/xml-tags.ts';
import { writeBackup } from './import/messages.ts';
import { interleaved, report, type Row } from './measure.ts';

const BYTES = 40 * 1024 * 1024;
const ROUNDS = 5;
const folder = mkdtempSync(join(tmpdir(), 'risiti-bench-'));

try {
  const path = join(folder, 'sms.xml');
  const messages = writeBackup(path, BYTES);
  const source = () => fileSource(path, 'sms.xml');

  const pieces: string[] = [];
  for await (const piece of (await source()).text()) pieces.push(piece);
  async function* decoded(): AsyncGenerator<string> {
    yield* pieces;
  }
  const all = (read: number, by: string): void => {
    if (read !== messages) throw new Error(`${read} of ${messages} messages were read by ${by}`);
  };

  async function tags(): Promise<void> {
    let read = 0;
    for await (const batch of xmlTags(decoded(), wanted))
      read += batch.filter(({ name }) => name === wanted.name).length;
    all(read, 'our tags');
  }

  async function saxes(from: AsyncIterable<string>): Promise<void> {
    const parser = new SaxesParser();
    let read = 0;
    parser.on('opentag', ({ name, attributes }) => {
      if (name === wanted.name && attributes['body'] !== undefined) read += 1;
    });
    // Each half of an emoji is an error to it; it goes on.
    parser.on('error', () => {});
    for await (const piece of from) parser.write(piece);
    parser.close();
    all(read, 'saxes');
  }

  /** From the disk to what is stored. More than saxes does: halves of emoji are joined, private messages told apart. */
  async function whole(): Promise<void> {
    let read = 0;
    for await (const batch of smsBackupXml.read(await source())) read += batch.length;
    all(read, 'the importer');
  }

  const cost = await interleaved(ROUNDS, {
    saxes: () => saxes(decoded()),
    tags,
    saxesDisk: async () => saxes((await source()).text()),
    whole,
  });
  const rate = (ms: number) => statSync(path).size / 1e6 / (ms / 1_000);
  const row = (name: string, ms: number, than: number, atLeast?: number): Row => ({
    name,
    value: rate(ms),
    unit: 'MB/s of CPU',
    baseline: 'saxes',
    ratio: than / ms,
    ratioIs: 'times faster',
    goal: atLeast === undefined ? null : { atLeast },
  });
  report(`import-xml: ${messages.toLocaleString('en')} messages, medians of ${ROUNDS} rounds`, [
    row('saxes, from decoded text', cost.saxes, cost.saxes),
    row('tags and attributes, from decoded text', cost.tags, cost.saxes, 5),
    row('saxes, from the disk, decoded and hashed', cost.saxesDisk, cost.saxesDisk),
    row('sms-backup-xml, from the disk', cost.whole, cost.saxesDisk),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
