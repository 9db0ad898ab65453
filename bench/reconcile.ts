/**
 * `npm run bench -- reconcile [--json]`: which sales are paid, in seeded worlds that know the truth, beside the rule shapes
 * of other tools; then how the time grows, beside comparing every sale with every payment.
 */
import { runChains } from './generator/chains.ts';
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
export function benchReconcile() {
  const outcomes = Object.entries(scenarios).map(([name, plan]) => [name, runScenario(plan)] as const);
  const settlements = runSweeps();
  return {
    wrong_confirms: outcomes.reduce((sum, [, outcome]) => sum + outcome.wrong_confirms, settlements.wrong_confirms),
    confirmed: outcomes.reduce((sum, [, outcome]) => sum + outcome.confirmed, settlements.confirmed),
    scenarios: Object.fromEntries(outcomes),
    settlements,
    balance_chains: runChains(),
    scale: scale(),
  };
}

function print({
  wrong_confirms,
  confirmed,
  scenarios: outcomes,
  settlements,
  balance_chains: chains,
  scale: growth,
}: ReturnType<typeof benchReconcile>): void {
  console.log(`wrong confirms: ${wrong_confirms} of ${confirmed}\n`);
  console.log('scenario                        wrong  confirmed     P       R      @1    @3   | other rules, P / R');
  for (const [name, one] of Object.entries(outcomes)) {
    const others = Object.values(one.baselines).map(
      (other) => `${other.precision.toFixed(2)}/${other.recall.toFixed(2)}`,
    );
    const figures = [one.precision, one.recall, one.suggestions.at_1, one.suggestions.at_3].map((figure) =>
      figure.toFixed(3),
    );
    console.log(
      `${name.padEnd(32)}${String(one.wrong_confirms).padStart(4)}  ${one.confirmed_recall.toFixed(3).padStart(9)}   ${figures.join('  ')} | ${others.join('  ')}`,
    );
  }
  console.log(
    `\nbank credits: ${settlements.wrong_confirms} wrong of ${settlements.confirmed}, found ${settlements.recall}`,
  );
  console.log(`holes in chains of messages: ${chains.gaps}, precision ${chains.precision}, recall ${chains.recall}`);
  console.log(`\n${'leftovers'.padStart(10)}  ms`);
  for (const { leftovers, ms } of growth.growth) console.log(`${String(leftovers).padStart(10)}  ${ms}`);
  console.log(
    `exponent ${growth.exponent}; all pairs at ${growth.all_pairs.leftovers}: ${growth.all_pairs.ms} ms, ${growth.all_pairs.times_slower} times slower`,
  );
  console.log(`one amount only, ${growth.one_amount.leftovers} leftovers: ${growth.one_amount.ms} ms`);
}

if (import.meta.main) {
  const measured = benchReconcile();
  if (process.argv.includes('--json')) console.log(JSON.stringify(measured, null, 2));
  else print(measured);
}
