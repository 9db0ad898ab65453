import type { Profile } from '#contract/profile.ts';
import { DAY, type Event, instant, START, type World } from './making.ts';
import { type Random, randomOf } from './random.ts';

export const TILL_NUMBER = '5123456';
const COVERED = 28;
const DAYS = 30;

/** What is wrong in these files, by the code that should say so: receipts, or the bank's own references. */
export type Wrong = Readonly<Record<string, ReadonlySet<string>>>;

type Line = { receipt: string; second: number; details: string; change: number; party: string; linked: string };

const money = (cents: number) => (cents / 100).toFixed(2);
const two = (n: number) => String(n).padStart(2, '0');
const parts = (second: number) => /^(....)-(..)-(..)T(..):(..):(..)/.exec(instant(second))!.slice(1).map(Number);

/** `05-03-2026 09:05:00`, as the portal prints it. */
function stamp(second: number): string {
  const [year, month, day, hour, minute, rest] = parts(second);
  return `${two(day!)}-${two(month!)}-${year} ${two(hour!)}:${two(minute!)}:${two(rest!)}`;
}

/** `5/3/26 at 9:05 AM`, as a message prints it. */
function spoken(second: number): string {
  const [year, month, day, hour, minute] = parts(second);
  return `${day}/${month}/${year! % 100} at ${hour! % 12 || 12}:${two(minute!)} ${hour! < 12 ? 'AM' : 'PM'}`;
}

/** A till's charge: a share above two hundred shillings. Now and then the operator charges something else. */
function chargeOf(event: Event, odd: boolean): number {
  if (event.amount <= 20_000) return 0;
  const usual = Math.floor((event.amount * 55 + 5_000) / 10_000);
  return odd ? usual + 1_100 : usual;
}

/**
 * The files of a shop whose month is known: two statements of its till that share a day, the messages in three pastes that
 * share some, and the bank's list of credits. Numbers are masked, charges and reversals stand in rows of their own, the till
 * is swept each night; a day's messages may never have come, some come late, and some were never sent by the operator.
 */
export function shopFiles({ events }: World, seed: number) {
  const random = randomOf(seed);
  const till = events.filter(({ account }) => account === 1).toSorted((a, b) => a.second - b.second);
  const real = till.filter(({ spoofed }) => !spoofed);
  const listed = real.filter(({ listed: on }) => on);
  const charged = listed.filter(({ amount, reversed }) => amount > 20_000 && !reversed);
  const odd = new Set(Array.from({ length: 5 }, () => random.pick(charged).receipt));
  const lines = linesOf(real, odd);
  const sweeps = lines.filter(({ details }) => details.startsWith('Merchant Account to')).slice(0, COVERED);
  const { text: bank, short } = bankOf(sweeps, random);
  const said = till.filter(({ texted }) => texted);
  const span = [said[0]!.second, said.at(-1)!.second] as const;
  const unread = ['UE9XX00001 Confirmed. on 9/5/26 at 9:00 AM Ksh', 'UE9XX00002 Confirmed.on 9/5/26 at 9:01 AMKsh'];
  return {
    statements: [statementOf(lines, 0, 16), statementOf(lines, 15, COVERED)],
    messages: pastesOf(said, balancesOf(lines), unread, random),
    bank,
    wrong: {
      'not-on-statement': receipts(till.filter(({ spoofed }) => spoofed)),
      'no-message': receipts(
        listed.filter(({ texted, reversed, second }) => !texted && !reversed && second >= span[0] && second <= span[1]),
      ),
      'reversed-after-sale': receipts(listed.filter(({ reversed }) => reversed)),
      'charge-differs': odd,
      'settlement-differs': new Set(short),
      'unread-message': new Set(unread.map((_, n) => `${n}`)),
      'in-transit': new Set(['0']),
    } satisfies Wrong,
  };
}

const receipts = (events: readonly Event[]) => new Set(events.map(({ receipt }) => receipt));

function linesOf(listed: readonly Event[], odd: ReadonlySet<string>): Line[] {
  const lines = listed.flatMap((event): Line[] => {
    const { receipt, second, amount, party } = event;
    const who = `07${receipt.charCodeAt(5) % 90}***${100 + (receipt.charCodeAt(6) % 90)} - ${party}`;
    const fee = chargeOf(event, odd.has(receipt));
    const base = { receipt, second, party: who, linked: '' };
    return [
      { ...base, details: `Merchant Payment from ${who}`, change: amount },
      ...(fee > 0 ? [{ ...base, details: 'Pay merchant Charge', change: -fee, party: '' }] : []),
      ...(event.reversed
        ? [
            {
              ...base,
              receipt: `${receipt.slice(0, 3)}R${receipt.slice(4)}`,
              second: second + 3000,
              details: 'Reversal of customer payment',
              change: fee - amount,
              linked: receipt,
            },
          ]
        : []),
    ];
  });
  const inTime = lines.toSorted((a, b) => a.second - b.second);
  const nights = Array.from({ length: DAYS }, (_, day) => START + day * DAY + 23.9 * 3600);
  let kept = 0;
  return nights.flatMap((night, day) => {
    const today = inTime.filter(({ second }) => second >= night - 23.9 * 3600 && second < night + 360);
    kept += today.reduce((sum, { change }) => sum + change, 0);
    const sweep = {
      receipt: `SW${two(day)}`.padEnd(10, '0'),
      second: night,
      details: 'Merchant Account to Organization Settlement Account',
      change: -kept,
      party: '',
      linked: '',
    };
    if (kept > 0) kept = 0;
    return sweep.change < 0 ? [...today, sweep] : today;
  });
}

/** What a till holds after each payment, its charge not yet taken: what a message prints. */
function balancesOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  let balance = 0;
  const after = new Map<string, number>();
  for (const { receipt, change } of lines) {
    balance += change;
    if (!after.has(receipt)) after.set(receipt, balance);
  }
  return after;
}

function statementOf(lines: readonly Line[], fromDay: number, toDay: number): string {
  const [from, to] = [START + fromDay * DAY, START + toDay * DAY];
  const before = lines.filter(({ second }) => second < from).reduce((sum, { change }) => sum + change, 0);
  const inside = lines.filter(({ second }) => second >= from && second < to);
  let balance = before;
  const rows = inside.map(({ receipt, second, details, change, party, linked }) => {
    balance += change;
    const [paidIn, out] = change > 0 ? [money(change), ''] : ['', money(change)];
    return `${receipt},${stamp(second)},${stamp(second)},${details},Completed,${paidIn},${out},${money(balance)},true,${details.split(' from ')[0]},${party},${linked},,KES`;
  });
  const sum = (sign: 1 | -1) => inside.reduce((total, { change }) => total + (change * sign > 0 ? change : 0), 0);
  return [
    'Account Holder:,BENCH SHOP',
    `Short Code:,${TILL_NUMBER}`,
    'Account:,Merchant Account',
    `Time Period:,From,${stamp(from)},To,${stamp(to - 1)}`,
    'Operator:,bench,Organization:,BENCH SHOP',
    `Opening Balance:,${money(before)},Closing Balance:,${money(balance)},Available Balance:,,Total Paid In:,${money(sum(1))},Total Withdrawn:,${money(sum(-1))}`,
    'Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Balance Confirmed,Reason Type,Other Party Info,Linked Transaction ID,A/C No.,Currency',
    ...rows.toReversed(),
    '',
  ].join('\n');
}

/** Messages as they stood on the phone when it was copied: some days twice, some a week late. */
function pastesOf(
  said: readonly Event[],
  balances: ReadonlyMap<string, number>,
  unread: readonly string[],
  random: Random,
): string[] {
  const seen = said.map((event) => ({ event, copied: event.second + (random.chance(0.03) ? 8 * DAY : 0) }));
  return [0, 9, 18].map((day, n) => {
    const [from, to] = [START + day * DAY, START + (day + 11 + (n === 2 ? 40 : 0)) * DAY];
    const texts = seen
      .filter(({ copied }) => copied >= from && copied < to)
      .map(({ event }) => textOf(event, balances.get(event.receipt) ?? event.amount));
    return [...random.shuffled(texts), ...(n === 2 ? unread : [])].join('\n');
  });
}

const textOf = ({ receipt, second, amount, party }: Event, balance: number) =>
  `${receipt} Confirmed. on ${spoken(second)} Ksh${money(amount)} received from 2547***${100 + (second % 900)} ${party}. New Account balance is Ksh${money(balance)}`;

/** What the bank received each next day: one credit came short, and one not at all. */
function bankOf(sweeps: readonly Line[], random: Random): { text: string; short: string[] } {
  const [short, lost] = random.shuffled(sweeps.slice(2, 18)).map(({ receipt }) => receipt);
  const rows = sweeps
    .filter(({ receipt }) => receipt !== lost)
    .map(({ receipt, second, change }) => {
      const [year, month, day] = parts(second + DAY);
      const amount = -change - (receipt === short ? 3_400 : 0);
      return `${year}-${two(month!)}-${two(day!)},MPESA SETTLEMENT TILL ${TILL_NUMBER},${money(amount)}`;
    });
  return { text: ['Date,Narration,Credit', ...rows, ''].join('\n'), short: [short!, lost!] };
}

/** How the bank's list is read. */
export const bankProfile: Profile = {
  name: 'Bench bank',
  use: 'payments',
  titles: ['Date', 'Narration', 'Credit'],
  columns: ['date', 'details', 'in'],
  dateOrder: 'year-month-day',
  decimal: '.',
  account: { kind: 'bank', shortcode: '0110022' },
};
