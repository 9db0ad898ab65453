import { fieldsOf, newPayment, notFound, ok, unauthorised } from './payments.ts';
import type { SimService } from './sim-service.ts';

const TOKEN = 'simulated.token.of-an-hour';

/** The Daraja platform as documented: a token first, then everything with it. */
export const simulateDarajaPlatform: SimService = (request, payments) => {
  if (request.method !== 'POST') return notFound;
  if (request.path === '/api/generate_token.php') {
    return { ...ok({ success: true, token: TOKEN }), steady: true };
  }
  if (request.headers['authorization'] !== `Bearer ${TOKEN}`) return unauthorised;
  if (request.path === '/api/c2b_register.php') return ok({ success: true });
  if (request.path !== '/api/stk_push.php') return notFound;
  const { amount = '', phone = '', reference = '' } = fieldsOf(request);
  const number = payments.length + 1;
  const id = `ws_CO_${String(number).padStart(18, '0')}`;
  payments.push(newPayment(number, { amount, phone, reference }, id));
  return ok({
    status: 200,
    response: {
      MerchantRequestID: `40000-${number}-1`,
      CheckoutRequestID: id,
      ResponseCode: '0',
      ResponseDescription: 'Success. Request accepted for processing',
      CustomerMessage: 'Success. Request accepted for processing',
    },
  });
};
