import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, type AllocationInput } from '#ledger/reconcile/matching/allocate.ts';
import type { ExpectedRow, PaymentRow } from '#ledger/reconcile/matching/rows.ts';
import { suggest } from '#ledger/reconcile/matching/suggest.ts';
import { at, payment, sale } from './rows.ts';

/** Few amounts, few receipts, few minutes: so that almost everything collides with something. */
const amount = fc.constantFrom(5000, 10_000, 15_000, 20_000, 25_000);
const time = fc.tuple(fc.constantFrom(0, 8, 9, 23), fc.integer({ min: 0, max: 59 }), fc.constantFrom('05', '06'));
const moment = time.map(([hour, minute, day]) =>
  at(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, day),
);
const codes = ['UE5AB0CD1E', 'UE5ABOCD1E', 'UE5ABOCDIE', 'UE5XY7WN22', 'UE5XY7WN2Z', 'UE5XY7NW22', 'UE6KK1MM3P'];
const names = fc.option(fc.constantFrom('Asha Njeri', 'OTIENO', 'Nuru Bakery'));
const reference = fc.option(fc.constantFrom('INV-1', 'INV-2'), { freq: 1 });

const sales = fc
  .array(
    fc.record({
      kind: fc.constantFrom('sale', 'sale', 'sale', 'invoice'),
      account: fc.constantFrom(null, null, 1, 2),
      at: fc.option(moment, { freq: 9 }),
      precision: fc.constantFrom('minute', 'minute', 'day'),
      amount,
      customer: names,
      reference,
      receipt: fc.option(fc.constantFrom(...codes)),
    }),
    { maxLength: 24 },
  )
  .map((rows): ExpectedRow[] => rows.map((row, index) => sale(index + 1, row)));

const payments = fc
  .array(
    fc.record({
      account: fc.constantFrom(1, 1, 2),
      receipt: fc.option(fc.constantFrom(...codes), { freq: 1 }),
      amount,
      occurredAt: moment,
      precision: fc.constantFrom('second', 'second', 'minute', 'day'),
      party: names,
      accountRef: reference,
      standing: fc.constantFrom('seen', 'proved', 'proved', 'reversed', 'disputed'),
      back: fc.constantFrom(0, 0, 0, 100, 4_900),
    }),
    { maxLength: 24 },
  )
  .map((rows): PaymentRow[] =>
    rows.map(({ back, ...row }, index) => {
      const takenBack = row.standing === 'reversed' ? row.amount : back;
      return payment(index + 1, { ...row, takenBack, receipt: row.receipt ?? `UE7FREE${100 + index}` });
    }),
  );

const rejected = fc.array(
  fc.record({ expected: fc.integer({ min: 1, max: 24 }), payment: fc.integer({ min: 1, max: 24 }) }),
  { maxLength: 12 },
);

const books = fc
  .record({ expected: sales, payments, rejected })
  .map(({ rejected: no, ...rows }): AllocationInput => ({ ...rows, decided: { together: [], rejected: no } }));

const shuffled = books.chain((input) =>
  fc.record({
    input: fc.constant(input),
    other: fc
      .tuple(shuffleOf(input.expected), shuffleOf(input.payments))
      .map(([expected, paid]): AllocationInput => ({ ...input, expected, payments: paid })),
  }),
);

const shuffleOf = <Row>(rows: readonly Row[]) => fc.shuffledSubarray([...rows], { minLength: rows.length });

const sumBy = <Row>(rows: readonly Row[], of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);

const turned = (id: number) => 1000 - id;

const named = (result: ReturnType<typeof allocate>, of: (id: number) => number) =>
  result.matches
    .map(
      ({ rule, state, items }) =>
        `${state} ${rule} ${items
          .map(({ side, id }) => side + of(id))
          .toSorted()
          .join()}`,
    )
    .toSorted();

describe('whatever a book holds', () => {
  test('the order of its rows does not matter', () => {
    fc.assert(
      fc.property(shuffled, ({ input, other }) => {
        const [one, two] = [allocate(input), allocate(other)];
        expect(two).toEqual(one);
        expect(two.matches.map(({ evidence }) => evidence)).toEqual(one.matches.map(({ evidence }) => evidence));
        expect(suggest(other, two)).toEqual(suggest(input, one));
      }),
      { numRuns: 100 },
    );
  });

  test('the numbers of its rows do not matter', () => {
    fc.assert(
      fc.property(books, (input) => {
        const other = {
          expected: input.expected.map((row) => ({ ...row, id: turned(row.id) })),
          payments: input.payments.map((row) => ({ ...row, id: turned(row.id) })),
          decided: {
            together: [],
            rejected: input.decided!.rejected.map((pair) => ({
              expected: turned(pair.expected),
              payment: turned(pair.payment),
            })),
          },
        };
        expect(named(allocate(other), turned)).toEqual(named(allocate(input), (id) => id));
      }),
    );
  });

  test('what was accepted leaves nothing to match a second time', () => {
    fc.assert(
      fc.property(books, (input) => {
        const { matches } = allocate(input);
        const ids = (side: string, match: (typeof matches)[number]) =>
          match.items.filter((item) => item.side === side).map((item) => item.id);
        const together = matches.map((match) => ({
          expected: ids('expected', match),
          payments: ids('payment', match),
        }));
        const taken = new Set(matches.flatMap((match) => match.items.map((item) => `${item.side} ${item.id}`)));
        const again = allocate({ ...input, decided: { ...input.decided!, together } });
        for (const item of again.matches.flatMap((match) => match.items))
          expect(taken).not.toContain(`${item.side} ${item.id}`);
      }),
    );
  });

  test('no record stands in two matches, and none is allocated above its amount, or what stays of it', () => {
    fc.assert(
      fc.property(books, (input) => {
        const items = allocate(input).matches.flatMap((match) => match.items);
        expect(new Set(items.map((item) => `${item.side} ${item.id}`)).size).toBe(items.length);
        const stays = input.payments.map(({ id, amount: paid, takenBack }) => ({ id, amount: paid - takenBack }));
        const amounts = { expected: input.expected, payment: stays, credit: [] };
        for (const { side, id, allocated } of items) {
          const row = amounts[side].find((one) => one.id === id)!;
          expect(allocated).toBeGreaterThanOrEqual(0);
          expect(allocated).toBeLessThanOrEqual(row.amount);
        }
      }),
    );
  });

  test('both sides of a match are allocated the same, and what differs is its residual', () => {
    fc.assert(
      fc.property(books, (input) => {
        for (const { items, residual, rule } of allocate(input).matches) {
          const [due, paid] = ['expected', 'payment'].map((side) =>
            sumBy(
              items.filter((item) => item.side === side),
              (item) => item.allocated,
            ),
          );
          const back = sumBy(input.payments, ({ id, takenBack }) =>
            items.some((item) => item.side === 'payment' && item.id === id) ? takenBack : 0,
          );
          expect(due).toBe(paid);
          if (rule !== 'receipt-other-amount') expect([0, -back]).toContain(residual);
          else if (back === 0) expect(residual).not.toBe(0);
        }
      }),
    );
  });

  test('only a receipt or a reference confirms, and never a payment that was taken back or is disputed', () => {
    fc.assert(
      fc.property(books, (input) => {
        for (const { rule, state, items } of allocate(input).matches) {
          const paid = items
            .filter((item) => item.side === 'payment')
            .map((item) => input.payments.find((row) => row.id === item.id)!);
          for (const { standing } of paid) expect(standing).not.toBe('reversed');
          if (state !== 'confirmed') continue;
          expect(['receipt-and-amount', 'receipt-typo', 'reference-and-amount']).toContain(rule);
          for (const { standing } of paid) expect(['seen', 'confirmed', 'proved']).toContain(standing);
        }
      }),
    );
  });

  test('what a person rejected is neither matched nor suggested', () => {
    fc.assert(
      fc.property(books, (input) => {
        const result = allocate(input);
        for (const { expected, payment: paid } of input.decided!.rejected) {
          const together = result.matches.filter(
            ({ items }) =>
              items.some((item) => item.side === 'expected' && item.id === expected) &&
              items.some((item) => item.side === 'payment' && item.id === paid),
          );
          expect(together).toEqual([]);
          expect(suggest(input, result).filter((one) => one.expected === expected && one.payment === paid)).toEqual([]);
        }
      }),
    );
  });

  test('the open exceptions add up to all that is not confirmed, each record in exactly one', () => {
    fc.assert(
      fc.property(books, (input) => {
        const { matches, exceptions } = allocate(input);
        const confirmed = matches.filter((match) => match.state === 'confirmed').flatMap((match) => match.items);
        const unexplained =
          sumBy(input.expected, (row) => row.amount) +
          sumBy(input.payments, (row) => row.amount - row.takenBack) -
          sumBy(confirmed, (item) => item.allocated);
        expect(sumBy(exceptions, (one) => one.openExpected + one.openPayments)).toBe(unexplained);
        const told = exceptions.flatMap((one) => one.expected);
        expect(new Set(told).size).toBe(told.length);
        const paid = new Set(confirmed.flatMap((item) => (item.side === 'expected' ? [item.id] : [])));
        const short = matches.filter(({ state, residual }) => state === 'confirmed' && residual < 0);
        const shortOf = short.flatMap(({ items }) => items.filter(({ side }) => side === 'expected'));
        expect(told.length + paid.size).toBe(input.expected.length + shortOf.length);
      }),
    );
  });

  test('a sale has at most three suggestions, best first', () => {
    fc.assert(
      fc.property(books, (input) => {
        for (const [, of] of Map.groupBy(suggest(input, allocate(input)), (one) => one.expected)) {
          expect(of.length).toBeLessThanOrEqual(3);
          expect(of.map((one) => one.score)).toEqual(of.map((one) => one.score).toSorted((a, b) => b - a));
        }
      }),
    );
  });
});
