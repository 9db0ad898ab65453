import type { MovementKind } from '#contract/words.ts';

/** What one kind of payment costs, by its amount. Shillings, as the source prints them. */
export type Tariff = {
  readonly id: string;
  readonly kinds: readonly MovementKind[];
  /** The first day it was in force; it stands until the next one of its kind. */
  readonly from: string;
  /** Where it was published, and what was read there. */
  readonly source: string;
  /** The highest amount of each band and its charge, lowest first. */
  readonly bands: readonly (readonly [upTo: number, charge: number])[];
};

const bands = (tops: readonly number[], charges: readonly number[]): [number, number][] =>
  tops.map((top, at) => [top, charges[at]!]);

const tops = [100, 500, 1000, 1500, 2500, 3500, 5000, 7500, 10_000, 15_000, 20_000, 35_000, 50_000, 250_000];

const sent = ['send_person', 'send_person_nophone', 'send_number_only'] as const satisfies readonly MovementKind[];

/**
 * The tariffs of M-PESA in Kenya that were found in print, oldest first. A tariff accuses nobody by itself: `charges.ts`
 * goes by it only where nearly all of the book's own payments of that time bear it out.
 */
export const tariffs: readonly Tariff[] = [
  {
    id: 'send-2021',
    kinds: sent,
    from: '2021-01-01',
    source: 'hapakenya.com/2021/01/05/new-m-pesa-charges-effective-january-1-2021',
    bands: bands(tops, [0, 6, 12, 22, 32, 51, 55, 75, 87, 97, 102, 105, 105, 105]),
  },
  {
    id: 'send-2023',
    kinds: sent,
    from: '2023-07-29',
    source: 'mpesacharges.com (rates of 29 July 2023); kahawatungu.com, 20 January 2025 (the same)',
    bands: bands(tops, [0, 7, 13, 23, 33, 53, 57, 78, 90, 100, 105, 108, 108, 108]),
  },
  {
    id: 'withdraw-2023',
    kinds: ['withdraw_agent'],
    from: '2023-07-29',
    source: 'mpesacharges.com (rates of 29 July 2023); kahawatungu.com, 20 January 2025 (the table)',
    bands: bands(tops, [11, 29, 29, 29, 29, 52, 69, 87, 115, 167, 185, 197, 278, 309]),
  },
];

/**
 * A till's charge is a share of each payment above an amount, at most so much. The share was 0.5 % in November 2022
 * (techweez.com, 5 November 2022: “0.5% of transaction amount > 200, maximum charge Ksh 200”) and has been told as 0.25 %
 * and 0.55 % since, so it is read from the statement itself; only the form is taken from here. Cents.
 */
export const tillTariff = { free: 20_000, most: 20_000 } as const;
