import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChainMessage, proveChains } from '#ledger/reconcile/proof/chain.ts';

const WALLET = 1;
const POCHI = 2;

const message = (id: number, said: Partial<ChainMessage>): ChainMessage => ({
  id,
  account: WALLET,
  kind: 'send_person',
  receipt: `UE5M${String(id).padStart(3, '0')}`,
  at: `2026-05-05T10:${String(id).padStart(2, '0')}:00+03:00`,
  day: null,
  amount: 0,
  fee: null,
  balance: null,
  ...said,
});

const proofOf = (messages: readonly ChainMessage[]) => proveChains(messages)[0]!.proof;

describe('a chain of messages', () => {
  test('holds with the fees it was charged', () => {
    const messages = [
      message(1, { amount: 50_000, balance: 80_000, kind: 'receive_person' }),
      message(2, { amount: -20_000, fee: 700, balance: 59_300 }),
      message(3, { amount: -9300, fee: 0, balance: 50_000, kind: 'paybill' }),
    ];
    expect(proofOf(messages)).toMatchObject({ holds: true, checked: 2, breaks: [] });
  });

  test('holds where Fuliza paid the rest: before − amount − fee + Fuliza = 0, and its own fee is not taken', () => {
    const messages = [
      message(1, { amount: 10_000, balance: 30_000, kind: 'receive_person' }),
      message(2, { amount: -100_000, fee: 1300, balance: 0, receipt: 'UE5FULIZA1' }),
      message(3, { amount: 71_300, fee: 713, kind: 'fuliza_draw', receipt: 'UE5FULIZA1', at: null }),
    ];
    expect(proofOf(messages).holds).toBe(true);
  });

  test('says what Fuliza must have paid where its message is missing', () => {
    const messages = [
      message(1, { amount: 10_000, balance: 30_000 }),
      message(2, { amount: -100_000, fee: 1300, balance: 0 }),
    ];
    expect(proofOf(messages).breaks).toMatchObject([
      { after: 1, before: 2, missing: { what: 'fuliza', direction: 'in', amount: 71_300 } },
    ]);
  });

  test('puts messages of one minute in the order in which they link', () => {
    const at = '2026-05-05T10:09:00+03:00';
    const messages = [
      message(1, { at, amount: -500, balance: 9000, receipt: 'UE5AAAAAA1' }),
      message(2, { at, amount: 2000, balance: 9500, receipt: 'UE5ZZZZZZ1' }),
      message(3, { amount: 7500, balance: 7500, at: '2026-05-05T10:00:00+03:00' }),
    ];
    expect(proofOf(messages)).toMatchObject({ holds: true, checked: 2 });
    expect(proofOf(messages.slice(0, 2)).holds).toBe(true);
  });

  test('lets a message without a time stand where it alone closes a gap', () => {
    const messages = [
      message(1, { amount: 40_000, balance: 40_000 }),
      message(2, { amount: -15_000, balance: 25_000, at: null, kind: 'fuliza_repay' }),
      message(3, { amount: -5000, balance: 20_000 }),
    ];
    expect(proofOf(messages)).toMatchObject({ holds: true, checked: 2 });
  });

  test('looks for it within its day only, and lets it come at the end of that', () => {
    const on = (day: number, id: number, said: Partial<ChainMessage>) =>
      message(id, { at: `2026-05-0${day}T10:${String(id).padStart(2, '0')}:00+03:00`, ...said });
    const repaid = message(4, { amount: -15_000, balance: 25_000, at: null, day: '2026-05-05', kind: 'fuliza_repay' });
    const before = [on(4, 1, { amount: 1, balance: 40_000 }), on(4, 2, { amount: -15_000, balance: 25_000 })];
    const back = on(4, 3, { amount: 15_000, balance: 40_000 });
    const behind = [on(5, 5, { amount: 2000, balance: 42_000 }), on(6, 6, { amount: -7000, balance: 20_000 })];
    expect(proofOf([repaid, ...before, back, ...behind])).toMatchObject({
      holds: false,
      breaks: [{ after: 5, before: 4, gap: -2000 }, { gap: 2000 }],
    });
    const atTheEnd = { ...repaid, balance: 27_000 };
    expect(proofOf([atTheEnd, ...before, back, ...behind])).toMatchObject({ holds: true, checked: 5 });
  });

  test('keeps the wallet and Pochi apart', () => {
    const messages = [
      message(1, { amount: 5000, balance: 90_000 }),
      message(2, { amount: 30_000, balance: 30_000, account: POCHI, kind: 'pochi_receive' }),
      message(3, { amount: 5000, balance: 95_000 }),
      message(4, { amount: 1000, balance: 31_000, account: POCHI, kind: 'pochi_receive' }),
    ];
    expect(proveChains(messages).map(({ account, proof }) => [account, proof.holds])).toEqual([
      [WALLET, true],
      [POCHI, true],
    ]);
  });
});

const chains = fc
  .array(
    fc.record({
      amount: fc.integer({ min: -500, max: 900 }).filter((amount) => amount !== 0),
      fee: fc.integer({ min: 0, max: 30 }),
    }),
    {
      minLength: 3,
      maxLength: 40,
    },
  )
  .map((moves) => {
    let balance = 1_000_000;
    return moves.map(({ amount, fee }, id) => message(id, { amount, fee, balance: (balance += amount - fee) }));
  })
  // A balance that comes back is a chain that could be told in two ways.
  .filter((messages) => new Set(messages.map((one) => one.balance)).size === messages.length);

const shuffled = chains.chain((messages) =>
  fc.record({ messages: fc.constant(messages), other: fc.shuffledSubarray(messages, { minLength: messages.length }) }),
);

test('every whole chain holds, in whatever order its messages come', () => {
  fc.assert(
    fc.property(shuffled, ({ messages, other }) => {
      expect(proofOf(messages)).toMatchObject({ holds: true, checked: messages.length - 1 });
      expect(proofOf(other)).toEqual(proofOf(messages));
    }),
  );
});

test('without any one message between its ends it breaks there, by what that message moved', () => {
  fc.assert(
    fc.property(chains, fc.nat(), (messages, place) => {
      const at = 1 + (place % (messages.length - 2));
      const lost = messages[at]!;
      fc.pre(lost.amount !== lost.fee);
      const { breaks } = proofOf(messages.toSpliced(at, 1));
      expect(breaks).toMatchObject([
        { after: messages[at - 1]!.id, before: messages[at + 1]!.id, gap: lost.amount - lost.fee! },
      ]);
    }),
  );
});
