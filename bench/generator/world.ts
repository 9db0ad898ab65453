import { mistyped, receiptMaker } from './codes.ts';
import { addFakes } from './fakes.ts';
import {
  amountOf,
  DAY,
  happen,
  instant,
  type Making,
  nameOf,
  PAYBILL,
  type Plan,
  START,
  type World,
  write,
} from './making.ts';
import { type Random, randomOf } from './random.ts';

/** A shop's days with everything that goes right and wrong in them, and the truth about each sale. */
export function makeWorld(plan: Plan): World {
  const random = randomOf(plan.seed);
  const making: Making = { plan, random, receipt: receiptMaker(random), sales: [], events: [] };
  for (let day = 0; day < plan.days; day += 1) {
    const outage = random.chance(0.05);
    for (let n = 0; n < plan.perDay; n += 1) oneSale(making, START + day * DAY + openingTime(random), outage);
  }
  addFakes(making);
  return { plan, sales: making.sales, events: making.events };
}

const openingTime = (random: Random) => 7 * 3600 + random.below(13 * 3600);

function oneSale(making: Making, second: number, outage: boolean): void {
  const { random } = making;
  const fate = random.next();
  if (fate < 0.04) return invoice(making, second);
  const amount = amountOf(random);
  if (fate < 0.05) return split(making, second, amount);
  if (fate < 0.06) return joined(making, second, amount);
  const paid = happen(making, { second, amount, reversed: fate > 0.995, outage });
  // One sale in twenty is never written down.
  if (random.chance(0.05)) return;
  const slip = random.next();
  if (paid.reversed) return write(making, 'reversed', [paid], { amount });
  if (slip < 0.02) return write(making, 'typo', [paid], { amount, receipt: mistyped(paid.receipt, random) });
  if (slip < 0.04) return write(making, 'wrong-amount', [paid], { amount: amount + 500 * (1 + random.below(20)) });
  if (slip < 0.05) return write(making, 'next-day', [paid], { amount, second: second + DAY });
  write(making, 'plain', [paid], { amount });
}

function split(making: Making, second: number, amount: number): void {
  const first = 500 * (1 + making.random.below(amount / 500));
  const parts = [first, amount + 5000 - first].map((part, at) =>
    happen(making, { second: second + 45 * at, amount: part }),
  );
  write(making, 'split', parts, { amount: amount + 5000, receipt: null });
}

function joined(making: Making, second: number, amount: number): void {
  const other = amountOf(making.random);
  const paid = happen(making, { second, amount: amount + other });
  write(making, 'joined', [paid], { amount, receipt: null });
  write(making, 'joined', [paid], { amount: other, receipt: null });
}

function invoice(making: Making, second: number): void {
  const { random } = making;
  const party = nameOf(random);
  const reference = `INV-${1000 + making.sales.length}`;
  const amount = 50_000 + 500 * random.below(2000);
  const days = random.below(6);
  // A payer leaves out the dash, or gives no number at all.
  const given = random.chance(0.85) ? reference.replace(random.chance(0.3) ? '-' : '', '') : 'SHOP';
  const late = second + days * DAY;
  const settled = late < START + making.plan.days * DAY && random.chance(0.8);
  const paid = settled ? [happen(making, { second: late, amount, account: PAYBILL, party, accountRef: given })] : [];
  const row = {
    kind: 'invoice',
    precision: 'day',
    at: instant(second),
    amount,
    customer: party,
    reference,
    receipt: null,
  } as const;
  making.sales.push({
    row: { id: making.sales.length + 1, account: PAYBILL, ...row },
    tag: 'invoice',
    paidBy: paid.map((event) => event.receipt),
  });
}
