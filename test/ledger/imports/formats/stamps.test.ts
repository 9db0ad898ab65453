import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStamp } from '#ledger/imports/answers/stamps.ts';
import { eastAfrica } from '#ledger/imports/east-africa.ts';

test.each([
  ['20260407091244', '2026-04-07T09:12:44+03:00', 'second'],
  ['202604070912', '2026-04-07T09:12:00+03:00', 'minute'],
  ['2026040709124', '2026-04-07T09:12:00+03:00', 'minute'],
  ['07.04.2026 15:00:00', '2026-04-07T15:00:00+03:00', 'second'],
  ['2026-04-07T09:40:21+03:00', '2026-04-07T09:40:21+03:00', 'second'],
  ['2026-04-07T09:40:21.444+0300', '2026-04-07T09:40:21+03:00', 'second'],
  ['2026-04-07T06:40:21.000Z', '2026-04-07T09:40:21+03:00', 'second'],
  ['2026-04-07T22:40:21Z', '2026-04-08T01:40:21+03:00', 'second'],
  ['2026-04-07T01:40:21-05:30', '2026-04-07T10:10:21+03:00', 'second'],
  ['2026-04-07+03:00', '2026-04-07T00:00:00+03:00', 'day'],
  ['2026-04-07 00:00:00.0', '2026-04-07T00:00:00+03:00', 'second'],
  ['Tue Apr 07 13:30:54 EAT 2026', '2026-04-07T13:30:54+03:00', 'second'],
  ['2026-04-07T09:00:00.000', '2026-04-07T09:00:00+03:00', 'second'],
])('%s', (written, at, precision) => {
  expect(readStamp(written)).toEqual({ at, precision });
});

test.each(['', 'yesterday', '202423491281280', '20261307091244', 'Tue Foo 07 13:30:54 EAT 2026'])(
  '%s is no time',
  (written) => {
    expect(readStamp(written)).toBeNull();
  },
);

test('any moment written in any zone is the same moment', () => {
  const moment = fc.integer({ min: Date.UTC(2007, 0), max: Date.UTC(2090, 0) }).map((ms) => ms - (ms % 1000));
  fc.assert(
    fc.property(moment, fc.integer({ min: -11, max: 12 }), (at, hours) => {
      const local = new Date(at + hours * 3_600_000).toISOString().slice(0, 19);
      const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
      expect(readStamp(local + zone)?.at).toBe(eastAfrica(at));
    }),
  );
});
