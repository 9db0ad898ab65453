import type { DifferenceReason, Finding, PaymentFilter, PaymentSort } from '#contract/payment.ts';
import type { ExceptionCode, Standing } from '#contract/words.ts';
import { dateOf, type Params } from '#renderer/lib/route.ts';
import { sortIn, sortParam } from '#renderer/lib/sort.ts';

export const findings = [
  'seen',
  'agree',
  'not-on-statement',
  'no-message',
  'amounts-differ',
  'reversed',
] as const satisfies readonly Finding[];
export const exceptions = [
  'not-on-statement',
  'no-message',
  'amounts-differ',
  'reversed-after-sale',
  'messages-conflict',
  'statements-conflict',
  'receipt-date-differs',
] as const satisfies readonly ExceptionCode[];
export const reasons = [
  'no-message',
  'not-on-statement',
  'amounts-differ',
  'charges',
  'settlement',
  'reversal',
] as const satisfies readonly DifferenceReason[];
export const standings = [
  'claimed',
  'seen',
  'confirmed',
  'proved',
  'settled',
  'reversed',
  'failed',
  'disputed',
] as const satisfies readonly Standing[];
export const takings = ['all', 'firm', 'seen', 'other'] as const satisfies readonly PaymentFilter['takings'][];
export const sides = [
  'message',
  'statement',
  'message-in',
  'message-out',
  'statement-in',
  'statement-out',
  'apart-in',
  'apart-out',
] as const satisfies readonly PaymentFilter['side'][];
export const directions = ['in', 'out'] as const;
const sorts = ['occurredAt', 'amount', 'party', 'standing', 'receipt'] as const satisfies readonly PaymentSort['by'][];

/** A filter with every field said. */
export type Filter = Required<PaymentFilter>;

const oneOf = <T extends string>(list: readonly T[], value: string | undefined): T | null =>
  list.find((name) => name === value) ?? null;

const hourOf = (value: string | undefined) => (value && /^(?:1?\d|2[0-3])$/.test(value) ? Number(value) : null);

/** The filter that an address names; what it does not name, or names wrongly, filters nothing. */
export function filterOf(params: Params): Filter {
  const account = Number(params['account']);
  return {
    account: Number.isInteger(account) && account > 0 ? account : null,
    finding: oneOf(findings, params['finding']),
    exception: oneOf(exceptions, params['exception']),
    reason: oneOf(reasons, params['reason']),
    direction: oneOf(directions, params['direction']),
    standing: oneOf(standings, params['standing']),
    takings: oneOf(takings, params['takings']),
    side: oneOf(sides, params['side']),
    hour: hourOf(params['hour']),
    search: (params['search'] ?? '').slice(0, 200),
    from: dateOf(params['from']),
    to: dateOf(params['to']),
  };
}

export const sortOf = (params: Params): PaymentSort => sortIn(sorts, params);
export const sortBy = (current: PaymentSort, by: PaymentSort['by']): string =>
  sortParam(current, by, ['amount', 'occurredAt']);
