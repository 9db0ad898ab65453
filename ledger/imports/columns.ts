/** A title as it is compared: letters alone, in lower case, without the currency that some exports append. */
export const titleOf = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(kshs|ksh|kes)$/, '');

/** Where each of these titles stands in a row, or null where one of the needed is missing. */
export function columnsBy<C extends string>(
  cells: readonly string[],
  titles: Readonly<Record<C, readonly string[]>>,
  needed: readonly C[],
): ReadonlyMap<string, number> | null {
  const found = cells.map(titleOf);
  const columns = new Map<string, number>();
  for (const [column, names] of Object.entries<readonly string[]>(titles)) {
    const at = found.findIndex((title) => names.includes(title));
    if (at >= 0) columns.set(column, at);
  }
  return needed.every((column) => columns.has(column)) ? columns : null;
}

/** Whether rows above a table name a short code: only statements of tills and paybills do. */
export const namesShortCode = (rows: readonly { readonly cells: readonly string[] }[]): boolean =>
  rows.some(({ cells }) => cells.some((cell) => /^short ?code\b/i.test(cell)));
