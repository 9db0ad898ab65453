import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { Payment } from '#contract/payment.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useQuery } from '#renderer/lib/use-query.ts';
import { ConfirmOrder } from './confirm-order.tsx';
import type { Order } from './order.ts';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { SmsLength } from './sms-length.tsx';
import { can, type Linked } from './use-linked.ts';

type SmsReceiptProps = { payment: Payment; linked: readonly Linked[]; onClose: () => void };

/** A receipt to the payer by SMS: only to a number that the book has whole, with the words shown and editable. */
export function SmsReceipt({ payment, linked, onClose }: SmsReceiptProps) {
  const { t } = useTranslation();
  const draft = useQuery('sms.draft', { payment: payment.id });
  return (
    <PlainDialog title={t('links.story.receipt')} onClose={onClose}>
      {draft.error && <ErrorNote error={draft.error} />}
      {draft.data && <Draft draft={draft.data} linked={linked} onClose={onClose} />}
    </PlainDialog>
  );
}

type DraftProps = { draft: Output<'sms.draft'>; linked: readonly Linked[]; onClose: () => void };

function Draft({ draft, linked, onClose }: DraftProps) {
  const { t } = useTranslation();
  const senders = linked.filter((link) => can(link, 'send-sms'));
  const [text, setText] = useState(draft.text);
  const [by, setBy] = useState(senders[0]?.id);
  const [order, setOrder] = useState<Order | null>(null);
  const sender = senders.find(({ id }) => id === by);
  if (draft.phone === null) return <p>{t('links.sms.noPhone')}</p>;
  if (order && sender) {
    return <ConfirmOrder link={sender} order={order} onBack={() => setOrder(null)} onClose={onClose} />;
  }
  const { phone } = draft;
  const write = (event: SubmitEvent) => {
    event.preventDefault();
    setOrder({ move: 'send-sms', input: { phone, text }, amount: null, who: [phone], text });
  };
  return (
    <form className="dialog-form" onSubmit={write}>
      <p>{t('links.sms.to', { phone })}</p>
      {senders.length > 1 && (
        <label className="labelled">
          {t('links.order.from')}
          <select className="field" value={by} onChange={(event) => setBy(Number(event.target.value))}>
            {senders.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="labelled">
        {t('links.sms.text')}
        <textarea
          className="field"
          required
          maxLength={1530}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <SmsLength text={text} numbers={1} />
      <DialogWays action={t('links.order.next')} ready={text.trim() !== ''} />
    </form>
  );
}
