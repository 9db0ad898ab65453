import { z } from 'zod';
import type { SimAnswer, SimPayment, SimRequest } from './sim-service.ts';

/** A file of payments that a simulated service is to know. */
export const SimPayments = z.array(
  z.strictObject({
    id: z.string().min(1).max(100),
    amount: z.string().regex(/^\d{1,9}(\.\d{2})?$/),
    receipt: z.string().max(20),
    reference: z.string().max(100),
    phone: z.string().max(20),
    party: z.string().max(100),
    at: z.iso.datetime({ local: true }),
    status: z.enum(['completed', 'pending', 'failed', 'cancelled', 'expired']),
  }),
);

const Fields = z.record(
  z.string(),
  z.union([z.string(), z.number().transform(String), z.array(z.string()).transform(listed)]),
);

/** The fields of a JSON request, as text. A request that is no such JSON object has none. */
export const fieldsOf = ({ body }: SimRequest): Readonly<Record<string, string>> =>
  Fields.safeParse(jsonOf(body)).data ?? {};

function listed(items: readonly string[]): string {
  return items.join(' ');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a simulated customer does, told by the amount: 1032 cancels, 1037 lets it expire, 2001 types a wrong PIN, others pay. */
const habits: Readonly<Record<string, SimPayment['status']>> = {
  '1032': 'cancelled',
  '1037': 'expired',
  '2001': 'failed',
};

const EAT = 3 * 60 * 60 * 1_000;

/** How Safaricom's receipts tell their day: letters for year, month and day of the month. */
const dayCode = (at: Date): string =>
  [at.getUTCFullYear() - 1996, at.getUTCMonth() + 10, at.getUTCDate()]
    .map((place) => place.toString(36).toUpperCase())
    .join('');

/** A payment that follows from an order: made now, under a receipt of today with its number. */
export function newPayment(
  number: number,
  order: { amount: string; phone: string; reference: string },
  id: string,
): SimPayment {
  const now = new Date(Date.now() + EAT);
  const at = now.toISOString().slice(0, 19);
  const receipt = dayCode(now) + String(number).padStart(7, 'S');
  const status = habits[order.amount] ?? 'completed';
  return { ...order, id, receipt, party: 'SIMULATED CUSTOMER', at, status };
}

/** The code that Safaricom's own services use for a state. */
export const resultCodes: Readonly<Record<SimPayment['status'], readonly [code: string, words: string]>> = {
  completed: ['0', 'The service request is processed successfully.'],
  pending: ['4999', 'The transaction is still under processing'],
  failed: ['2001', 'The initiator information is invalid.'],
  cancelled: ['1032', 'Request cancelled by user'],
  expired: ['1037', 'DS timeout user cannot be reached'],
};

/** `2026-03-01T14:30:00` as `20260301143000`. */
export const compactTime = (at: string): string => at.replace(/\D/g, '').slice(0, 14);

/** What a path or a key that is not documented gets. */
export const notFound: SimAnswer = { status: 404, body: { success: false, message: 'Not found' } };
export const unauthorised: SimAnswer = { status: 401, body: { success: false, message: 'Unauthenticated.' } };

/** A good answer. */
export const ok = (body: unknown): SimAnswer => ({ status: 200, body });
