import type { MovementKind } from '#contract/words.ts';
import { type Tariff, tariffs, tillTariff } from './tariffs.ts';

/** One payment and what it was charged, in positive cents. */
export type ChargedRow = {
  readonly id: number;
  readonly account: number;
  readonly kind: MovementKind;
  readonly at: string;
  readonly receipt: string | null;
  readonly party: string | null;
  readonly amount: number;
  readonly charges: number;
};

/** A charge unlike all others like it. `tariff`: by which the others go, in a word. */
export type OddCharge = { readonly row: ChargedRow; readonly usual: number; readonly tariff: string };

/** So many charges, nearly all of them alike, make a custom that one may be held against. */
const FEWEST = 20;
const ALIKE = 0.95;

/**
 * Payments that were charged otherwise than the others of the same account, kind and month. What is usual is a published
 * tariff or a share of the amount, but only one that nearly all of them bear out: where a tariff has changed, or is not
 * known, nothing is said.
 */
export function oddCharges(rows: readonly ChargedRow[]): OddCharge[] {
  const charged = rows.filter(({ charges }) => charges > 0);
  const alike = Map.groupBy(charged, ({ account, kind, at }) => `${account} ${kind} ${at.slice(0, 7)}`);
  return [...alike.values()].flatMap((of) => {
    if (of.length < FEWEST) return [];
    const custom = customs(of).find(
      ({ usual }) => of.filter((row) => usual(row) === row.charges).length >= of.length * ALIKE,
    );
    if (!custom) return [];
    const odd = of.filter((row) => custom.usual(row) !== row.charges);
    return odd.map((row) => ({ row, usual: custom.usual(row), tariff: custom.name }));
  });
}

type Custom = { readonly name: string; readonly usual: (row: ChargedRow) => number };

function customs(rows: readonly ChargedRow[]): Custom[] {
  const { kind, at } = rows[0]!;
  const inForce = tariffs.findLast((tariff) => tariff.kinds.includes(kind) && tariff.from <= at.slice(0, 10));
  return [...(inForce ? [ofBands(inForce)] : []), ...sharesOf(rows)];
}

const ofBands = ({ id, bands }: Tariff): Custom => ({
  name: id,
  usual: ({ amount }) => 100 * (bands.find(([top]) => amount <= top * 100)?.[1] ?? 0),
});

/** The shares that these charges come to: the middle one of those that no lid held down, to a hundredth of a percent. */
function sharesOf(rows: readonly ChargedRow[]): Custom[] {
  const open = rows.filter(({ amount, charges }) => amount > tillTariff.free && charges < tillTariff.most);
  // The larger the amount, the less the rounding to a cent shows.
  const large = open.toSorted((a, b) => b.amount - a.amount).slice(0, Math.max(5, open.length >> 1));
  const shares = large.map(({ amount, charges }) => charges / amount).toSorted((a, b) => a - b);
  const middle = shares[shares.length >> 1];
  if (middle === undefined) return [];
  const share = Math.round(middle * 10_000);
  return [{ name: `${share / 100} %`, usual: ({ amount }) => Math.min(rounded(amount * share), tillTariff.most) }];
}

/** Ten-thousandths of cents to cents, halves up, in whole numbers so that 3.575 is no 3.574999. */
const rounded = (tenThousandths: number): number => Math.floor((tenThousandths + 5_000) / 10_000);
