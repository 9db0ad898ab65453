import { describe, expect, test } from 'vitest';
import { moveInputs } from '#contract/move.ts';
import type { Move } from '#contract/provider.ts';
import { leaves, phoneOf, phonesOf } from '#renderer/components/services/order.ts';
import { moves } from '#renderer/components/services/use-linked.ts';
import { fieldsOf, type Filled, orderOf, typedOf } from '#renderer/features/links/order-fields.ts';

const good: Filled = {
  phone: '0711 222 333',
  phones: '0711222333\n+254 722 333 444, 0711-222-333',
  amount: '1,250.50',
  reference: 'Order 17',
  transaction: '90417',
  text: 'Received with thanks',
};

describe.each(moves)('%s', (move) => {
  const made = orderOf(move, good);

  test('what is typed becomes an input that the contract takes', () => {
    expect(made.ok && moveInputs[move].safeParse(made.order.input).success).toBe(true);
  });

  test('every field that is needed is asked for, and left empty it is named', () => {
    for (const field of fieldsOf(move)) {
      const without = orderOf(move, { ...good, [field]: '' });
      const optional = ['description', 'remarks', 'occasion', 'command'].includes(field);
      expect(without.ok ? null : without.amiss).toBe(optional ? null : field);
    }
  });

  test('the confirmation shows whom it reaches and the amount to the cent', () => {
    if (!made.ok) throw new Error(made.amiss);
    const { amount, who } = made.order;
    expect(amount).toBe(fieldsOf(move).includes('amount') ? 125_050 : null);
    expect(who).toEqual(
      move === 'reverse' ? ['90417'] : move === 'send-bulk-sms' ? ['0711222333', '254722333444'] : ['0711222333'],
    );
  });
});

test('every move of the contract can be switched on, and money that leaves is typed again', () => {
  expect([...moves].toSorted()).toEqual((Object.keys(moveInputs) as Move[]).toSorted());
  expect(moves.filter(leaves)).toEqual(['send-money', 'send-airtime', 'reverse']);
});

test.each([
  ['0711222333', '0711222333'],
  ['254 711 222 333', '254711222333'],
  ['+254711222333', '254711222333'],
  ['0711***333', null],
  ['711222333', null],
  ['0211222333', null],
  ['', null],
])('phone %j', (typed, phone) => expect(phoneOf(typed)).toBe(phone));

test('one wrong number in a list is never left out', () => {
  expect(phonesOf('0711222333, 0711***333')).toBeNull();
  expect(phonesOf('')).toBeNull();
});

test.each(['0.99', '1000000.01', '-5', 'ten', '10.001'])('no order of %s shillings', (amount) => {
  expect(orderOf('request-payment', { ...good, amount })).toEqual({ ok: false, amiss: 'amount' });
});

test('what was confirmed is shown again field by field', () => {
  const made = orderOf('send-money', { ...good, remarks: 'March rent' });
  if (!made.ok) throw new Error(made.amiss);
  expect(typedOf(JSON.stringify(made.order.input))).toEqual([
    ['phone', '0711222333'],
    ['command', 'BusinessPayment'],
    ['remarks', 'March rent'],
  ]);
});
