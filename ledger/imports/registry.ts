import type { Profile } from '#contract/profile.ts';
import { say } from '#contract/sentences.ts';
import { LedgerError } from '../errors.ts';
import { consumerTable } from './consumer-table.ts';
import type { Importer, SourceFile } from './importer.ts';
import { mappedCsv } from './mapper/mapped-table.ts';
import { tableIn } from './mapper/table-in.ts';
import { mpesaPortalCsv } from './mpesa-portal-csv.ts';
import { imazingCsv } from './phone/imazing-csv.ts';
import { iphoneSmsDb } from './phone/iphone-sms-db.ts';
import { smsIeJson, smsIeZip, termuxJson } from './phone/sms-json.ts';
import { plainText } from './plain-text.ts';
import { portalNew } from './portal-new.ts';
import { portalStores } from './portal-stores.ts';
import { savedAnswers } from './saved-answers.ts';
import { smsBackupXml } from './sms-backup-xml.ts';
import { statementPdf } from './statement-pdf.ts';
import { statementText } from './statement-text.ts';
import { csvOf } from './table.ts';
import { workbookXls, workbookXlsx } from './workbook.ts';

/** Every file format Risiti reads. The order means nothing: a file that two of them claim is refused. */
export const importers: readonly Importer[] = [
  mpesaPortalCsv,
  csvOf(portalNew),
  csvOf(portalStores),
  csvOf(consumerTable),
  workbookXlsx,
  workbookXls,
  smsBackupXml,
  plainText,
  smsIeJson,
  smsIeZip,
  termuxJson,
  imazingCsv,
  iphoneSmsDb,
  savedAnswers,
  statementText,
  statementPdf,
];

/**
 * The one importer that recognises the file. Throws `unrecognised-file`, saying what the file looks like and what was
 * looked for, where none does, and `ambiguous-file` where more than one does.
 */
export function importerFor(file: SourceFile, list: readonly Importer[] = importers): Importer {
  const [importer, ...others] = list.filter((candidate) => candidate.recognises(file));
  if (importer === undefined)
    throw new LedgerError('unrecognised-file', unrecognised(file), { mappable: titlesIn(file.headText) !== null });
  if (others.length === 0) return importer;
  const claims = [importer, ...others].map(({ id }) => id).join(', ');
  throw new LedgerError('ambiguous-file', `“${file.name}” is claimed by more than one importer: ${claims}.`);
}

/** The formats, and the tables whose columns the owner has explained: whatever stands in their cells, they are no text. */
export function importersWith(profiles: readonly Profile[]): readonly Importer[] {
  const tables = profiles.map(mappedCsv);
  const isTable: Importer['recognises'] = (file) => tables.some((table) => table.recognises(file));
  const text: Importer = { ...plainText, recognises: (file) => plainText.recognises(file) && !isTable(file) };
  return [...importers.map((one) => (one === plainText ? text : one)), ...tables];
}

/** First bytes that tell what a file is, whatever its name says. */
const signatures = [
  ['504b0304', 'looks-zip'],
  ['53514c69', 'looks-database'],
  ['1f8b', 'looks-gzip'],
  ['52617221', 'looks-rar'],
  ['377abcaf', 'looks-7z'],
  ['ffd8ff', 'looks-picture'],
  ['89504e47', 'looks-picture'],
] as const;

/** What the file looks like, and what was looked for. */
function unrecognised({ name, bytes, head, headText }: SourceFile): string {
  if (bytes === 0) return say('looks-empty', { name });
  const start = Buffer.from(head.subarray(0, 4)).toString('hex');
  const signature = signatures.find(([magic]) => start.startsWith(magic));
  if (signature) return say(signature[1], { name });
  if (headText.includes('\0')) return say('looks-binary', { name });
  if (/^\s*</.test(headText)) return say('looks-markup', { name });
  if (/^\s*(\{|\[\s*[[{"])/.test(headText)) return say('looks-json', { name });
  const titles = titlesIn(headText);
  return titles ? say('looks-table', { name, titles }) : say('looks-text', { name });
}

/** The titles of a table that a person may explain, for them to recognise it by. */
const titlesIn = (headText: string): string | null =>
  tableIn(headText)?.titles.cells.filter(Boolean).slice(0, 6).join(', ').slice(0, 200) ?? null;
