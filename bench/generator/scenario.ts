import type { MatchException, NewMatch } from '#contract/match.ts';
import { allocate } from '#ledger/reconcile/matching/allocate.ts';
import { foldCode, type PaymentRow } from '#ledger/reconcile/matching/rows.ts';
import { suggest } from '#ledger/reconcile/matching/suggest.ts';
import { baselines } from './baselines.ts';
import { exportsOf, paymentsOf } from './book.ts';
import { hitsOf, pairsOf, type Score, scoreOf, share, truthOf } from './score.ts';
import type { Plan, World } from './making.ts';
import { makeWorld } from './world.ts';

type Truth = ReadonlyMap<number, ReadonlySet<number>>;

/** Right of found and of all, by count and by money, over several worlds. */
type Tally = { found: number; right: number; all: number; cents: number; right_cents: number };

const none: Tally = { found: 0, right: 0, all: 0, cents: 0, right_cents: 0 };

const add = (tally: Tally, more: Partial<Tally>): Tally => {
  const { found, right, all, cents, right_cents } = { ...none, ...more };
  return {
    found: tally.found + found,
    right: tally.right + right,
    all: tally.all + all,
    cents: tally.cents + cents,
    right_cents: tally.right_cents + right_cents,
  };
};

/** One world's outcome in plain counts, so that worlds can be added up. */
function outcome(plan: Plan) {
  const world = makeWorld(plan);
  const payments = paymentsOf(exportsOf(world));
  const expected = world.sales.map((sale) => sale.row);
  const truth = truthOf(world, payments);
  const input = { expected, payments };
  const started = performance.now();
  const result = allocate(input);
  const ms = performance.now() - started;
  const confirmed = result.matches.filter((match) => match.state === 'confirmed');
  return {
    sales: expected.length,
    payments: payments.length,
    ms,
    all: tallyOf(result.matches, truth),
    confirmed: tallyOf(confirmed, truth),
    confirmed_fakes: pairsOf(confirmed)
      .filter(({ expected: id, payment }) => !truth.get(id)?.has(payment))
      .map(({ expected: id }) => world.sales[id - 1]!.tag),
    cents: scoreOf(pairsOf(result.matches), truth).precision_cents,
    by_rule: Object.fromEntries(
      [...Map.groupBy(result.matches, (match) => match.rule)].map(([rule, of]) => [rule, tallyOf(of, truth)]),
    ),
    balanced: result.matches
      .filter((match) => match.rule === 'interchangeable')
      .reduce((sum, match) => sum + match.items.length / 2, 0),
    hits: hitsOf(suggest(input, result), truth),
    unexplained: unexplained(world, payments, confirmed),
    excepted: result.exceptions.reduce((sum, one) => sum + one.openExpected + one.openPayments, 0),
    exceptions: exceptionTallies(world, payments, truth, result.exceptions),
    baselines: Object.fromEntries(
      Object.entries(baselines).map(([name, pair]) => {
        const score = scoreOf(pair(expected, payments), truth);
        return [name, tallied(score, truth)];
      }),
    ),
  };
}

const allOf = (truth: Truth) => [...truth.values()].reduce((sum, payments) => sum + payments.size, 0);

const tallyOf = (matches: readonly NewMatch[], truth: Truth) => tallied(scoreOf(pairsOf(matches), truth), truth);

const tallied = ({ found, wrong, cents, right_cents }: Score, truth: Truth): Tally => ({
  found,
  right: found - wrong,
  all: allOf(truth),
  cents,
  right_cents,
});

/** All money on both sides that no confirmed match accounts for, counted without looking at exceptions. */
function unexplained(world: World, payments: readonly PaymentRow[], confirmed: readonly NewMatch[]): number {
  const standing = payments.filter((payment) => payment.standing !== 'reversed');
  const total = [...world.sales.map((sale) => sale.row), ...standing].reduce((sum, row) => sum + row.amount, 0);
  return total - confirmed.flatMap((match) => match.items).reduce((sum, item) => sum + item.allocated, 0);
}

/** For each code the records it was raised for, held against the records it is true of. */
function exceptionTallies(
  world: World,
  payments: readonly PaymentRow[],
  truth: Truth,
  raised: readonly MatchException[],
) {
  const wanted = trueExceptions(world, payments, truth);
  const amounts = {
    expected: new Map(world.sales.map(({ row }) => [row.id, row.amount])),
    payments: new Map(payments.map(({ id, amount }) => [id, amount])),
  };
  return Object.fromEntries(
    Object.entries(wanted).map(([code, records]) => {
      const side = code === 'paid-not-expected' ? 'payments' : 'expected';
      const found = raised.filter((one) => one.code === code).flatMap((one) => one[side]);
      const right = found.filter((id) => records.has(id));
      const cents = (ids: readonly number[]) => ids.reduce((sum, id) => sum + (amounts[side].get(id) ?? 0), 0);
      const money = { cents: cents(found), right_cents: cents(right) };
      return [code, { found: found.length, right: right.length, all: records.size, ...money }];
    }),
  );
}

const sound = (paid: PaymentRow | undefined): paid is PaymentRow => paid !== undefined && paid.standing !== 'reversed';

function trueExceptions(
  { sales }: World,
  payments: readonly PaymentRow[],
  truth: Truth,
): Record<string, ReadonlySet<number>> {
  const byReceipt = new Map(payments.map((payment) => [payment.receipt, payment]));
  const named = Map.groupBy(sales, ({ row }) => foldCode(row.receipt));
  const ids = (wanted: (sale: World['sales'][number], paid: PaymentRow | undefined, alone: boolean) => boolean) =>
    new Set(
      sales
        .filter((sale) => {
          const code = foldCode(sale.row.receipt);
          return wanted(sale, code === null ? undefined : byReceipt.get(code), named.get(code)?.length === 1);
        })
        .map((sale) => sale.row.id),
    );
  const paying = new Set(sales.flatMap((sale) => sale.paidBy));
  return {
    'receipt-reused': ids((_, paid, alone) => sound(paid) && !alone),
    'reversed-after-sale': ids((_, paid) => paid?.standing === 'reversed'),
    'amount-short': ids(({ row }, paid, alone) => sound(paid) && alone && paid.amount < row.amount),
    'amount-over': ids(({ row }, paid, alone) => sound(paid) && alone && paid.amount > row.amount),
    'expected-not-paid': ids(({ row }, paid) => truth.get(row.id)!.size === 0 && paid === undefined),
    'paid-not-expected': new Set(
      payments.filter((paid) => sound(paid) && !paying.has(paid.receipt!)).map((paid) => paid.id),
    ),
  };
}

const seeds = [1, 2, 3];

/** One kind of shop, over several seeded worlds: what was matched, what was matched wrongly, and what other rules make of it. */
export function runScenario(plan: Omit<Plan, 'seed'>) {
  const worlds = seeds.map((seed) => outcome({ ...plan, seed }));
  const sum = (of: (world: (typeof worlds)[number]) => number) => worlds.reduce((total, world) => total + of(world), 0);
  const tally = (of: (world: (typeof worlds)[number]) => Partial<Tally> | undefined) =>
    worlds.reduce((total, world) => add(total, of(world) ?? {}), none);
  const table = (of: (world: (typeof worlds)[number]) => Readonly<Record<string, Tally>>) =>
    Object.fromEntries(
      [...new Set(worlds.flatMap((world) => Object.keys(of(world))))].map((name) => [
        name,
        tally((world) => of(world)[name]),
      ]),
    );
  const unexplained_cents = sum((world) => world.unexplained);
  if (unexplained_cents !== sum((world) => world.excepted))
    throw new Error('The open exceptions do not add up to what is unexplained.');
  const confirmed = tally((world) => world.confirmed);
  const all = tally((world) => world.all);
  return {
    sales: sum((world) => world.sales),
    payments: sum((world) => world.payments),
    wrong_confirms: confirmed.found - confirmed.right,
    wrong_confirms_of: worlds.flatMap((world) => world.confirmed_fakes),
    wrong_confirms_per_10000: share((confirmed.found - confirmed.right) * 10_000, confirmed.found),
    confirmed: confirmed.found,
    confirmed_recall: share(confirmed.right, all.all),
    precision: share(all.right, all.found),
    recall: share(all.right, all.all),
    precision_cents: share(
      sum((world) => world.cents),
      worlds.length,
    ),
    balanced: sum((world) => world.balanced),
    suggestions: { asked: sum((world) => world.hits.asked), ...hitRates(worlds.map((world) => world.hits)) },
    /** Both sides' money outside confirmed matches; the open exceptions add up to just this. */
    unexplained_cents,
    by_rule: rates(table((world) => world.by_rule)),
    exceptions: rates(table((world) => world.exceptions)),
    baselines: Object.fromEntries(
      Object.entries(rates(table((world) => world.baselines))).map(([name, { wrong, ...rest }]) => [
        name,
        { wrong_confirms: wrong, ...rest },
      ]),
    ),
    ms: Math.round(sum((world) => world.ms) / worlds.length),
  };
}

function hitRates(hits: readonly { asked: number; at_1: number; at_3: number }[]) {
  const asked = hits.reduce((sum, hit) => sum + hit.asked, 0);
  const rate = (of: 'at_1' | 'at_3') =>
    share(
      hits.reduce((sum, hit) => sum + hit[of] * hit.asked, 0),
      asked,
    );
  return { at_1: rate('at_1'), at_3: rate('at_3') };
}

const rates = (tallies: Readonly<Record<string, Tally>>) =>
  Object.fromEntries(
    Object.entries(tallies).map(([name, { found, right, all, cents, right_cents }]) => [
      name,
      {
        found,
        wrong: found - right,
        precision: share(right, found),
        recall: share(right, all),
        cents,
        precision_cents: share(right_cents, cents),
      },
    ]),
  );
