export type TextColumn<Row> = { readonly head: string; readonly text?: (row: Row) => string };

/** Rows as a spreadsheet takes them from the clipboard: a line of heads, then a line a row, cells parted by tabs. */
export function asText<Row>(columns: readonly TextColumn<Row>[], rows: readonly Row[]): string {
  const told = columns.filter((column) => column.text !== undefined);
  const lines = rows.map((row) => told.map((column) => safeCell(column.text?.(row) ?? '')).join('\t'));
  return [told.map(({ head }) => safeCell(head)).join('\t'), ...lines].join('\n');
}

/** One line, and nothing that a spreadsheet would take for a formula. */
function safeCell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+@-]/.test(line) && !/^-?\d+\.\d\d$/.test(line) ? `'${line}` : line;
}
