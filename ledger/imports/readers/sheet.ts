/** A sheet's row: `row` is the number that a spreadsheet shows beside it, `text` the filled cells as a person would copy them. */
export type SheetRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly text: string;
  readonly broken: boolean;
  /** Its cells stand in a grid: none slides into another. */
  readonly grid: true;
};

export const sheetRow = (row: number, cells: readonly string[]): SheetRow => {
  const trimmed = Array.from(cells, (cell) => (cell ?? '').trim());
  return { row, cells: trimmed, text: trimmed.join('\t').trimEnd(), broken: false, grid: true };
};

const DAY_MS = 86_400_000;
const UNIX_EPOCH_1900 = 25_569;
const BETWEEN_1900_AND_1904 = 1_462;

/**
 * The text of a number in a date's format: `2026-03-05 09:12:44`, without the time where it has none. Spreadsheets
 * count days, from 1900 or (old Macs) 1904; seconds are rounded, as a day's fraction cannot hold them.
 */
export function dateText(days: number, from1904: boolean): string {
  const moment = (days + (from1904 ? BETWEEN_1900_AND_1904 : 0) - UNIX_EPOCH_1900) * DAY_MS;
  const rounded = Math.round(moment / 1000) * 1000;
  if (!Number.isFinite(rounded) || Math.abs(rounded) > 8.64e15) return String(days);
  const iso = new Date(rounded).toISOString();
  return rounded % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
}

/** Built-in number formats that show a date. */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

/** Whether a number format shows a date: one of the built-in ones, or letters of day, month, year or hour outside quotes. */
export const isDateFormat = (id: number, code: string | undefined): boolean =>
  code === undefined
    ? builtIn.has(id)
    : /[dmyh]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/general|[#0]\.0|#,##/i.test(code);
