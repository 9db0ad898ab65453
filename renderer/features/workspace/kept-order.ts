/** A row of a list that stands still: where it was, as it is now, or as it was when it left the answer. */
export type KeptRow<Row> = { readonly row: Row; readonly gone: boolean };

/**
 * The list as it stood, told by a newer answer: every row keeps its place, one that the answer no longer has is `gone`
 * (and comes back if a later answer has it again), new ones come after the last.
 */
export function keepOrder<Row extends { readonly id: string | number }>(
  old: readonly KeptRow<Row>[],
  fresh: readonly Row[],
): KeptRow<Row>[] {
  const now = new Map(fresh.map((row) => [row.id, row]));
  const kept = old.map(({ row }) => {
    const told = now.get(row.id);
    now.delete(row.id);
    return told ? { row: told, gone: false } : { row, gone: true };
  });
  return [...kept, ...[...now.values()].map((row) => ({ row, gone: false }))];
}

/** The next row at or after `from` that still waits; else the nearest before it; null where none does. */
export function nextOpen(rows: readonly KeptRow<unknown>[], from: number): number | null {
  const after = rows.findIndex(({ gone }, index) => index >= from && !gone);
  if (after >= 0) return after;
  const before = rows.findLastIndex(({ gone }) => !gone);
  return before >= 0 ? before : null;
}
