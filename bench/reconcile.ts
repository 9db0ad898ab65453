/**
 * `npm run bench -- reconcile [--json]`: which sales are paid, in seeded worlds that know the truth, beside the rule shapes
 * of other tools; what whole books ask for; then how the time grows, beside a Map and beside comparing every sale with
 * every payment.
 */
import { runChains } from './generator/chains.ts';
import { deciding } from './generator/decide.ts';
import { exactStage } from './generator/exact.ts';
import { realBooks } from './generator/real-book.ts';
import { runScenario } from './generator/scenario.ts';
import { usual } from './generator/making.ts';
import { scale } from './generator/scale.ts';
import { runSweeps } from './generator/sweeps.ts';

const shop = { ...usual, coded: 0 };
const adversarial = { ...usual, pack: 'adversarial', fakes: 0.08 } as const;

const scenarios = {
  'shop-30-no-receipts': { ...shop, perDay: 30 },
  'shop-150-no-receipts': shop,
  'shop-150-half-receipts': usual,
  'shop-150-most-receipts': { ...usual, coded: 0.9 },
  'shop-300-no-receipts': { ...shop, perDay: 300 },
  'days-150-no-receipts': { ...shop, noted: 'day' },
  'days-150-half-receipts': { ...usual, noted: 'day' },
  'days-150-most-receipts': { ...usual, noted: 'day', coded: 0.9 },
  'adversarial-no-receipts': { ...adversarial, coded: 0 },
  'adversarial-half-receipts': adversarial,
  'adversarial-most-receipts': { ...adversarial, coded: 0.9 },
  'adversarial-days-half-receipts': { ...adversarial, noted: 'day' },
  'adversarial-days-most-receipts': { ...adversarial, noted: 'day', coded: 0.9 },
} as const;

/** Everything this benchmark measures, as one object. */
export async function benchReconcile() {
  const outcomes = Object.entries(scenarios).map(([name, plan]) => [name, runScenario(plan)] as const);
  const settlements = runSweeps();
  return {
    wrong_confirms: outcomes.reduce((sum, [, outcome]) => sum + outcome.wrong_confirms, settlements.wrong_confirms),
    confirmed: outcomes.reduce((sum, [, outcome]) => sum + outcome.confirmed, settlements.confirmed),
    scenarios: Object.fromEntries(outcomes),
    settlements,
    balance_chains: runChains(),
    real_books: await realBooks(),
    exact_stage: exactStage([10_000, 100_000, 1_000_000]),
    leftovers: scale(),
    deciding: await deciding(),
  };
}

type Measured = Awaited<ReturnType<typeof benchReconcile>>;
const line = (text: string) => void process.stdout.write(`${text}\n`);

function print(measured: Measured): void {
  line(`wrong confirms: ${measured.wrong_confirms} of ${measured.confirmed}\n`);
  line('scenario                        wrong  confirmed     P       R      @1    @3   | other rules, P / R');
  for (const [name, one] of Object.entries(measured.scenarios)) line(scenarioLine(name, one));
  const { settlements: bank, balance_chains: chains, real_books: real } = measured;
  line(`\nbank credits: ${bank.wrong_confirms} wrong of ${bank.confirmed}, found ${bank.recall}`);
  line(`holes in chains of messages: ${chains.gaps}, precision ${chains.precision}, recall ${chains.recall}`);
  line(`\nreal books, ${real.payments} payments, ${real.settled} settled`);
  for (const [code, { found, of, precision, recall }] of Object.entries(real.exceptions))
    line(
      `  ${code.padEnd(22)}${String(found).padStart(6)} found, ${of} there, precision ${precision}, recall ${recall}`,
    );
  printGrowth(measured);
}

function scenarioLine(name: string, one: Measured['scenarios'][string]): string {
  const others = Object.values(one.baselines).map(
    (other) => `${other.precision.toFixed(2)}/${other.recall.toFixed(2)}`,
  );
  const figures = [one.precision, one.recall, one.suggestions.at_1, one.suggestions.at_3].map((figure) =>
    figure.toFixed(3),
  );
  const [wrong, confirmed] = [String(one.wrong_confirms).padStart(4), one.confirmed_recall.toFixed(3).padStart(9)];
  return `${name.padEnd(32)}${wrong}  ${confirmed}   ${figures.join('  ')} | ${others.join('  ')}`;
}

function printGrowth({ exact_stage: exact, leftovers: left, deciding: decided }: Measured): void {
  line('\nexact stage, rows a side: ms by an indexed join, ms by a Map');
  for (const { size, join_ms, map_ms, times_faster } of exact.growth)
    line(`${String(size).padStart(10)}  ${join_ms}  ${map_ms}  ${times_faster} times faster`);
  line(`exponent ${exact.exponent}, of the last step ${exact.exponent_of_the_last_step}`);
  line('\nleftovers: ms');
  for (const { leftovers, ms } of left.growth) line(`${String(leftovers).padStart(10)}  ${ms}`);
  const { mutual_best: nearest, scored } = left.all_pairs;
  line(`exponent ${left.exponent}; one amount only: ${left.one_amount.ms} ms`);
  line(
    `all pairs of 50,000: ${nearest.times_slower} times slower for one rule, ${scored.times_slower} for suggestions`,
  );
  line(
    `\n${decided.sales} sales, ${decided.payments} payments: a decision ${decided.one_decision_ms} ms, placed anew ${decided.placed_anew_ms} ms`,
  );
}

if (import.meta.main) {
  const measured = await benchReconcile();
  if (process.argv.includes('--json')) line(JSON.stringify(measured, null, 2));
  else print(measured);
}
