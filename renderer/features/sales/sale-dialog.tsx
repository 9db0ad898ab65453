import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import type { NewExpectedPayment } from '#contract/sale.ts';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { centsOf } from '#renderer/lib/typed-amount.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useDebounced } from '#renderer/lib/use-debounced.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

const eastAfrica = 10_800_000;
const nowThere = () => new Date(Date.now() + eastAfrica).toISOString();

type TypedSale = {
  kind: 'sale' | 'invoice';
  date: string;
  time: string;
  amount: string;
  customer: string;
  reference: string;
  receipt: string;
};

const emptySale = (): TypedSale => ({
  kind: 'sale',
  date: nowThere().slice(0, 10),
  time: nowThere().slice(11, 16),
  amount: '',
  customer: '',
  reference: '',
  receipt: '',
});

const writtenDown = ({ kind, date, time, ...words }: TypedSale, amount: number): NewExpectedPayment => ({
  kind,
  amount,
  at: date === '' ? null : `${date}T${time || '00:00'}:00+03:00`,
  precision: date === '' ? null : time === '' ? 'day' : 'minute',
  customer: words.customer.trim() || null,
  reference: words.reference.trim() || null,
  receipt: words.receipt.trim() || null,
});

/** One sale or invoice, written down by hand. */
export function SaleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('sales.add');
  const [sale, setSale] = useState(emptySale);
  const write = (changes: Partial<TypedSale>) => setSale((old) => ({ ...old, ...changes }));
  const amount = centsOf(sale.amount);
  const bad = sale.amount.trim() !== '' && !amount;

  const written = amount ? [writtenDown(sale, amount)] : [];
  const rested = useDebounced(sale, 200);
  const restedAmount = centsOf(rested.amount);
  const asked = restedAmount ? [writtenDown(rested, restedAmount)] : [];
  const alike = useQuery('sales.alike', { sales: asked }, asked.length > 0);
  const [known] = (!alike.isPlaceholderData && alike.data) || [];

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (written.length > 0 && (await run({ sales: written }))) onClose();
  };
  return (
    <PlainDialog title={t('sales.add')} onClose={onClose}>
      <form className="dialog-form" onSubmit={(event) => void submit(event)}>
        <SaleFields sale={sale} bad={bad} onWrite={write} />
        {bad && <p className="amiss-text">{t('sales.badAmount')}</p>}
        {known && written.length > 0 && (
          <output className="note">{t(known.as === 'same' ? 'sales.knownOne' : 'sales.likeOne', known)}</output>
        )}
        {error && <ErrorNote error={error} />}
        <DialogWays action={t('sales.save')} ready={!busy && Boolean(amount)} />
      </form>
    </PlainDialog>
  );
}

type SaleFieldsProps = { sale: TypedSale; bad: boolean; onWrite: (changes: Partial<TypedSale>) => void };

function SaleFields({ sale, bad, onWrite }: SaleFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="sale-form">
      <label className="labelled">
        {t('sales.amount')}
        <input
          className="field figure"
          inputMode="decimal"
          required
          aria-invalid={bad}
          value={sale.amount}
          onChange={(event) => onWrite({ amount: event.target.value })}
        />
      </label>
      <label className="labelled">
        {t('sales.kind')}
        <select
          className="field"
          value={sale.kind}
          onChange={(event) => onWrite({ kind: event.target.value === 'invoice' ? 'invoice' : 'sale' })}
        >
          <option value="sale">{t('sales.sale')}</option>
          <option value="invoice">{t('sales.invoice')}</option>
        </select>
      </label>
      <label className="labelled">
        {t('sales.date')}
        <input
          type="date"
          className="field"
          value={sale.date}
          onChange={(event) => onWrite({ date: event.target.value })}
        />
      </label>
      <label className="labelled">
        {t('sales.time')}
        <input
          type="time"
          className="field"
          value={sale.time}
          onChange={(event) => onWrite({ time: event.target.value })}
        />
      </label>
      {(['customer', 'reference', 'receipt'] as const).map((name) => (
        <label key={name} className={name === 'customer' ? 'labelled wide' : 'labelled'}>
          {`${t(`sales.${name}`)}, ${t('sales.optional')}`}
          <input
            className="field"
            maxLength={120}
            value={sale[name]}
            onChange={(event) => onWrite({ [name]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}
