import { LedgerError } from '../errors.ts';
import { plainText } from './cells.ts';
import { wordsOf } from './sheet-files.ts';
import type { Column, Sheet } from './tables.ts';

/** A4 on its side, in points; Courier's characters are all 0.6 of its size wide, so that columns are characters. */
const page = { width: 842, height: 595, margin: 36, size: 7, leading: 10 } as const;
const LINE = Math.floor((page.width - 2 * page.margin) / (page.size * 0.6));
const LINES = Math.floor((page.height - 2 * page.margin) / page.leading) - 4;
const GAP = 2;
/** Some 200 pages; beyond, a table is for a program to read. */
const MOST_ROWS = 10_000;

/** A sheet as a printable table. `title` heads every page. Throws `not-exportable` where it is too long. */
export function sheetPdf({ columns, rows }: Sheet, title: string): { bytes: Buffer; rows: number } {
  const cells: string[][] = [];
  for (const row of rows) {
    cells.push(columns.map((column, at) => plainText(wordsOf(row[at] ?? null, column).replace(/^'/, ''))));
    if (cells.length > MOST_ROWS)
      throw new LedgerError('not-exportable', `More than ${MOST_ROWS} rows: choose xlsx, csv or a shorter period.`);
  }
  const titles = columns.map((column) => column.title);
  const widths = widthsOf([titles, ...cells]);
  const line = (texts: readonly string[]) =>
    texts.map((text, at) => fit(text, widths[at]!, columns[at]!)).join(' '.repeat(GAP));
  const pages: string[] = [];
  const count = Math.max(1, Math.ceil(cells.length / LINES));
  for (let at = 0; at < count; at += 1) {
    const body = cells.slice(at * LINES, (at + 1) * LINES).map(line);
    pages.push(content([`${plainText(title)}   ${at + 1} / ${count}`, '', line(titles)], body));
  }
  return { bytes: document(pages), rows: cells.length };
}

/** As wide as the widest cell; where a line cannot hold them, the widest column gives way first. */
function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const widths = rows[0]!.map((_, at) => rows.reduce((most, row) => Math.max(most, row[at]!.length), 1));
  const room = LINE - GAP * (widths.length - 1);
  while (widths.reduce((sum, width) => sum + width, 0) > room) widths[widths.indexOf(Math.max(...widths))]! -= 1;
  return widths;
}

function fit(text: string, width: number, { as }: Column): string {
  const cut = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  return as === 'money' || as === 'count' ? cut.padStart(width) : cut.padEnd(width);
}

const show = (text: string) => `(${literal(text.trimEnd())}) Tj T*`;

function content(head: readonly string[], body: readonly string[]): string {
  const start = `BT ${page.leading} TL ${page.margin} ${page.height - page.margin} Td`;
  return [`${start} /B ${page.size} Tf`, ...head.map(show), `/F ${page.size} Tf`, ...body.map(show), 'ET'].join('\n');
}

/** Windows' Latin letters, one byte each: accents it lacks are taken off, anything else becomes a question mark. */
function literal(text: string): string {
  const bytes = text
    .replaceAll('…', '\x85')
    .replace(/[^\x20-\x7e\x85\xa0-\xff]/g, (letter) => letter.normalize('NFKD').replace(/[^\x20-\x7e]/g, '') || '?');
  return bytes.replace(/[()\\]/g, (mark) => `\\${mark}`);
}

const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

/** Objects 1 to 4 are the catalogue, the list of pages and two fonts; each page is two more, itself and what it shows. */
function document(pages: readonly string[]): Buffer {
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F 3 0 R /B 4 0 R >> >> >>`,
    font('Courier'),
    font('Courier-Bold'),
    ...pages.flatMap((text, at) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${6 + at * 2} 0 R >>`,
      `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  // Every character is one byte: that is what makes lengths places.
  return Buffer.from(file + xref + trailer, 'latin1');
}
