import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { hrefTo } from '#renderer/lib/route.ts';
import { centsOf } from '#renderer/lib/typed-amount.ts';
import { useDebounced } from '#renderer/lib/use-debounced.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { Answer, canBeSearched } from './answer.tsx';

/** One field over whatever one is doing: has this payment come? Answered while one types. */
export function CounterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [amount, setAmount] = useState('');
  const cents = centsOf(amount);
  const bad = amount.trim() !== '' && (cents === null || cents === 0);
  const asked = useDebounced(text.trim(), 120);
  const amountCents = useDebounced(bad ? null : cents, 120);
  const answer = useQuery('counter.check', { text: asked, amountCents }, asked !== '');
  // What Enter was pressed on, which may be before it is answered.
  const [sought, setSought] = useState('');
  const noReceipt = !answer.isPlaceholderData && answer.data?.verdict === 'no-receipt' && canBeSearched(asked);
  useEffect(() => {
    if (!noReceipt || sought !== asked) return;
    location.assign(hrefTo('payments', { search: asked }));
    onClose();
  }, [noReceipt, sought, asked, onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    setSought(text.trim());
  };
  return (
    <PlainDialog title={t('counter.title')} look="counter" onlyShows onClose={onClose}>
      <div className="counter-inputs">
        <label className="labelled">
          {t('counter.text')}
          <textarea
            className="field"
            rows={1}
            maxLength={4_000}
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setSought('');
            }}
            onKeyDown={onKeyDown}
          />
        </label>
        <label className="labelled">
          {t('counter.amount')}
          <input
            className="field"
            inputMode="decimal"
            aria-invalid={bad}
            value={amount}
            onChange={(event) => setAmount(event.target.value)}
          />
        </label>
      </div>
      <div className="counter-answer" aria-live="polite">
        {answer.error && <ErrorNote error={answer.error} />}
        {bad && <p className="amiss-text">{t('counter.badAmount')}</p>}
        {asked === '' && <p className="muted">{t('counter.hint')}</p>}
        {asked !== '' && answer.data && !answer.error && (
          <Answer asked={asked} answer={answer.data} onLeave={onClose} />
        )}
      </div>
    </PlainDialog>
  );
}
