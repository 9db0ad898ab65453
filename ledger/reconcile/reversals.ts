import { amountOf, type Gathered } from './gather.ts';

/** How much of a payment was taken back, in positive cents, and the first reversal that says so. */
export type TakenBack = { readonly reversal: Gathered | null; readonly takenBack: number };

/**
 * A function from a payment to what was taken back of it. Several reversals of parts add up, never to more than the
 * payment; a reversal that was itself taken back has taken nothing.
 */
export function reversalFinder(gathered: readonly Gathered[]): (payment: Gathered) => TakenBack {
  const found = reversalsOf(gathered);

  function taken(payment: Gathered, above: readonly Gathered[]): TakenBack {
    // What shares its receipt with the payment it takes back cannot be named by that receipt.
    const names = payment.receipt === null || payment.reverses === payment.receipt ? undefined : keyOf(payment);
    const reversals = (found.get(names ?? '') ?? []).filter((one) => one !== payment && !above.includes(one));
    const parts = reversals.map((one) => Math.abs(amountOf(one)) - taken(one, [...above, payment]).takenBack);
    const sum = parts.reduce((total, part) => total + part, 0);
    return { reversal: reversals[0] ?? null, takenBack: Math.min(Math.abs(amountOf(payment)), sum) };
  }
  return (payment) => (found.size === 0 ? nothing : taken(payment, []));
}

const nothing: TakenBack = { reversal: null, takenBack: 0 };
const keyOf = ({ account, receipt }: Gathered) => `${account} ${receipt}`;

/** What takes a receipt back, by account and receipt, in an order that no order of imports shows in. */
function reversalsOf(gathered: readonly Gathered[]): Map<string, Gathered[]> {
  const reversals = gathered.filter(({ reverses }) => reverses !== null);
  const named = new Set(reversals.map(({ reverses }) => reverses));
  const payments = Map.groupBy(
    gathered.filter(({ receipt }) => named.has(receipt)),
    ({ receipt }) => receipt,
  );
  const found = Map.groupBy(reversals, (one) => placeOf(one, payments.get(one.reverses) ?? []));
  for (const some of found.values()) some.sort((a, b) => (a.key < b.key ? -1 : 1));
  return found;
}

/**
 * Where a reversal takes its receipt back: in its own account, or, where that never had it, in the only other one to which
 * it went the other way. A message and a provider's answer do not always know a till from a paybill or a wallet.
 */
function placeOf(reversal: Gathered, payments: readonly Gathered[]): string {
  const { account, reverses, main } = reversal;
  const own = `${account} ${reverses}`;
  if (!main.kind.startsWith('reversal_') || payments.some((payment) => payment.account === account)) return own;
  const sign = Math.sign(amountOf(reversal));
  const [other, ...more] = payments.filter((payment) => Math.sign(amountOf(payment)) === -sign);
  return other && more.length === 0 ? keyOf(other) : own;
}
