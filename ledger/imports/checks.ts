import type { Check } from '#contract/import.ts';
import type { StatementFacts } from './importer.ts';

/** One row of a statement that moved money. A null balance: the row prints none. */
export type CheckedRow = { readonly row: number; readonly amount: number; readonly balanceAfter: number | null };

type Break = { row: number; printed: number; found: number };

/**
 * Holds a statement's printed figures against its rows, as they stream by in either order. `verified` only where it
 * prints both totals and every figure it prints holds.
 */
export function statementChecks(facts: StatementFacts) {
  const newestFirst = facts.order === 'newest-first';
  let [paidIn, withdrawn, balances] = [0, 0, 0];
  let broken: Break | null = null;
  /** The balance that the next row read must end (oldest first: start from) with. Null until one is known. */
  let expected: number | null = newestFirst ? facts.closing : facts.opening;
  let last: number | null = null;

  function follow({ row, amount, balanceAfter }: CheckedRow): void {
    const found: number | null = newestFirst || expected === null ? expected : expected + amount;
    if (balanceAfter !== null) {
      balances += 1;
      last = balanceAfter;
      if (found !== null && found !== balanceAfter) broken ??= { row, printed: balanceAfter, found };
    }
    const balance: number | null = balanceAfter ?? found;
    expected = newestFirst && balance !== null ? balance - amount : balance;
  }

  function running(): Check[] {
    if (balances === 0 || last === null) return [];
    // Newest first, the way back must end where the statement opened; the last row read is then to blame.
    const end = newestFirst ? facts.opening : facts.closing;
    if (broken === null && end !== null && expected !== null && expected !== end) {
      return [{ what: 'running-balance', printed: end, found: expected, holds: false, row: null }];
    }
    const { printed, found, row } = broken ?? { printed: last, found: last, row: null };
    return [{ what: 'running-balance', printed, found, holds: broken === null, row }];
  }

  return {
    add(row: CheckedRow): void {
      if (row.amount > 0) paidIn += row.amount;
      else withdrawn -= row.amount;
      follow(row);
    },
    done(): { checks: Check[]; verified: boolean } {
      const { totalIn, totalOut, opening, closing } = facts;
      const checks = [
        ...check('total-in', totalIn, paidIn),
        ...check('total-out', totalOut, withdrawn),
        ...(opening === null ? [] : check('closing', closing, opening + paidIn - withdrawn)),
        ...running(),
      ];
      const verified = totalIn !== null && totalOut !== null && checks.every(({ holds }) => holds);
      return { checks, verified };
    },
  };
}

const check = (what: Check['what'], printed: number | null, found: number): Check[] =>
  printed === null ? [] : [{ what, printed, found, holds: printed === found, row: null }];

export type StatementChecks = ReturnType<typeof statementChecks>;
