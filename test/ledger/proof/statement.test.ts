import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prove, type ProofRow } from '#ledger/reconcile/proof/prove.ts';

const time = (minute: number) => `2026-05-05T10:${String(minute).padStart(2, '0')}:00+03:00`;

const row = (id: number, change: number, balance: number | null, receipt = `UE5R${id}`): ProofRow => ({
  id,
  receipt,
  change,
  balance,
  at: time(id),
});

const ends = { opening: 10_000, closing: null };

describe('a statement holds', () => {
  test.each([
    { says: 'where each balance follows', rows: [row(1, 500, 10_500), row(2, -300, 10_200)] },
    { says: 'where some rows print no balance', rows: [row(1, 500, null), row(2, -300, 10_200)] },
    { says: 'where a charge comes after its payment', rows: [row(1, 500, 10_500, 'R'), row(2, -5, 10_495, 'R')] },
    {
      says: 'where a charge stands before the payment it came after',
      rows: [row(1, -5, 10_495, 'R'), row(2, 500, 10_500, 'R')],
    },
    {
      says: 'where only the payment of a step prints a balance',
      rows: [row(1, 500, 10_500, 'R'), row(2, -5, null, 'R')],
    },
    { says: 'where both print the balance after both', rows: [row(1, 500, 10_495, 'R'), row(2, -5, 10_495, 'R')] },
  ])('$says', ({ rows }) => {
    expect(prove(rows, ends)).toMatchObject({ holds: true, breaks: [], rows: 2 });
    expect(prove(rows, { ...ends, closing: 10_000 + rows[0]!.change + rows[1]!.change }).holds).toBe(true);
  });
});

describe('a statement does not hold', () => {
  test('where nothing is printed to hold it against', () => {
    expect(prove([row(1, 500, null)], { opening: null, closing: null }).holds).toBe(false);
  });

  test('where a row is missing: between which two, and what it would have to say', () => {
    const rows = [row(1, 500, 10_500), row(2, -300, 11_450), row(3, -50, 11_400)];
    expect(prove(rows, ends).breaks).toEqual([
      {
        after: 1,
        before: 2,
        expected: 10_200,
        printed: 11_450,
        gap: 1250,
        missing: {
          what: 'movement',
          direction: 'in',
          amount: 1250,
          after: time(1),
          before: time(2),
          from: 10_500,
          to: 11_750,
        },
      },
    ]);
  });

  test('where it closes on another figure than its rows lead to', () => {
    expect(prove([row(1, 500, 10_500)], { ...ends, closing: 10_450 }).breaks).toMatchObject([
      { after: 1, before: null, gap: -50, missing: { direction: 'out', amount: 50 } },
    ]);
  });

  test('where a step prints a balance that is no way to its end', () => {
    const rows = [row(1, 500, 99, 'R'), row(2, -5, 10_495, 'R'), row(3, 5, 10_500)];
    expect(prove(rows, ends).breaks).toMatchObject([{ after: null, before: 1, printed: 99 }]);
  });
});

const statements = fc
  .array(
    fc.integer({ min: -500, max: 900 }).filter((change) => change !== 0),
    { minLength: 3, maxLength: 30 },
  )
  .map((changes) => {
    let balance = ends.opening;
    return changes.map((change, id) => row(id, change, (balance += change)));
  });

test('every unbroken statement holds, and what it moved is closing less opening', () => {
  fc.assert(
    fc.property(statements, (rows) => {
      const proof = prove(rows, { ...ends, closing: rows.at(-1)!.balance });
      expect(proof).toMatchObject({
        holds: true,
        checked: rows.length + 1,
        moved: rows.at(-1)!.balance! - ends.opening,
      });
    }),
  );
});

test('without any one of its rows it breaks once, by that row and at that place', () => {
  fc.assert(
    fc.property(statements, fc.nat(), (rows, place) => {
      const at = place % rows.length;
      const { breaks } = prove(rows.toSpliced(at, 1), { ...ends, closing: rows.at(-1)!.balance });
      expect(breaks).toHaveLength(1);
      expect(breaks[0]).toMatchObject({
        gap: rows[at]!.change,
        after: rows[at - 1]?.id ?? null,
        before: rows[at + 1]?.id ?? null,
      });
    }),
  );
});

test('with any one amount changed it breaks where the change is', () => {
  fc.assert(
    fc.property(statements, fc.nat(), fc.integer({ min: 1, max: 90_000 }), (rows, place, more) => {
      const at = place % rows.length;
      const edited = rows.with(at, { ...rows[at]!, change: rows[at]!.change + more });
      expect(prove(edited, ends).breaks).toMatchObject([{ before: rows[at]!.id, gap: -more }]);
    }),
  );
});
