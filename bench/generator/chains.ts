import { type ChainMessage, proveChains } from '#ledger/reconcile/proof/chain.ts';
import { receiptMaker } from './codes.ts';
import { DAY, instant, START } from './making.ts';
import { type Random, randomOf } from './random.ts';
import { share } from './score.ts';

const WALLET = 1;
const POCHI = 2;

type Told = { readonly message: ChainMessage; readonly lost: boolean };

/** A wallet and a Pochi over a month, with Fuliza, charges and, one in thirty, messages that never came. */
function makeChains(seed: number): Told[] {
  const random = randomOf(seed);
  const receipt = receiptMaker(random);
  const balances = { [WALLET]: 150_000, [POCHI]: 20_000 };
  const told: Told[] = [];
  for (let n = 0; n < 600; n += 1) {
    const second = START + Math.floor((n * 30 * DAY) / 600) + random.below(1200);
    const account = random.chance(0.3) ? POCHI : WALLET;
    const step = stepOf(random, balances[account], account);
    const minute = instant(Math.floor(second / 60) * 60);
    const code = receipt(second);
    const lost = random.chance(1 / 30);
    balances[account] += step.reduce((sum, { change }) => sum + change, 0);
    step.forEach(({ kind, amount, fee }, at) => {
      const balance = at === 0 ? balances[account] : null;
      // A Fuliza message prints no time and no balance of the wallet.
      const message = {
        id: told.length + 1,
        account,
        kind,
        receipt: code,
        at: at === 0 ? minute : null,
        // A loan's message prints no time; its receipt tells the day.
        day: at === 0 ? null : minute.slice(0, 'yyyy-mm-dd'.length),
        amount,
        fee,
        balance,
      };
      told.push({ message, lost });
    });
  }
  return told;
}

type Move = {
  readonly kind: ChainMessage['kind'];
  readonly amount: number;
  readonly fee: number | null;
  readonly change: number;
};

function stepOf(random: Random, balance: number, account: number): Move[] {
  const amount = 500 * (1 + random.below(400));
  if (account === POCHI) return [{ kind: 'pochi_receive', amount, fee: null, change: amount }];
  if (random.chance(0.5)) return [{ kind: 'receive_person', amount, fee: null, change: amount }];
  const fee = random.pick([0, 700, 1300, 2300]);
  const paid: Move = { kind: 'send_person', amount: -amount, fee, change: -amount - fee };
  const short = amount + fee - balance;
  if (short <= 0) return [paid];
  return [paid, { kind: 'fuliza_draw', amount: short, fee: Math.ceil(short / 100), change: short }];
}

/** What a chain with holes should say: one gap for each run of lost messages, by what the run moved. */
function gapsOf(told: readonly Told[]): string[] {
  const gaps: string[] = [];
  for (const of of Map.groupBy(told, ({ message }) => message.account).values()) {
    let gap = 0;
    let last: number | null = null;
    for (const { message, lost } of of) {
      const change = message.amount - (message.kind === 'fuliza_draw' ? 0 : (message.fee ?? 0));
      if (lost) gap += change;
      else if (gap !== 0 && message.balance !== null) {
        if (last !== null) gaps.push(`${message.account} ${message.id} ${gap}`);
        gap = 0;
      }
      if (!lost && message.balance !== null) last = message.id;
    }
  }
  return gaps;
}

/** Whether the balance proof finds every hole in a chain of messages, at its place and to its cent, and no other. */
export function runChains() {
  const seeds = [1, 2, 3];
  const worlds = seeds.map((seed) => {
    const told = makeChains(seed);
    const known = randomOf(seed).shuffled(told.filter(({ lost }) => !lost).map(({ message }) => message));
    const breaks = proveChains(known).flatMap(({ account, proof }) => proof.breaks.map((one) => ({ account, ...one })));
    const found = breaks.map(({ account, before, gap }) => `${account} ${before} ${gap}`);
    return {
      messages: known.length,
      found,
      wanted: new Set(gapsOf(told)),
      cents: breaks.reduce((sum, one) => sum + Math.abs(one.gap), 0),
    };
  });
  const right = worlds.reduce((sum, { found, wanted }) => sum + found.filter((gap) => wanted.has(gap)).length, 0);
  return {
    messages: worlds.reduce((sum, world) => sum + world.messages, 0),
    gaps: worlds.reduce((sum, world) => sum + world.wanted.size, 0),
    precision: share(
      right,
      worlds.reduce((sum, world) => sum + world.found.length, 0),
    ),
    recall: share(
      right,
      worlds.reduce((sum, world) => sum + world.wanted.size, 0),
    ),
    unexplained_cents: worlds.reduce((sum, world) => sum + world.cents, 0),
  };
}
