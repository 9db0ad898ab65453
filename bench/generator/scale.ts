import { allocate } from '#ledger/reconcile/matching/allocate.ts';
import type { ExpectedRow, PaymentRow } from '#ledger/reconcile/matching/rows.ts';
import { exportsOf, paymentsOf } from './book.ts';
import { usual } from './making.ts';
import { makeWorld } from './world.ts';

const PER_DAY = 1000;

/** As many sales as asked for, none with a receipt, and the payments of the same days. */
export function leftovers(count: number): { expected: ExpectedRow[]; payments: PaymentRow[] } {
  const world = makeWorld({ ...usual, coded: 0, perDay: PER_DAY, days: Math.ceil((count * 1.05) / PER_DAY) });
  return {
    expected: world.sales.slice(0, count).map((sale) => sale.row),
    payments: paymentsOf(exportsOf(world)).slice(0, count),
  };
}

/** Milliseconds of processor, collecting garbage included: what others do on the machine meanwhile is not counted. */
function timed(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return Math.round((user + system) / 1000);
}

/** The fastest of three, so that one pause of the machine is not taken for a cost. */
const fastest = (work: () => unknown) => Math.min(timed(work), timed(work), timed(work));

/** What needs no cleverness: every sale held against every payment for an equal amount within two hours. */
function allPairs(expected: readonly ExpectedRow[], payments: readonly PaymentRow[]): number {
  const dues = expected.map((row) => ({ amount: row.amount, second: Date.parse(row.at!) / 1000 }));
  const paids = payments.map((row) => ({ amount: row.amount, second: Date.parse(row.occurredAt!) / 1000 }));
  let near = 0;
  for (const due of dues) {
    let best = Infinity;
    for (const paid of paids) {
      if (paid.amount !== due.amount) continue;
      const distance = Math.abs(paid.second - due.second);
      if (distance < best) best = distance;
    }
    if (best <= 7200) near += 1;
  }
  return near;
}

/** How the time grows with what is left over, and what it is beside all pairs of the same rows in the same run. */
export function scale() {
  const sizes = [12_500, 25_000, 50_000, 100_000];
  allocate(leftovers(5000));
  const growth = sizes.map((size) => {
    const input = leftovers(size);
    return { leftovers: size, ms: fastest(() => allocate(input)) };
  });
  const middle = leftovers(50_000);
  const pairsMs = timed(() => allPairs(middle.expected, middle.payments));
  const alike = {
    expected: middle.expected.map((row) => ({ ...row, amount: 10_000 })),
    payments: middle.payments.map((row) => ({ ...row, amount: 10_000 })),
  };
  return {
    growth,
    exponent: Math.round((Math.log(growth[3]!.ms / growth[0]!.ms) / Math.log(8)) * 100) / 100,
    all_pairs: { leftovers: 50_000, ms: pairsMs, times_slower: Math.round((pairsMs / growth[2]!.ms) * 10) / 10 },
    one_amount: { leftovers: 50_000, ms: fastest(() => allocate(alike)) },
  };
}
