import { z } from 'zod';
import { say } from '#contract/sentences.ts';
import { answerShape, has, moved, notPaid, outward, skipped } from './answer.ts';
import { Amount, fullName, Phone, Stamp, Text, when } from './values.ts';

const Resource = z.object({
  amount: Amount.optional(),
  status: Text,
  reference: Text,
  // The older interface's names for the same.
  transaction_reference: Text,
  till_number: Text,
  till_identifier: Text,
  sender_phone_number: Phone,
  sender_msisdn: Phone,
  origination_time: Stamp,
  sender_first_name: Text,
  sender_middle_name: Text,
  sender_last_name: Text,
  sending_till: Text,
  sending_merchant: Text,
});
type Resource = z.output<typeof Resource>;

/** A webhook of Kopo Kopo: money to a till, its reversal, or the settlement to a bank. */
export const kopoKopoWebhook = answerShape({
  id: 'kopo-kopo-webhook',
  is: (value) => has(value, 'topic', 'event') && has(value['event'], 'resource'),
  schema: z.object({ topic: z.string(), event: z.object({ resource: Resource }) }),
  tell: ({ topic, event: { resource } }) => told(topic, resource),
});

/** The result of a payment prompt sent through Kopo Kopo: the same resource, wrapped once more. */
export const kopoKopoPayment = answerShape({
  id: 'kopo-kopo-payment',
  is: ({ data }) => has(data, 'type', 'attributes') && has(data['attributes'], 'event', 'status'),
  schema: z.object({
    data: z.object({
      attributes: z.object({
        status: Text,
        event: z.object({ resource: Resource.nullable().optional(), errors: Text.catch(null) }),
      }),
    }),
  }),
  tell({ data: { attributes } }) {
    const { resource, errors } = attributes.event;
    if (!resource || !/^success$/i.test(attributes.status ?? '')) return notPaid(errors ?? attributes.status);
    return told('buygoods_transaction_received', resource);
  },
});

function told(topic: string, resource: Resource) {
  const { amount, origination_time, status } = resource;
  if (amount === undefined) return skipped(say('topic-no-payment', { topic }));
  const receipt = resource.reference ?? resource.transaction_reference;
  const common = {
    source: 'callback' as const,
    account: { kind: 'till' as const, shortcode: resource.till_number ?? resource.till_identifier },
    ...when(origination_time),
    party:
      fullName(resource.sender_first_name, resource.sender_middle_name, resource.sender_last_name) ??
      resource.sending_merchant,
    phone: resource.sender_phone_number ?? resource.sender_msisdn,
    shortcode: resource.sending_till,
  };
  if (topic.endsWith('_received') && /^(?:received|complete|success)/i.test(status ?? 'received'))
    return moved({ ...common, kind: 'merchant_till_receive', amount, receipt });
  // A reversal is told under the receipt of the payment that it takes back.
  if (topic.endsWith('_reversed'))
    return moved({ ...common, kind: 'reversal_debited', amount: outward(amount), linkedReceipt: receipt });
  if (topic === 'settlement_transfer_completed')
    return moved({ ...common, kind: 'settlement', amount: outward(amount), receipt });
  return skipped(say('topic-status', { topic, status: status ?? 'none' }));
}
