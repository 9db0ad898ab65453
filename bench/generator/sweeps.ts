import { type CreditRow, type HeldRow, settle } from '#ledger/reconcile/settlement.ts';
import { DAY, instant, START, TILL, usual } from './making.ts';
import { randomOf } from './random.ts';
import { share } from './score.ts';
import { makeWorld } from './world.ts';

/** A till swept to the bank every evening, its charges kept back; now and then a payment or a credit is not known. */
function makeSweeps(seed: number) {
  const random = randomOf(seed);
  const till = makeWorld({ ...usual, seed, fakes: 0 }).events.filter((event) => event.account === TILL);
  const all = till.map((event, at): HeldRow & { day: number } => ({
    id: at + 1,
    at: instant(event.second),
    amount: event.amount,
    charges: Math.min(Math.round(event.amount * 0.0055), 20_000),
    day: Math.floor((event.second - START - 20.5 * 3600) / DAY) + 1,
  }));
  const truth = new Map<number, ReadonlySet<number>>();
  const credits: CreditRow[] = [];
  for (const [day, rows] of Map.groupBy(all, (row) => row.day)) {
    if (random.chance(0.05)) continue;
    credits.push({
      id: day + 1,
      at: instant(START + day * DAY + 20.5 * 3600),
      amount: rows.reduce((sum, row) => sum + row.amount - row.charges, 0),
    });
    truth.set(day + 1, new Set(rows.map((row) => row.id)));
  }
  return { credits, truth, payments: all.filter(() => !random.chance(0.0005)) };
}

/** Whether each bank credit is found to be just the payments it was made of. */
export function runSweeps() {
  const counts = [1, 2, 3].map((seed) => {
    const { credits, payments, truth } = makeSweeps(seed);
    const { matches } = settle({ credits, payments, tolerance: 0 });
    const isRight = ({ items: [credit, ...rows] }: (typeof matches)[number]) => {
      const wanted = truth.get(credit!.id)!;
      return rows.length === wanted.size && rows.every((row) => wanted.has(row.id));
    };
    const known = new Set(payments.map((row) => row.id));
    const whole = [...truth.values()].filter((rows) => [...rows].every((id) => known.has(id))).length;
    const confirmed = matches.filter((match) => match.state === 'confirmed');
    return {
      credits: credits.length,
      whole,
      found: matches.length,
      right: matches.filter(isRight).length,
      confirmed: confirmed.length,
      wrong: confirmed.filter((match) => !isRight(match)).length,
      open:
        credits.reduce((sum, credit) => sum + credit.amount, 0) -
        confirmed.reduce((sum, match) => sum + match.items[0]!.allocated, 0),
    };
  });
  const sum = (of: (count: (typeof counts)[number]) => number) => counts.reduce((total, count) => total + of(count), 0);
  return {
    credits: sum((count) => count.credits),
    confirmed: sum((count) => count.confirmed),
    wrong_confirms: sum((count) => count.wrong),
    precision: share(
      sum((count) => count.right),
      sum((count) => count.found),
    ),
    /** Of credits all of whose payments are known. */
    recall: share(
      sum((count) => count.right),
      sum((count) => count.whole),
    ),
    unexplained_cents: sum((count) => count.open),
  };
}
