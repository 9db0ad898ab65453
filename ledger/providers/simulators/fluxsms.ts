import { fieldsOf, notFound, ok, unauthorised } from './payments.ts';
import type { SimService } from './sim-service.ts';

/** FluxSMS as documented: `check_sms_balanace` is its own spelling. It sends nothing to anybody. */
export const simulateFluxsms: SimService = (request) => {
  const fields = fieldsOf(request);
  if (request.method !== 'POST') return notFound;
  if (!fields['api_key']) return unauthorised;
  switch (request.path) {
    case '/sendsms':
      return ok({
        'response-code': 200,
        'response-description': 'SMS sent successfully',
        message_id: 'SMS_20260301_000000001',
        phone: fields['phone'],
        message: fields['message'],
        sender_id: fields['sender_id'],
        cost: 1,
        status: 'sent',
      });
    case '/bulksms':
      return ok(sentTo(fields['phones'] ?? ''));
    case '/smsstatus':
      return ok({
        'response-code': 200,
        'message-id': fields['message_id'],
        'response-description': 'Success',
        'delivery-status': 32,
        'delivery-description': 'DeliveredToTerminal',
        'delivery-tat': '0.21 sec',
        'delivery-networkid': 1,
        'delivery-time': '2026-03-01 09:15:02',
      });
    case '/check_sms_balanace':
      return ok({ success: true, sms_balance: 1250 });
    default:
      return notFound;
  }
};

function sentTo(phones: string) {
  const responses = (phones.match(/\d+/g) ?? []).map((mobile, i) => ({
    'response-code': 200,
    'response-description': 'Success',
    mobile,
    messageid: String(3_000_000_001 + i),
    clientsmsid: 400_001 + i,
    networkid: 1,
  }));
  return { responses, success: true, sent: responses.length };
}
