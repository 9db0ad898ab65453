import { compactTime, fieldsOf, newPayment, notFound, ok, resultCodes, unauthorised } from './payments.ts';
import type { SimPayment, SimService } from './sim-service.ts';

const statuses: Readonly<Record<SimPayment['status'], string>> = {
  completed: 'Completed',
  pending: 'Pending',
  failed: 'Failed',
  cancelled: 'Cancelled',
  expired: 'Expired',
};

/** PesaFlux as documented: `massage` is its own spelling, every value of a status is text. */
export const simulatePesaflux: SimService = (request, payments) => {
  const fields = fieldsOf(request);
  if (request.method !== 'POST') return notFound;
  if (!fields['api_key'] || !fields['email']) return unauthorised;
  if (request.path === '/v1/initiatestk') {
    const { amount = '', msisdn = '', reference = '' } = fields;
    const id = `SOFTPID${String(payments.length + 1).padStart(19, '0')}`;
    payments.push(newPayment(payments.length + 1, { amount, phone: msisdn, reference }, id));
    return ok({ success: '200', massage: 'Request sent sucessfully.', transaction_request_id: id });
  }
  if (request.path !== '/v1/transactionstatus') return notFound;
  const found = payments.find(({ id }) => id === fields['transaction_request_id']);
  return found ? ok(statusOf(found)) : notFound;
};

const statusOf = (payment: SimPayment) => ({
  ResultCode: '200',
  ResultDesc: 'Success. Request accepted for processing',
  TransactionID: payment.id,
  TransactionStatus: statuses[payment.status],
  TransactionCode: resultCodes[payment.status][0],
  TransactionReceipt: payment.status === 'completed' ? payment.receipt : '',
  TransactionAmount: payment.amount,
  Msisdn: payment.phone,
  TransactionDate: compactTime(payment.at),
  TransactionReference: payment.reference,
});
