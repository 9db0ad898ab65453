import { isFooter, type PrintedRow, splitAmounts } from './printed-rows.ts';

/** A receipt and its day, which extractors glue together. */
const opening = /^([A-Z0-9]{8,12}?)\s*(\d{4}-\d{2}-\d{2})(?!\d)\s*(.*)$/;
const clock = /^(\d{2}:\d{2}:\d{2})\s*(.*)$/;
/** The outcome and its amounts stand together on one line, and what comes after them belongs to other columns. */
const outcome =
  /^(.*?)\s*\b(Completed|Failed|Declined|Cancelled|Expired|Pending|Authorized)\s*((?:-?\d[\d,]*\.\d{2}\s*){2,3})(.*)$/i;

/** Whether a text is a statement that was printed: its rows begin with a receipt and a day. */
export const hasPrintedRows = (text: string): boolean =>
  /^M-?PESA\b.*STATEMENT/im.test(text) && new RegExp(opening, 'm').test(text);

/** The rows of a statement's extracted text, a line of which may be any part of a row. `row` is the line it begins on. */
export function textRows(lines: readonly string[]): PrintedRow[] {
  const rows: { at: number; lines: string[] }[] = [];
  let open: { at: number; lines: string[] } | null = null;
  for (const [index, line] of lines.entries()) {
    if (opening.test(line)) rows.push((open = { at: index + 1, lines: [line] }));
    else if (line === '' || isFooter(line) || /^receipt no/i.test(line)) open = null;
    else open?.lines.push(line);
  }
  return rows.map(({ at, lines: own }) => rowOf(at, own));
}

function rowOf(row: number, lines: readonly string[]): PrintedRow {
  const [, receipt = '', day = '', first = ''] = opening.exec(lines[0] ?? '') ?? [];
  const details: string[] = [];
  let [time, status, figures, beside] = ['', '', '', ''];
  for (const line of [first, ...lines.slice(1)]) {
    const [, found, afterClock] = time ? [] : (clock.exec(line) ?? []);
    time ||= found ?? '';
    const rest = afterClock ?? line;
    const [, before, word, amounts, after] = status ? [] : (outcome.exec(rest) ?? []);
    status ||= word ?? '';
    figures ||= amounts ?? '';
    beside ||= after ?? '';
    details.push(before ?? rest);
  }
  const cells = splitAmounts(figures) ?? { paidIn: '', withdrawn: '', balance: '' };
  const sentence = details.filter(Boolean);
  return {
    row,
    text: lines.join('\n'),
    cells: {
      receipt,
      completed: `${day} ${time}`.trim(),
      details: beside ? unmixed(sentence) : sentence.join(' '),
      status,
      ...cells,
    },
  };
}

/**
 * Where more columns follow the amounts, a line of the details runs on into them, and where one ends cannot be told:
 * of the lines below, only what leads to the other party's number is certain.
 */
function unmixed([first = '', ...others]: readonly string[]): string {
  const [, before, number] = /^(.*?)(?:^|\s)(\+?\d[\d*]{5,}\d)(?=\s|$)/.exec(others.join(' ')) ?? [];
  return number === undefined
    ? first
    : `${first} ${before} ${number} - `.replace(/\s+(?:from|to)?\s*-?\s+(?=\+?\d)/, ' from ');
}
