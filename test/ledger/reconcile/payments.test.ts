import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '#contract/payment.ts';
import type { Read } from '#ledger/imports/importer.ts';
import { at, openShop, type Payment, row, type Shop, shillings, statement, text } from '../shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const code = 'UC5AA00001';
const noon = at('12:00:20');
/** Messages before and after, so that one at noon is to be expected; on the statement too. */
const frame = {
  texts: [text('UC5AA0000A', 5, at('8:00')), text('UC5AA0000Z', 5, at('20:00'))],
  rows: [row('UC5AA0000A', 5, at('8:00')), row('UC5AA0000Z', 5, at('20:00'))],
};
const unproved = { totalIn: null, totalOut: null };
const reversal = row('UC5AA00009', -700, at('15:00'), { kind: 'reversal_debited', linkedReceipt: code });
const aPart = row('UC5AA00008', -200, at('15:00'), { kind: 'reversal_debited', linkedReceipt: code });
const fee = row(code, -3.85, noon, { kind: 'charge' });

type Case = [
  name: string,
  messages: Read[],
  rows: Read[],
  facts: Parameters<typeof statement>[1],
  expected: Partial<Payment> & { finding?: Finding },
];
const cases: Case[] = [
  [
    'only a message, before any statement covers it',
    [text(code, 700, noon)],
    [],
    { period: { from: at('0:00', 4), to: at('23:59:59', 4) } },
    { standing: 'seen', finding: 'seen', exception: null, pass: null },
  ],
  [
    'a message and its row',
    [text(code, 700, noon)],
    [row(code, 700, noon)],
    {},
    { standing: 'proved', finding: 'agree', exception: null, pass: 'receipt-and-amount' },
  ],
  [
    'the same on a statement that proves nothing',
    [text(code, 700, noon)],
    [row(code, 700, noon)],
    unproved,
    { standing: 'confirmed', finding: 'agree', exception: null },
  ],
  [
    'a row with its charge',
    [text(code, 700, noon)],
    [row(code, 700, noon), fee],
    {},
    { standing: 'proved', amount: shillings(700), charges: shillings(3.85), statementAmount: shillings(700) },
  ],
  [
    'a row without a message',
    [],
    [row(code, 700, noon)],
    {},
    { standing: 'proved', finding: 'no-message', exception: 'no-message', messageAmount: null },
  ],
  [
    'a message without a row, where a proved statement covers it',
    [text(code, 700, noon)],
    [],
    {},
    { standing: 'disputed', finding: 'not-on-statement', exception: 'not-on-statement', statementAmount: null },
  ],
  [
    'a message without a row, where a statement only claims to',
    [text(code, 700, noon)],
    [],
    unproved,
    { standing: 'seen', finding: 'seen', exception: null },
  ],
  [
    'a message in the last minute of a statement that ends within it',
    [text(code, 700, at('23:59'))],
    [],
    { period: { from: at('0:00'), to: at('23:59:30') } },
    { standing: 'seen', finding: 'seen' },
  ],
  [
    'another amount',
    [text(code, 700, noon)],
    [row(code, 900, noon)],
    {},
    {
      standing: 'disputed',
      finding: 'amounts-differ',
      exception: 'amounts-differ',
      pass: 'receipt-other-amount',
      amount: shillings(900),
      messageAmount: shillings(700),
    },
  ],
  [
    'taken back after the sale',
    [text(code, 700, noon)],
    [row(code, 700, noon), reversal],
    {},
    { standing: 'reversed', finding: 'reversed', exception: 'reversed-after-sale', takenBack: shillings(700) },
  ],
  [
    'taken back in part: what stays is proved',
    [text(code, 700, noon)],
    [row(code, 700, noon), aPart],
    {},
    { standing: 'proved', finding: 'agree', exception: 'reversed-after-sale', takenBack: shillings(200) },
  ],
  [
    'taken back in part, and its witnesses differ',
    [text(code, 750, noon)],
    [row(code, 700, noon), aPart],
    {},
    { standing: 'disputed', finding: 'amounts-differ', exception: 'amounts-differ', takenBack: shillings(200) },
  ],
  [
    'a reversal that was itself taken back',
    [text(code, 700, noon)],
    [
      row(code, 700, noon),
      reversal,
      row('UC5AA00010', 700, at('16:00'), { kind: 'reversal_credited', linkedReceipt: 'UC5AA00009' }),
    ],
    {},
    { standing: 'proved', finding: 'agree', exception: null },
  ],
  [
    'two messages that contradict one another, one of them right',
    [text(code, 700, noon), text(code, 750, noon)],
    [row(code, 700, noon)],
    {},
    { standing: 'proved', exception: 'messages-conflict', messageAmount: shillings(700) },
  ],
  [
    'two messages that contradict one another, and no row',
    [text(code, 700, noon), text(code, 750, noon)],
    [],
    unproved,
    { standing: 'disputed', finding: 'seen', exception: 'messages-conflict' },
  ],
  [
    'a receipt of another day',
    [text('UC1AA00001', 700, noon)],
    [row('UC1AA00001', 700, noon)],
    {},
    { standing: 'proved', finding: 'agree', exception: 'receipt-date-differs' },
  ],
];

/** The receipt of the first thing that was read. */
function receiptOf([first]: readonly Read[]): string {
  if (first?.as === 'message') return first.text.slice(0, code.length);
  if (first?.as === 'movement' && first.movement.receipt !== null) return first.movement.receipt;
  throw new Error('The case is about no receipt.');
}

describe('one payment', () => {
  test.each(cases)('%s', async (_, messages, rows, facts, expected) => {
    await shop.import([...frame.texts, ...messages]);
    await shop.import(statement([...frame.rows, ...rows], facts));
    const { finding, ...said } = expected;
    const about = receiptOf([...messages, ...rows]);
    expect(shop.payment(about)).toMatchObject(said);
    if (finding) expect(shop.payments({ finding }).map(({ receipt }) => receipt)).toContain(about);
  });

  test('a settlement, a charge and a reversal need no message', async () => {
    const sweep = row('UC5AA00005', -900, at('19:00'), { kind: 'settlement' });
    await shop.import(frame.texts);
    await shop.import(statement([...frame.rows, row(code, 700, noon), fee, reversal, sweep]));
    const found = shop.reconciliation();
    expect(found.by_exception).toMatchObject({
      'no-message': { count: 0 },
      'reversed-after-sale': { count: 1, cents: shillings(700) },
    });
    expect(shop.payment('UC5AA00005')).toMatchObject({ direction: 'none', standing: 'proved', exception: null });
    expect(found.accounts[0]!.explanation).toEqual(
      expect.arrayContaining([
        { reason: 'settlement', count: 1, cents: shillings(-900) },
        { reason: 'charges', count: 1, cents: shillings(-3.85) },
        { reason: 'reversal', count: 1, cents: shillings(-700) },
        { reason: 'no-message', count: 1, cents: shillings(700) },
      ]),
    );
  });

  test('a statement alone accuses nobody', async () => {
    await shop.import(statement([row(code, 700, noon)]));
    expect(shop.payment(code)).toMatchObject({ standing: 'proved', exception: null });
    expect(shop.payments({ finding: 'no-message' })).toHaveLength(1);
  });

  test('a reversal is told with what it takes back, both ways', async () => {
    await shop.import(statement([row(code, 700, noon), reversal]));
    const story = (receipt: string) => shop.questions['payments.story']({ id: shop.payment(receipt)!.id });
    expect(story(code).linked).toMatchObject({ receipt: 'UC5AA00009', as: 'reversed-by' });
    expect(story('UC5AA00009').linked).toMatchObject({ receipt: code, as: 'reverses' });
  });

  test('reversals of parts add up, and one that comes later in another file counts', async () => {
    const part = (n: number, amount: number) =>
      row(`UC6AA0000${n}`, -amount, at('9:00', 6), { kind: 'reversal_debited', linkedReceipt: code });
    const sixth = { period: { from: at('0:00', 6), to: at('23:59:59', 6) } };
    const atRisk = () => shop.reconciliation().by_exception['reversed-after-sale'];
    await shop.import(statement([row(code, 700, noon)]), statement([part(1, 200)], sixth));
    expect(atRisk()).toMatchObject({ count: 1, cents: shillings(200) });
    await shop.import([part(2, 300)].flatMap((one) => statement([one], { ...sixth, totalIn: null })));
    expect(atRisk()).toMatchObject({ count: 1, cents: shillings(500) });
    const [given] = await shop.import(
      statement([row('UC7AA00001', 200, at('9:00', 7), { kind: 'reversal_credited', linkedReceipt: 'UC6AA00001' })]),
    );
    expect(atRisk()).toMatchObject({ count: 1, cents: shillings(300) });
    await shop.undo(given!.id);
    expect(atRisk()).toMatchObject({ count: 1, cents: shillings(500) });
  });

  describe('statements that contradict one another', () => {
    const proves = statement([row(code, 700, noon), fee]);
    const edited = statement([row(code, 900, noon), fee], unproved);
    const later = row(code, 700, at('12:07'));
    test.each<[string, Read[][], Partial<Payment>]>([
      ['the one whose totals hold', [proves, edited], { amount: shillings(700), standing: 'proved' }],
      [
        'where none is proved, the one that a message bears out',
        [statement([row(code, 700, noon)], unproved), edited, [text(code, 900, noon)]],
        { amount: shillings(900), standing: 'disputed' },
      ],
    ])('%s is believed, and the other is asked about', async (_, files, expected) => {
      await shop.import(...files);
      expect(shop.payment(code)).toMatchObject({ exception: 'statements-conflict', ...expected });
      expect(shop.reconciliation().by_exception['statements-conflict'].cents).toBe(shillings(200));
      const again = await openShop();
      for (const file of files.toReversed()) await again.import(file);
      expect(again.payment(code)).toMatchObject(expected);
      expect(again.reconciliation().by_exception).toEqual(shop.reconciliation().by_exception);
      again.close();
    });

    test('the same money at another time is told twice and came once', async () => {
      await shop.import(proves, statement([later]));
      expect(shop.payment(code)).toMatchObject({ amount: shillings(700), standing: 'proved', exception: null });
    });

    test('what one file tells together adds up, whichever came first', async () => {
      const [both] = await shop.import(statement([row(code, 700, noon), later], unproved));
      expect(shop.payment(code)).toMatchObject({ amount: shillings(1_400), exception: null });
      await shop.undo(both!.id);
      await shop.import(statement([row(code, 700, noon)], unproved), statement([later], unproved));
      expect(shop.payment(code)).toMatchObject({ amount: shillings(700) });
      // Nothing of it is new to the book, but that they stand together.
      await shop.import(statement([row(code, 700, noon), later], unproved));
      expect(shop.payment(code)).toMatchObject({ amount: shillings(1_400) });
    });
  });

  test('a Fuliza draw beside the payment it funded is neither lost nor income', async () => {
    const fuliza: Read = {
      as: 'message',
      row: 1,
      sender: 'MPESA',
      receivedAt: noon,
      text: `${code} Confirmed. Fuliza M-PESA amount is Ksh 300.00. Access Fee charged Ksh 3.00. Total Fuliza M-PESA outstanding amount is Ksh303.00 due on 04/04/26. To check daily charges, Dial *334#OK Select Query Charges`,
    };
    await shop.import([text(code, -700, noon), fuliza]);
    expect(shop.payments()).toEqual([
      expect.objectContaining({ receipt: code, kind: 'send_person', amount: shillings(-700), charges: shillings(13) }),
    ]);
    expect(shop.reconciliation().accounts[0]!.notCompared).toMatchObject({ in: shillings(300), out: shillings(713) });
  });

  test('keeps its number while the book changes around it', async () => {
    const [texts] = await shop.import([text(code, 700, noon)]);
    const { id } = shop.payment(code)!;
    const [rows] = await shop.import(statement([row(code, 700, noon)]));
    expect(shop.payment(code)!.id).toBe(id);
    await shop.undo(texts!.id);
    expect(shop.payment(code)!.id).toBe(id);
    await shop.import([text(code, 700, noon)]);
    await shop.undo(rows!.id);
    expect(shop.payment(code)!.id).toBe(id);
  });
});

describe('which till a message is of', () => {
  const other = { account: { kind: 'till', shortcode: '5999999' } } as const;
  test('the one whose statement has its receipt, else the un-numbered one', async () => {
    await shop.import([text(code, 700, noon), text('UC5AA00002', 300, noon), text('UC5AA00003', 50, noon)]);
    await shop.import(statement([row(code, 700, noon)], unproved));
    expect(new Set(shop.payments().map(({ account }) => account.name))).toEqual(new Set(['Till 5123456']));
    await shop.import(statement([row('UC5AA00002', 300, noon)], { ...unproved, ...other }));
    expect(shop.payments().map(({ receipt, account }) => [receipt, account.name])).toEqual([
      [code, 'Till 5123456'],
      ['UC5AA00002', 'Till 5999999'],
      ['UC5AA00003', 'Till'],
    ]);
  });
});

describe('a provider’s answer', () => {
  const told = (source: 'lookup' | 'callback') =>
    row(code, 700, noon, { source, account: { kind: 'till', shortcode: '5123456' } });
  const otherAmount = { standing: 'disputed', exception: 'amounts-differ' };
  test.each([
    [
      'that was asked for confirms a message',
      'lookup',
      [text(code, 700, noon)],
      { standing: 'confirmed', exception: null },
    ],
    ['that was asked for disputes another amount', 'lookup', [text(code, 750, noon)], otherAmount],
    [
      'that was asked for confirms a payment by itself',
      'lookup',
      [],
      { standing: 'confirmed', amount: shillings(700) },
    ],
    [
      'that came by itself leaves a message seen',
      'callback',
      [text(code, 700, noon)],
      { standing: 'seen', exception: null },
    ],
    ['that came by itself disputes another amount', 'callback', [text(code, 750, noon)], otherAmount],
    ['that came by itself is seen, no more', 'callback', [], { standing: 'seen', amount: shillings(700) }],
  ] as const)('%s', async (_, source, messages, expected) => {
    await shop.import([...messages, told(source)]);
    await shop.import([told(source)]);
    expect(shop.payments()).toEqual([expect.objectContaining(expected)]);
  });
});

test.each(['lookup', 'callback'] as const)(
  'a proved statement that lacks it contradicts a %s as well',
  async (source) => {
    const told = { source, account: { kind: 'till', shortcode: '5123456' } } as const;
    const own = 'GATEWAY-000001';
    const files = [[row(code, 700, noon, told), row(own, 300, noon, told)], statement(frame.rows)];
    for (const order of [files, files.toReversed()]) {
      const other = await openShop();
      for (const file of order) await other.import(file);
      expect(other.payment(code)).toMatchObject({ standing: 'disputed', exception: 'not-on-statement' });
      // By a number of the service's own no statement would name it.
      expect(other.payment(own)).toMatchObject({ exception: null });
      other.close();
    }
  },
);

describe('a reversal whose account is not told rightly', () => {
  const back = 'UC5AA00009';
  const words = { kind: 'reversal_debited', linkedReceipt: code } as const;
  const message: Read = {
    as: 'message',
    row: 1,
    sender: 'MPESA',
    receivedAt: null,
    text: `${back} confirmed. Reversal of transaction ${code} has been successfully reversed  on 5/3/26  at 3:00 PM and Ksh700.00 is debited from your M-PESA account. New M-PESA account balance is Ksh600.00.`,
  };
  const lookup = row(back, -700, at('15:00'), {
    ...words,
    source: 'lookup',
    account: { kind: 'paybill', shortcode: '5123456' },
  });
  const notice = row('', -700, at('15:00:05'), {
    ...words,
    receipt: null,
    source: 'callback',
    account: { kind: 'till', shortcode: '5123456' },
  });
  test.each<[string, Read]>([
    ['a message', message],
    ['an answer', lookup],
    ['a notice', notice],
  ])('%s takes back the payment of the till', async (_, told) => {
    await shop.import(statement([row(code, 700, noon)]), [told]);
    expect(shop.payment(code)).toMatchObject({ standing: 'reversed', exception: 'reversed-after-sale' });
    const { linked } = shop.questions['payments.story']({ id: shop.payments().find(({ amount }) => amount < 0)!.id });
    expect(linked).toMatchObject({ receipt: code, as: 'reverses' });
  });

  test('what a statement, a message, an answer and a notice tell is one, whichever comes first', async () => {
    const files = [[message], [lookup], [notice], statement([row(code, 700, noon)]), statement([reversal])];
    for (const order of [files, files.toReversed(), [files[2]!, files[4]!, files[0]!, files[3]!, files[1]!]]) {
      const other = await openShop();
      for (const file of order) await other.import(file);
      expect(other.payments()).toMatchObject([
        { receipt: code, amount: shillings(700), standing: 'reversed' },
        { receipt: back, amount: shillings(-700), messageAmount: shillings(-700), account: { name: 'Till 5123456' } },
      ]);
      other.close();
    }
  });
});

test('the evidence is told field by field', async () => {
  await shop.import([text(code, 700, noon)]);
  await shop.import(statement([row(code, 900, noon, { party: 'JANE ****', phone: '2547***111' }), fee]));
  const { evidence, witnesses } = shop.questions['payments.story']({ id: shop.payment(code)!.id });
  expect(evidence.map(({ field, verdict }) => `${field} ${verdict}`)).toEqual([
    'receipt agree',
    'amount differ',
    'time agree',
    'party agree',
    'phone agree',
    'charges missing',
  ]);
  expect(witnesses.map(({ source, kind }) => `${source} ${kind}`)).toEqual([
    'sms merchant_till_receive',
    'statement merchant_till_receive',
    'statement charge',
  ]);
});
