/** `KSh 1,250.00`, `-KSh 50.00` */
export function money(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const shillings = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}KSh ${shillings}.${digits.slice(-2)}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-03-15…` → `15 Mar 2026` */
export function date(instant: string): string {
  const [year, month, day] = instant.slice(0, 10).split('-');
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

/** `2026-03-15T14:30:00+03:00` → `15 Mar 2026 14:30` */
export const dateAndTime = (instant: string): string => `${date(instant)} ${instant.slice(11, 16)}`;

/** `2,140` */
export const figure = (count: number): string => count.toLocaleString('en-GB');

/** `1 row`, `2,140 rows` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

/** Text as it may be shown: names and messages come from outside and could steer the terminal. */
export const harmless = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');

/**
 * Lines of cells under one another. A cell that looks like a figure stands at the right of its column; the width is
 * what the eye sees, so a letter with marks counts once.
 */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, lengthOf(cell));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return rows.map((row) => `  ${line(row)}\n`).join('');
}

const letters = new Intl.Segmenter();

const lengthOf = (text: string) => [...letters.segment(text)].length;

function pad(cell: string, width: number): string {
  const blanks = ' '.repeat(Math.max(0, width - lengthOf(cell)));
  return /^-?(?:KSh )?[\d,.]+$/.test(cell) ? blanks + cell : cell + blanks;
}
