import { fieldsOf, newPayment, notFound, ok, resultCodes, unauthorised } from './payments.ts';
import type { SimAnswer, SimPayment, SimService } from './sim-service.ts';

const PER_PAGE = 15;

/** The payment-app platform as documented, for every payment app. */
export const simulatePaymentApp: SimService = (request, payments) => {
  if (!request.headers['authorization']?.startsWith('Bearer ')) return unauthorised;
  const url = new URL(request.path, 'http://simulated');
  const [, action = '', id = ''] = /^\/api\/pay\/\d+\/(\w+)(?:\/(\d+))?$/.exec(url.pathname) ?? [];
  if (request.method === 'POST') return ordered(action, fieldsOf(request), payments);
  if (action === 'queryTransactions' || action === 'fetchTransactions')
    return page(payments, Number(url.searchParams.get('page') ?? 1));
  if (action === 'checkBalance') return ok(taken);
  const found = payments[Number(id) - 1];
  return found ? asked(action, found, Number(id)) : notFound;
};

const taken = {
  data: {
    OriginatorConversationID: '20001-30000001-1',
    ConversationID: 'AG_20260301_0000000000000001',
    ResponseCode: '0',
    ResponseDescription: 'Accept the service request successfully.',
  },
  status: 'success',
};

function ordered(action: string, fields: Readonly<Record<string, string>>, payments: SimPayment[]): SimAnswer {
  const { amount = '', phone_number: phone = '', reference = '' } = fields;
  const number = payments.length + 1;
  const payment = newPayment(number, { amount, phone, reference }, String(number));
  switch (action) {
    case 'requestPayment':
      payments.push(payment);
      return ok({ data: pushed(number), status: 'success', message: 'Payment request initiated' });
    case 'simulateTransaction':
      payments.push(payment);
      return ok({ status: 'success', message: 'Simulation successful' });
    case 'sendMoney':
      return ok({ ...taken, message: 'Money sent successfully' });
    case 'sendAirtime':
      return ok({ status: 'success', message: 'Airtime sent' });
    case 'reverseTransaction':
      return ok(taken);
    default:
      return notFound;
  }
}

const pushed = (number: number) => ({
  MerchantRequestID: `40000-${number}-1`,
  CheckoutRequestID: `ws_CO_${String(number).padStart(18, '0')}`,
  ResponseCode: '0',
  ResponseDescription: 'Success. Request accepted for processing',
  CustomerMessage: 'Success. Request accepted for processing',
});

function asked(action: string, payment: SimPayment, id: number): SimAnswer {
  const [code, words] = resultCodes[payment.status];
  const accepted = { ResponseCode: '0', ResponseDescription: 'The service request has been accepted successfully' };
  const result = { ResultCode: code, ResultDesc: words };
  switch (action) {
    case 'transaction':
      return ok({ data: recordOf(payment, id) });
    case 'getTransactionStatus':
      return ok({ data: { ...accepted, TransactionID: payment.receipt, ...result }, status: 'success' });
    case 'checkPaymentRequestStatus':
      return ok({
        data: { ...accepted, CheckoutRequestID: pushed(id).CheckoutRequestID, ...result },
        status: 'success',
      });
    case 'getInstructions':
      return { status: 200, type: 'text/html; charset=utf-8', body: instructions(payment) };
    default:
      return notFound;
  }
}

const instructions = ({ reference, amount }: SimPayment) =>
  '<!doctype html><html><head><title>Pay</title><script>alert("never run")</script></head><body>' +
  '<ol><li>Open <b>M-PESA</b></li><li>Choose Lipa na M-PESA &amp; Pay Bill</li>' +
  `<li>Account number ${reference}</li><li>Amount KES ${amount}</li></ol></body></html>`;

function page(payments: readonly SimPayment[], current: number): SimAnswer {
  const from = (current - 1) * PER_PAGE;
  const data = payments.slice(from, from + PER_PAGE).map((payment, i) => recordOf(payment, from + i + 1));
  return ok({ data: { current_page: current, data, per_page: PER_PAGE, total: payments.length } });
}

const recordOf = (payment: SimPayment, id: number) => ({
  id,
  payer_account: payment.phone,
  payer_name: payment.party,
  payee_account: '600999',
  payee_name: 'Simulated shop',
  reference: payment.reference,
  // Who did not pay has no receipt.
  transaction_id: payment.status === 'completed' ? payment.receipt : null,
  amount: payment.amount.includes('.') ? payment.amount : `${payment.amount}.00`,
  currency: 'KES',
  transaction_time: `${payment.at}.000000Z`,
  narration: null,
  status: `STATUS_${payment.status.toUpperCase()}`,
  transaction_type: 'PAYMENT_IN',
  transaction_sub_type: 'CustomerPayBillOnline',
  payment_provider: 'MpesaKeExpress',
  app_id: 1,
  created_at: `${payment.at}.000000Z`,
  updated_at: `${payment.at}.000000Z`,
});
