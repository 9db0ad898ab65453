import { describe, expect, test } from 'vitest';
import { PaymentFilter } from '#contract/payment.ts';
import { filterOf, sortOf, sortBy } from '#renderer/features/payments/filter.ts';
import { hrefTo, parseRoute } from '#renderer/lib/route.ts';

describe('places', () => {
  test.each([
    ['', 'today', {}],
    ['#/', 'today', {}],
    ['#/nowhere', 'today', {}],
    ['#/reconcile', 'reconcile', {}],
    ['#/reconcile?finding=no-message&search=a%20b', 'reconcile', { finding: 'no-message', search: 'a b' }],
  ])('%s', (hash, place, params) => expect(parseRoute(hash)).toEqual({ place, params }));

  test('an address leads back to what it was made of, without what is empty', () => {
    const href = hrefTo('reconcile', { search: 'Wanja & sons?', from: '', account: '2' });
    expect(parseRoute(href)).toEqual({ place: 'reconcile', params: { search: 'Wanja & sons?', account: '2' } });
  });
});

describe('the filter of an address', () => {
  const all = PaymentFilter.parse({});
  test.each([
    [{}, {}],
    [
      { finding: 'reversed', account: '3' },
      { finding: 'reversed', account: 3 },
    ],
    [
      { reason: 'charges', from: '2026-05-01' },
      { reason: 'charges', from: '2026-05-01' },
    ],
    [{ finding: 'lost', account: '-1', from: 'yesterday', direction: 'up' }, {}],
    [{ account: '1.5' }, {}],
  ])('%o', (params, expected) => expect(filterOf(params)).toEqual({ ...all, ...expected }));

  test('is no longer than the book takes', () =>
    expect(filterOf({ search: 'x'.repeat(500) }).search).toHaveLength(200));
});

describe('sorting', () => {
  test.each([
    [{}, { by: 'occurredAt', descending: true }],
    [{ sort: 'party' }, { by: 'party', descending: false }],
    [{ sort: '-amount' }, { by: 'amount', descending: true }],
    [{ sort: 'colour' }, { by: 'occurredAt', descending: false }],
  ])('%o', (params, expected) => expect(sortOf(params)).toEqual(expected));

  test('pressing a head sorts by it, pressing again turns it round', () => {
    const newest = sortOf({});
    expect(sortBy(newest, 'occurredAt')).toBe('occurredAt');
    expect(sortBy(newest, 'amount')).toBe('-amount');
    expect(sortBy(newest, 'party')).toBe('party');
    expect(sortBy({ by: 'party', descending: false }, 'party')).toBe('-party');
  });
});
