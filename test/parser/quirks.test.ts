import { describe, expect, test } from 'vitest';
import { parseMessage } from '#parser/parse.ts';
import type { Reading } from '#parser/reading.ts';

type Case = readonly [name: string, text: string, expected: Partial<Reading>];

const sent = (rest: string) => `UE53GU7P2F Confirmed. Ksh40.00 sent to ${rest}`;
const when = 'on 5/5/26 at 8:32 PM. New M-PESA balance is Ksh10.00. Transaction cost, Ksh0.00.';

describe('what known parsers get wrong', () => {
  const cases: readonly Case[] = [
    [
      'a deposit is not a payment: Give means money in',
      'UGK4UQ6S9D Confirmed. On 20/7/26 at 10:12 AM Give Ksh1,200.00 cash to Kilele Shop New M-PESA balance is Ksh1,300.00.',
      { kind: 'deposit_agent', direction: 'in', party: { name: 'Kilele Shop', phone: null, shortcode: null } },
    ],
    [
      'words of an offer do not choose the kind',
      sent(
        `ASHA NJERI 0712345001 ${when} Pay for Goods, Withdraw & Send money Worry FREE! Join FULIZA, reversed Ksh900.00`,
      ),
      { kind: 'send_person', amount: 40_00 as Reading['amount'] },
    ],
    [
      'the day a Fuliza is due is not the day it was drawn',
      'UCI4RQ8YR2 Confirmed. Fuliza M-PESA amount is Ksh 71.84. Access Fee charged Ksh 0.72. Total Fuliza M-PESA outstanding amount is Ksh239.23 due on 15/04/26.',
      { kind: 'fuliza_draw', occurredAt: null, due: '2026-04-15', fee: 72 as Reading['fee'] },
    ],
    [
      'names are not only A to Z',
      sent(`0TIENO  NDUNG'U-CH*EGE (ss) & sons #3 0712345001 ${when}`),
      { party: { name: "0TIENO  NDUNG'U-CH*EGE (ss) & sons #3", phone: '0712345001', shortcode: null } },
    ],
    [
      'amounts need no cents',
      sent('ASHA 0712345001 on 5/5/26 at 8:32 PM. New M-PESA balance is Ksh3,700.'),
      { balance: 3_700_00 as Reading['balance'] },
    ],
    ['the month is not counted from zero', sent(`ASHA ${when}`), { occurredAt: '2026-05-05T20:32:00+03:00' }],
    ['12 AM is midnight', sent('ASHA on 5/5/26 at 12:09 AM.'), { occurredAt: '2026-05-05T00:09:00+03:00' }],
    ['12 PM is noon', sent('ASHA on 5/5/26 at 12:02 PM.'), { occurredAt: '2026-05-05T12:02:00+03:00' }],
    [
      'a fee keeps its digits',
      sent('ASHA on 5/5/26 at 8:32 PM. New M-PESA balance is Ksh1.00. Transaction cost, Ksh108.00.'),
      { fee: 108_00 as Reading['fee'] },
    ],
    ['a receipt may be letters alone', `UEABCDEFGH Confirmed. Ksh1.00 sent to ASHA ${when}`, { receipt: 'UEABCDEFGH' }],
    [
      'an amount without commas is not a receipt',
      `Ksh100000.00 sent to ASHA WERU 0712345678 ${when} New M-PESA balance is Ksh1.00.`,
      { receipt: null, kind: 'send_person', amount: 100_000_00 as Reading['amount'] },
    ],
    [
      'a word is not a receipt',
      `Confirmed. Ksh 5.00 from your M-PESA has been used to fully pay your outstanding Fuliza M-PESA.`,
      { receipt: null, kind: 'fuliza_repay' },
    ],
    [
      'a number in a name is not a phone',
      'UHA5LH41O0 Confirmed. Ksh195.00 paid to CAFE 0712345001 LTD 2024. on 10/8/26 at 8:58 PM.New M-PESA balance is Ksh5.00.',
      { kind: 'buy_goods', party: { name: 'CAFE 0712345001 LTD 2024', phone: null, shortcode: null } },
    ],
    [
      'for account and on in a reference',
      'UG84CV0EFE Confirmed. Ksh1.00 sent to DTB Account for account rent on 1/5/26 for New on 8/5/26 at 9:05 AM New M-PESA balance is Ksh6.98.',
      { kind: 'paybill', accountRef: 'rent on 1/5/26 for New', occurredAt: '2026-05-08T09:05:00+03:00' },
    ],
    [
      'a whole moment in a reference',
      'UG84CV0EFE Confirmed. Ksh1.00 sent to DTB for account gift on 1/5/26 at 8:00 AM party on 8/5/26 at 9:05 AM New M-PESA balance is Ksh6.98.',
      { accountRef: 'gift on 1/5/26 at 8:00 AM party', occurredAt: '2026-05-08T09:05:00+03:00' },
    ],
    [
      'an agent called New',
      'UFM0QX8K3J Confirmed.on 22/6/26 at 9:34 PMWithdraw Ksh310.00 from 031824 - New M-PESA balance Shop; New M-PESA balance is Ksh574.15.',
      { kind: 'withdraw_agent', party: { name: 'New M-PESA balance Shop', phone: null, shortcode: '031824' } },
    ],
    [
      'another wallet opens with a code too',
      'V3QHT5XTD1A. Ksh 40 sent to ASHA on 27/08/2026 at 08:00.',
      { outcome: 'unrecognised', receipt: null },
    ],
    [
      'a payment that was taken back is not sent',
      sent('ASHA NJERI has been reversed on 5/5/26 at 8:32 PM. New M-PESA balance is Ksh5.00.'),
      { kind: 'reversal_credited', direction: 'in', party: { name: 'ASHA NJERI', phone: null, shortcode: null } },
    ],
    [
      'an agent pays somebody who is not registered out of the float',
      'OA34OGB3N1 Confirmed.On 3/1/20 at 11:18 AM.Give Ksh5,100.00 cash to +254734373001.New M-PESA float balance is Ksh23,103.00',
      { account: 'agent', balance: null, party: { name: null, phone: '+254734373001', shortcode: null } },
    ],
    [
      'a text cut in the balance',
      sent('ASHA on 5/5/26 at 8:32 PM. New M-PESA balance is...'),
      { kind: 'send_person_nophone', balance: null },
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(parseMessage(text)).toMatchObject(expected);
  });
});

describe('quirks of spelling', () => {
  const amounts = [
    'Ksh1,050.00',
    'Ksh 1050',
    'Ksh. 1,050.0',
    'KSH1050.00',
    'Kshs. 1050.0',
    'KES 1,050.00',
    'KES.1050',
    '1,050 KES',
    '1050Ksh',
    'Ksh Ksh1,050.00',
    'KSH.1050',
  ];
  test.each(amounts)('the amount %s', (amount) => {
    expect(parseMessage(`UE53GU7P2F Confirmed. ${amount} sent to ASHA ${when}`)).toMatchObject({
      amount: 1_050_00,
      party: { name: 'ASHA' },
    });
  });

  const openings = [
    'UE53GU7P2F Confirmed. ',
    'UE53GU7P2F confirmed.',
    'UE53GU7P2F Confirmed, ',
    'UE53GU7P2F Confirmed . ',
    'UE53GU7P2F  CONFIRMED ',
    'UE53GU7P2F\nConfirmed.\n',
    'UE53GU7P2FConfirmed. ',
    '\u00a0UE53GU7P2F\u00a0Confirmed.\u00a0',
    '"UE53GU7P2F Confirmed. ',
    '\ufeffUE53GU7P2F Confirmed. ',
  ];
  test.each(openings)('the opening %j', (opening) => {
    expect(parseMessage(`${opening}Ksh40.00 sent to ASHA  NJERI 0712345001 ${when}`)).toMatchObject({
      rule: 'mpesa-ke/send-person',
      receipt: 'UE53GU7P2F',
      party: { name: 'ASHA  NJERI', phone: '0712345001' },
    });
  });

  const moments: readonly (readonly [string, string])[] = [
    ['on 1/1/21 at 5:9 PM', '2021-01-01T17:09:00+03:00'],
    ['on 14/05/2024  at 09:50 PM', '2024-05-14T21:50:00+03:00'],
    ['on 8/7/19  4:42 PM', '2019-07-08T16:42:00+03:00'],
    ['on 8/7/19 at 7:00PM', '2019-07-08T19:00:00+03:00'],
    ['on 9th Jul 2026 at 2:33 pm', '2026-07-09T14:33:00+03:00'],
    ['on 31 Mar 2025 at 19:04 EAT', '2025-03-31T19:04:00+03:00'],
    ['on 15-JUN-24 at 2:30 PM', '2024-06-15T14:30:00+03:00'],
    ['on 2026-06-14 03:46:55', '2026-06-14T03:46:55+03:00'],
  ];
  test.each(moments)('the moment %s', (printed, occurredAt) => {
    expect(parseMessage(sent(`ASHA 0712345001 ${printed}.`))).toMatchObject({ occurredAt });
  });

  const phones = [
    '0712345001',
    '0113000001',
    '254712345001',
    '+254712345001',
    '0711 111 111',
    '+254 711 111 111',
    '0711-111-111',
    '0711  111  111',
    '07xx***211',
    '0725***211',
    '254723***660',
    '0792',
  ];
  test.each(phones)('the phone %s', (phone) => {
    expect(parseMessage(sent(`ASHA NJERI ${phone} ${when}`)).party).toEqual({
      name: 'ASHA NJERI',
      phone,
      shortcode: null,
    });
  });

  const references = [
    '1753950# A25',
    '497456#Kilele_44',
    '8238-DEP',
    '00001-001-124004-002',
    'throttle repair',
    'with 2  spaces',
    '254712345001',
    'BAOBAB *Books 2024   b.co/help#US',
  ];
  test.each(references)('the reference %s', (reference) => {
    expect(
      parseMessage(sent(`MAJI LTD for account ${reference} on 5/5/26 at 8:32 PM New M-PESA balance is Ksh1.00.`)),
    ).toMatchObject({
      kind: 'paybill',
      accountRef: reference,
    });
  });

  test('words glued to one another', () => {
    expect(
      parseMessage(
        'FP87KA111 Confirmed. You have received Ksh2,000.00 fromASHA NJERI 254703647001on 3/9/14 at 8:51 PMNew M-PESA balance is Ksh2,005.00.PIN YAKO SIRI YAKO',
      ),
    ).toMatchObject({
      party: { name: 'ASHA NJERI', phone: '254703647001' },
      balance: 2_005_00,
      occurredAt: '2014-09-03T20:51:00+03:00',
    });
  });
});

test.each(['M-PESA', 'MPESA', 'M-Pesa', 'M PESA', 'M- PESA'])('%s is one word however it is written', (name) => {
  const text = `OAV6OW1B9N  Confirmed. Ksh30.00 transferred to M-Shwari account on 31/1/20 at 6:27 PM. ${name} balance is Ksh59.61 .`;
  expect(parseMessage(text)).toMatchObject({ kind: 'mshwari_deposit', balance: 59_61 });
  expect(
    parseMessage(`Insufficient funds in your ${name} account as well as Fuliza ${name} to send Ksh5.00.`),
  ).toMatchObject({
    kind: 'failed_insufficient',
    amount: 5_00,
  });
});

test.each(['M-PESA: ', 'MPESA ', 'Fwd: ', '> Fwd: M-PESA: '])(
  'what copying puts before a receipt is passed over: %s',
  (before) => {
    const text = before + sent(`ASHA ${when}`);
    expect(parseMessage(text)).toMatchObject({ receipt: 'UE53GU7P2F', kind: 'send_person_nophone' });
  },
);

test('before a message without a receipt the sender has a colon', () => {
  const cancelled = 'You have cancelled the transaction of Ksh50.00.';
  expect(parseMessage(`M-PESA: ${cancelled}`)).toMatchObject({ outcome: 'notice', kind: 'cancelled' });
  expect(parseMessage(`M-PESA ${cancelled}`)).toMatchObject({ outcome: 'unrecognised' });
});

test('a full stop of its own ends a name, that of the wording does not', () => {
  const paid = (name: string) =>
    parseMessage(`UHA5LH41O0 Confirmed. Ksh5.00 paid to ${name} on 10/8/26 at 8:58 PM.New M-PESA balance is Ksh5.00.`)
      .party.name;
  expect(paid('KILELE LTD.')).toBe('KILELE LTD');
  expect(paid('KILELE LTD..')).toBe('KILELE LTD.');
  expect(paid('KILELE LTD  .')).toBe('KILELE LTD');
  expect(parseMessage(sent(`KILELE LTD. 0712345001 ${when}`)).party.name).toBe('KILELE LTD.');
});

test.each([
  'Ksh500.00 sent to me on 5/5/26 at 8:32 PM',
  'You have received Ksh500.00 from Mum on 5/6/26 at 9:00 AM.',
  'Confirmed. See you at 5 PM on Monday.',
  'Please send Ksh1,000 to 0712345001 for the chama',
  'Win Ksh100,000! Pay with Lipa Na M-PESA. New M-PESA balance is Ksh100,000.',
  'Failed my exam. My account is empty.',
])('what people say of money is no payment: %s', (text) => {
  expect(parseMessage(text)).toMatchObject({ outcome: 'unrecognised', amount: null });
});

test('an export may have cut the opening off, if a balance shows whose words they are', () => {
  expect(parseMessage(`Ksh40.00 sent to ASHA ${when}`)).toMatchObject({ kind: 'send_person_nophone', receipt: null });
});

test.each([
  ['254703091001 Asha Njeri', { name: 'Asha Njeri', phone: '254703091001', shortcode: null }],
  ['254114605001 7567001 - ASHA NJERI', { name: 'ASHA NJERI', phone: '254114605001', shortcode: '7567001' }],
  ['5176001 - KILELE ENERGY LIMITED', { name: 'KILELE ENERGY LIMITED', phone: null, shortcode: '5176001' }],
  ['- 5176001 - KILELE ENERGY', { name: 'KILELE ENERGY', phone: null, shortcode: '5176001' }],
  ['220001-Kilele Ltd:Fuel 20 liters', { name: 'Kilele Ltd:Fuel 20 liters', phone: null, shortcode: '220001' }],
  ['3033001-KILELE B2C.:ASHA NJERI', { name: 'KILELE B2C.:ASHA NJERI', phone: null, shortcode: '3033001' }],
  [
    '488001-Kilele Bank:Payment by 254782022001',
    { name: 'Kilele Bank:Payment by', phone: '254782022001', shortcode: '488001' },
  ],
])('who paid a till: %s', (payer, party) => {
  const text = `TLL1Y1QN01 Confirmed.on 21/12/25 at 1:07 PMKsh500.00 received from ${payer}. New Account balance is Ksh20,500.00. Transaction cost, Ksh2.75.`;
  expect(parseMessage(text)).toMatchObject({ kind: 'merchant_till_receive', party, balances: { merchant: 2_050_000 } });
});

test.each([
  ['ASHA\nNJERI', 'ASHA NJERI'],
  ['ASHA \r\n NJERI', 'ASHA NJERI'],
  ['ASHA\tNJERI', 'ASHA NJERI'],
  ['ASHA\u00a0NJERI', 'ASHA NJERI'],
  ['AS\u200bHA NJERI', 'ASHA NJERI'],
  ['ASHA  NJERI', 'ASHA  NJERI'],
])('a name is what is printed of it, on one line: %j', (written, name) => {
  const text = sent(`${written} ${when}`);
  const { party, spans } = parseMessage(text);
  expect(party.name).toBe(name);
  expect(spans.map(({ slot, start, end }) => [slot, text.slice(start, end)])).toContainEqual(['name', written]);
});

test('a reference is what is printed of it, on one line', () => {
  const text = `UE54FCWM9Y Confirmed. Ksh40.00 sent to KILELE POWER for account HOUSE\n12 B ${when}`;
  expect(parseMessage(text)).toMatchObject({ kind: 'paybill', accountRef: 'HOUSE 12 B' });
});

describe('notes', () => {
  const codes = (text: string) => parseMessage(text).notes.map(({ code }) => code);
  test('the day a receipt encodes differs from the printed one', () => {
    expect(codes(sent(`ASHA ${when}`))).toEqual([]);
    expect(codes(sent('ASHA on 6/5/26 at 8:32 PM.'))).toEqual(['receipt-date-differs']);
  });
  test('letters that look like ours, and characters that print nothing', () => {
    expect(codes(sent(`АSHA ${when}`))).toEqual(['look-alike-characters']);
    expect(codes(sent(`ASHA\u200b ${when}`))).toEqual(['invisible-characters']);
    expect(codes(sent(`ASHA\u00a0${when}`))).toEqual([]);
  });
  test('a fee larger than the amount, a balance below zero', () => {
    expect(
      codes(sent('ASHA on 5/5/26 at 8:32 PM. New M-PESA balance is Ksh-1.00. Transaction cost, Ksh41.00.')),
    ).toEqual(['fee-exceeds-amount', 'negative-balance']);
  });
  test('a message that was cut off', () => {
    expect(codes(sent('ASHA on 5/5/26 at 8:32 PM. New M-PESA bal'))).toEqual(['truncated']);
    expect(codes('UE53GU7P2F Confirmed. Ksh40.00 sent to ASHA on 5/5/26 at')).toEqual(['truncated']);
  });
  test.each<[cut: string, values: Partial<Reading>]>([
    ['New M-PESA balance is Ksh8', { balance: null }],
    ['New M-PESA balance is Ksh8,01', { balance: null }],
    ['New M-PESA balance is Ksh8,016.0', { balance: null }],
    ['New M-PESA balance is Ksh8,016.', { balance: 8_016_00 as Reading['balance'] }],
    [
      'New M-PESA balance is Ksh8,016.00. Transaction cost, Ksh1',
      { balance: 8_016_00 as Reading['balance'], fee: null },
    ],
  ])('a value that the end cuts in two is no value: %s', (cut, values) => {
    expect(parseMessage(sent(`ASHA on 5/5/26 at 8:32 PM. ${cut}`))).toMatchObject(values);
    if (Object.values(values).includes(null))
      expect(codes(sent(`ASHA on 5/5/26 at 8:32 PM. ${cut}`))).toEqual(['truncated']);
  });
  test.each(['8:3', '8:32', '8:32 ', '8:32 P'])('a time cut to %j says the day alone', (time) => {
    expect(parseMessage(sent(`ASHA on 5/5/26 at ${time}`))).toMatchObject({
      occurredAt: '2026-05-05T00:00:00+03:00',
      precision: 'day',
      notes: [{ code: 'truncated' }],
    });
  });
  test('an agent is not called by the balance that was cut off', () => {
    const cut =
      'UGK4UQ6S9D Confirmed. On 20/7/26 at 10:12 AM Give Ksh1,200.00 cash to Kilele Shop New M-PESA balance is';
    expect(parseMessage(cut)).toMatchObject({ party: { name: 'Kilele Shop' }, notes: [{ code: 'truncated' }] });
  });
});

describe('what is said where nothing was read', () => {
  test('the furthest place, the nearest rule and what was expected there', () => {
    const text = 'UE53GU7P2F Confirmed. Ksh100.00 sent to ASHA 0712345001 on 15/13/26 at 2:30 PM.';
    expect(parseMessage(text).expected).toMatchObject({
      at: text.indexOf('15/13'),
      expected: ['a date (d/m/yy)'],
      sentence: 'After `sent to ASHA 0712345001 on` I expected a date (d/m/yy).',
    });
  });
  test('a day that no month has, whatever words come after it', () => {
    const text = sent(
      'ASHA 0712345001 on 31/2/26 at 1:30 PM. New M-PESA balance is Ksh7.00. Transaction cost, Ksh7.00.',
    );
    expect(parseMessage(text).expected?.sentence).toBe(
      'After `sent to ASHA 0712345001 on` I expected a date (d/m/yy).',
    );
  });
  test('the ways on after an amount', () => {
    const { sentence = '' } = parseMessage('UE53GU7P2F Confirmed. Ksh500.00 flown to ASHA').expected ?? {};
    expect(sentence).toMatch(/^After `UE53GU7P2F Confirmed. Ksh500.00` I expected .*`sent to`/);
  });
  test('nothing, and something else altogether', () => {
    expect(parseMessage('').expected?.sentence).toBe('There is no text.');
    expect(parseMessage('See you tomorrow').expected?.sentence).toBe('This does not begin like any message I know.');
  });
});

test('an unknown offer right after a balance is not part of the name before it', () => {
  expect(
    parseMessage(
      'UGK4UQ6S9D Confirmed. On 20/7/26 at 10:12 AM Give Ksh1,200.00 cash to Kilele Shop New M-PESA balance is Ksh1,300.00 Zawadi kwa wote',
    ),
  ).toMatchObject({ party: { name: 'Kilele Shop' }, balance: 1_300_00 });
});
