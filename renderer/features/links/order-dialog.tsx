import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Move } from '#contract/provider.ts';
import { ConfirmOrder } from '#renderer/components/services/confirm-order.tsx';
import type { Order } from '#renderer/components/services/order.ts';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { SmsLength } from '#renderer/components/services/sms-length.tsx';
import type { Linked } from '#renderer/components/services/use-linked.ts';
import { fieldsOf, type Filled, type OrderField, orderOf } from './order-fields.ts';

type OrderDialogProps = { link: Linked; move: Move; onClose: () => void };

/** First what is to be done, then a confirmation of who, how much and from where; only there it is pressed. */
export function OrderDialog({ link, move, onClose }: OrderDialogProps) {
  const { t } = useTranslation();
  const [filled, setFilled] = useState<Filled>({});
  const [order, setOrder] = useState<Order | null>(null);
  const [amiss, setAmiss] = useState<OrderField | null>(null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const made = orderOf(move, filled);
    setAmiss(made.ok ? null : made.amiss);
    if (made.ok) setOrder(made.order);
  };
  return (
    <PlainDialog title={`${t(`links.capability.${move}`)} · ${link.label}`} onClose={onClose}>
      {order ? (
        <ConfirmOrder link={link} order={order} onBack={() => setOrder(null)} onClose={onClose} />
      ) : (
        <form className="dialog-form" onSubmit={submit}>
          {fieldsOf(move).map((field) => (
            <Field
              key={field}
              field={field}
              value={filled[field] ?? ''}
              amiss={amiss === field}
              onChange={(value) => setFilled({ ...filled, [field]: value })}
            />
          ))}
          <DialogWays action={t('links.order.next')} />
        </form>
      )}
    </PlainDialog>
  );
}

type FieldProps = { field: OrderField; value: string; amiss: boolean; onChange: (value: string) => void };

function Field({ field, value, amiss, onChange }: FieldProps) {
  const { t } = useTranslation();
  const own = { className: 'field', value, 'aria-invalid': amiss };
  return (
    <label className="labelled">
      {t(`links.orderField.${field}`)}
      {field === 'command' ? (
        <select {...own} onChange={(event) => onChange(event.target.value)}>
          {(['', 'SalaryPayment', 'PromotionPayment'] as const).map((command) => (
            <option key={command} value={command}>
              {t(`links.command.${command === '' ? 'BusinessPayment' : command}`)}
            </option>
          ))}
        </select>
      ) : field === 'text' || field === 'phones' ? (
        <textarea
          {...own}
          maxLength={field === 'text' ? 1530 : 10_000}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <input {...own} maxLength={160} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )}
      {amiss && <span className="amiss-text">{t(`links.orderAmiss.${field}`)}</span>}
      {field === 'text' && <SmsLength text={value} numbers={1} />}
    </label>
  );
}
