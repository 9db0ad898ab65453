/** A search as SQLite's LIKE takes it: the words anywhere, none of them a wildcard, no NUL that would end the pattern. */
export const likePattern = (search: string): string =>
  `%${search
    .trim()
    .replaceAll('\0', '')
    .replace(/[\\%_]/g, '\\$&')}%`;

/** The amount a search may mean, in cents: `1,500`, `1500.00`, `Ksh 99.5`. Null where it is no amount. */
export function searchedCents(search: string): number | null {
  const [, whole, part = ''] = /^(?:ksh|kes)?\.?\s*(\d[\d,]{0,14})(?:\.(\d{1,2}))?$/i.exec(search.trim()) ?? [];
  if (whole === undefined) return null;
  return Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
}
