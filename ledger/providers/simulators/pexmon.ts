import { fieldsOf, newPayment, notFound, ok, resultCodes, unauthorised } from './payments.ts';
import type { SimService } from './sim-service.ts';

/** Pexmon as documented. */
export const simulatePexmon: SimService = (request, payments) => {
  const fields = fieldsOf(request);
  if (request.method !== 'POST') return notFound;
  if (!request.headers['x-api-key']) return unauthorised;
  if (request.path === '/api/mpesa/stkPush') {
    const { amount = '', phoneNumber = '', accountId = '' } = fields;
    const number = payments.length + 1;
    const id = `ws_CO_${String(number).padStart(18, '0')}`;
    payments.push(newPayment(number, { amount, phone: phoneNumber, reference: accountId }, id));
    return ok({
      success: true,
      message: 'STK push initiated successfully',
      data: {
        MerchantRequestID: `40000-${number}-1`,
        CheckoutRequestID: id,
        ResponseCode: '0',
        ResponseDescription: 'Success. Request accepted for processing',
      },
    });
  }
  if (request.path !== '/api/mpesa/check-status') return notFound;
  const found = payments.find(({ id }) => id === fields['checkoutRequestId']);
  if (!found) return notFound;
  const [code, words] = resultCodes[found.status];
  return ok({
    success: true,
    message: 'Transaction status retrieved successfully',
    data: { ResponseCode: '0', CheckoutRequestID: found.id, ResultCode: code, ResultDesc: words },
  });
};
