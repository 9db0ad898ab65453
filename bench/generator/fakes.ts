import { mistyped } from './codes.ts';
import { amountOf, type Event, happen, type Making, START, type Tag, TILL, write } from './making.ts';

const usual: readonly Tag[] = ['claimed', 'claimed', 'claimed', 'edited', 'reused', 'invented'];
const adversarial: readonly Tag[] = ['claimed', 'edited', 'reused', 're-dated', 'invented', 'altered', 'spoofed'];

/** Sales that a screen was shown for and no money, or less, or another's money came. */
export function addFakes(making: Making): void {
  const { plan, random } = making;
  const kinds = plan.pack === 'usual' ? usual : adversarial;
  const genuine = making.events.filter((event) => event.account === TILL && !event.reversed);
  const written = genuine.filter(soldTo(making));
  const count = Math.round(plan.days * plan.perDay * plan.fakes);
  for (let n = 0; n < count; n += 1) {
    const tag = random.pick(kinds);
    const second = START + random.below(plan.days) * 86_400 + 7 * 3600 + random.below(13 * 3600);
    fake(making, tag, second, random.pick(written));
  }
}

/**
 * A used message is one whose sale stands in the book. Where that sale was never written down, the book holds one sale and
 * one payment that agree in everything, and nothing in the world could tell them apart.
 */
function soldTo(making: Making): (event: Event) => boolean {
  const whole = new Set(making.sales.filter(({ tag }) => tag === 'plain').flatMap(({ paidBy }) => paidBy));
  return (event) => whole.has(event.receipt);
}

function fake(making: Making, tag: Tag, second: number, used: Event): void {
  const { random } = making;
  const amount = amountOf(random);
  // A few minutes to a few hours later, at another counter or to another attendant.
  const again = used.second + 60 * Math.exp(1 + 5 * random.next());
  if (tag === 'claimed') return write(making, tag, [], { amount, second, receipt: null });
  if (tag === 'edited') {
    const paid = happen(making, { second, amount: 1000 });
    return write(making, tag, [paid], { amount: amount + 1000 });
  }
  if (tag === 'reused') return claim(making, tag, again, used.amount, used.receipt);
  if (tag === 're-dated')
    return claim(making, tag, used.second + 86_400 * (1 + random.below(10)), used.amount, used.receipt);
  if (tag === 'altered') return claim(making, tag, again, used.amount, mistyped(used.receipt, random));
  const code = making.receipt(second);
  if (tag === 'spoofed') {
    // Into the shop's own messages, on a day that a statement covers.
    const early = START + ((second - START) % ((making.plan.days - 2) * 86_400));
    happen(making, { second: early, amount, receipt: code, account: TILL, spoofed: true, texted: true, listed: false });
    return claim(making, tag, early, amount, code);
  }
  claim(making, 'invented', second, amount, random.chance(0.5) ? code : `QX${code.slice(2)}`);
}

const claim = (making: Making, tag: Tag, second: number, amount: number, receipt: string) =>
  write(making, tag, [], { amount, second, receipt });
