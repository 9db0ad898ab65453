import fc from 'fast-check';
import type { Read } from '#ledger/imports/importer.ts';
import { at, receipt, row, statement, text } from '../shop.ts';

/** Something that happened at a till, and who tells of it. */
const event = fc.record({
  day: fc.integer({ min: 1, max: 6 }),
  minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
  second: fc.integer({ min: 0, max: 59 }),
  // Few amounts, so that many are alike, as in a shop.
  amount: fc.constantFrom(50, 100, 200, 350.5, 1_000),
  told: fc.constantFrom('both', 'message', 'statement', 'other amount'),
  charged: fc.boolean(),
  takenBack: fc.boolean(),
  givenBack: fc.boolean(),
  swept: fc.boolean(),
  /** The second statement has another amount. */
  restated: fc.boolean(),
});
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

const clock = ({ minute, second }: Event) =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:${String(second).padStart(2, '0')}`;

function rowsOf(told: Event, number: number, second: boolean): Read[] {
  if (told.told === 'message') return [];
  const [code, when] = [receipt(number, told.day), at(clock(told), told.day)];
  const said = told.restated && second ? told.amount + 7 : told.amount;
  const paid = told.told === 'other amount' ? said + 30 : said;
  const reversal = receipt(1_000 + number, told.day);
  return [
    told.swept ? row(code, -told.amount, when, { kind: 'settlement' }) : row(code, paid, when),
    ...(told.charged ? [row(code, -2.5, when, { kind: 'charge' })] : []),
    ...(told.takenBack ? [row(reversal, -paid, when, { kind: 'reversal_debited', linkedReceipt: code })] : []),
    // The next day, and so often in the other file.
    ...(told.takenBack && told.givenBack && told.day < 6
      ? [
          row(receipt(2_000 + number, told.day + 1), paid, at(clock(told), told.day + 1), {
            kind: 'reversal_credited',
            linkedReceipt: reversal,
          }),
        ]
      : []),
  ];
}

const messagesOf = (told: Event, number: number): Read[] =>
  told.told === 'statement' || told.swept
    ? []
    : [text(receipt(number, told.day), told.amount, at(clock(told), told.day))];

/** What a service told of a reversal: without its receipt, and again as of a paybill. */
function noticesOf(told: Event, number: number): Read[] {
  const [code, when] = [receipt(number, told.day), at(clock(told), told.day)];
  const words = { kind: 'reversal_debited', linkedReceipt: code } as const;
  const of = (kind: 'till' | 'paybill') => ({ account: { kind, shortcode: '5123456' } });
  return [
    row('', -told.amount, when, { ...words, receipt: null, source: 'callback', ...of('till') }),
    row(receipt(1_000 + number, told.day), -told.amount, when, { ...words, source: 'lookup', ...of('paybill') }),
  ];
}

/** A shop's files: what services told, two statements that share a day, each proved or not, and two exports that share messages. */
export const files = fc
  .record({
    events: fc.array(event, { maxLength: 25 }),
    proved: fc.tuple(fc.boolean(), fc.boolean()),
    tills: fc.constantFrom(1, 2),
  })
  .map(({ events, proved, tills }) => {
    const days = ([from, to]: readonly [number, number], isProved: boolean, shortcode: string) =>
      statement(
        events.flatMap((told, number) => (told.day >= from && told.day <= to ? rowsOf(told, number, from > 1) : [])),
        {
          account: { kind: 'till', shortcode },
          period: { from: at('0:00', from), to: at('23:59:59', to) },
          ...(isProved ? {} : { totalIn: null }),
        },
      );
    const messages = events.flatMap(messagesOf);
    const notices = events.flatMap((told, number) => (told.takenBack ? noticesOf(told, number) : []));
    return [
      days([1, 3], proved[0], '5123456'),
      days([3, 6], proved[1], tills === 1 ? '5123456' : '5999999'),
      messages.slice(0, Math.ceil(messages.length * 0.7)),
      messages.slice(Math.floor(messages.length * 0.4)),
      notices,
    ];
  });
