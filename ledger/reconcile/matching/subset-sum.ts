const MOST = 6;
const MOST_CANDIDATES = 12;

/**
 * The one choice of two to six rows whose amounts make up `target` to the cent. Null where there is none, where there is
 * more than one, and where there are too many rows for an answer to mean anything.
 */
export function onlySum<Row extends { readonly amount: number }>(rows: readonly Row[], target: number): Row[] | null {
  if (rows.length < 2 || rows.length > MOST_CANDIDATES) return null;
  const sorted = rows.toSorted((a, b) => b.amount - a.amount);
  const found: Row[][] = [];
  const chosen: Row[] = [];

  const choose = (from: number, left: number): void => {
    if (left === 0 && chosen.length >= 2) found.push([...chosen]);
    if (left === 0 || chosen.length === MOST) return;
    for (let at = from; at < sorted.length && found.length < 2; at += 1) {
      const row = sorted[at]!;
      if (row.amount > left) continue;
      if (row.amount * (MOST - chosen.length) < left) return;
      chosen.push(row);
      choose(at + 1, left - row.amount);
      chosen.pop();
    }
  };

  choose(0, target);
  return found.length === 1 ? found[0]! : null;
}
