import { fieldsOf, newPayment, notFound, ok, unauthorised } from './payments.ts';
import type { SimPayment, SimService } from './sim-service.ts';

const statuses: Readonly<Record<SimPayment['status'], string>> = {
  completed: 'completed',
  pending: 'processing',
  failed: 'failed',
  cancelled: 'cancelled',
  expired: 'expired',
};

/** The checkout id that belongs to a reference, and back. */
const checkoutOf = (reference: string) => `ws_CO_${reference}`;

/** PayNexus as documented: the secret key starts payments, the public key asks. */
export const simulatePaynexus: SimService = (request, payments) => {
  const key = request.headers['x-api-key'] ?? '';
  const fields = fieldsOf(request);
  const starts = request.path === '/api/mpesa/payment/initiate';
  if (!key.startsWith(starts ? 'sk_' : 'pk_')) return unauthorised;
  if (starts) {
    const { amount = '', phone = '', description = '' } = fields;
    const number = payments.length + 1;
    const id = `PNX${String(number).padStart(9, '0')}`;
    payments.push(newPayment(number, { amount, phone: international(phone), reference: description }, id));
    return ok({ success: true, data: { ...dataOf(payments.at(-1)!), status: 'initiated' } });
  }
  if (request.path === '/api/mpesa/validate-phone') {
    const { phone = '' } = fields;
    const valid = /^(254|0)[17]\d{8}$/.test(phone);
    return ok({ success: true, data: { original: phone, normalized: international(phone), valid, provider: 'mpesa' } });
  }
  const [, reference] = /^\/api\/payments\/([^/]+)$/.exec(request.path) ?? [];
  const byCheckout = reference === 'status-by-checkout-id';
  const found = payments.find(({ id }) =>
    byCheckout ? checkoutOf(id) === fields['checkout_request_id'] : id === reference,
  );
  return found ? ok({ success: true, data: dataOf(found) }) : notFound;
};

const international = (phone: string) => phone.replace(/^0/, '254');

const dataOf = ({ id, amount, phone, status }: SimPayment) => ({
  reference: id,
  checkout_request_id: checkoutOf(id),
  amount: Number(amount),
  phone,
  status: statuses[status],
});
