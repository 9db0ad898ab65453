import { csvHead } from '../csv-rows.ts';
import { delimiters, type TableRow } from '../table.ts';
import { isValue, titleRow } from './titles.ts';

/** The titles and first rows of a table that a person may explain; null where a text holds none. */
export function tableIn(headText: string): { readonly titles: TableRow; readonly rows: readonly TableRow[] } | null {
  for (const delimiter of delimiters) {
    const rows = csvHead(`${headText}\n`, delimiter);
    const titles = titleRow(rows);
    if (!titles) continue;
    const below = rows.filter(({ row, cells }) => row > titles.row && cells.some(Boolean));
    // Prose has commas too: most rows of a table are as wide as its titles, and they have an amount or a day.
    const wide = below.filter(({ cells }) => cells.length === titles.cells.length);
    if (wide.length > below.length / 2 && wide.some(({ cells }) => cells.some(isValue))) return { titles, rows: below };
  }
  return null;
}
