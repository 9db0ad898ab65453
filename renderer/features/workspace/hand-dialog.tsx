import { X } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryStep } from '#contract/history.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { sentenceAmount, tableInstant } from '#renderer/lib/format.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { FindRecords } from './find-records.tsx';
import { type HandItem, handSums, isSame, sharedEqually } from './hand-items.ts';

type HandDialogProps = { start: readonly HandItem[]; onDone: (step: HistoryStep) => void; onClose: () => void };

/** A match made by hand: a split, several for one, one for several, or a transfer between the owner's accounts. */
export function HandDialog({ start, onDone, onClose }: HandDialogProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('matches.make');
  const [items, setItems] = useState<readonly HandItem[]>(() => sharedEqually(start));
  const [reason, setReason] = useState('');
  const sums = handSums(items);
  const said = reason.trim();
  const ready = sums.ready && (!sums.differs || said !== '');

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!ready) return;
    const shared = items.map(({ side, id }, index) => ({ side, id, allocated: sums.shares[index] ?? 0 }));
    const made = await run({ items: shared, reason: said || null });
    if (made) onDone(made.step);
  };
  const add = (item: HandItem) =>
    setItems((old) => (old.some((other) => isSame(other, item)) ? old : sharedEqually([...old, item])));
  return (
    <PlainDialog title={t('hand.title')} text={t('hand.text')} look="hand" onClose={onClose}>
      <form className="dialog-form hand-form" onSubmit={(event) => void submit(event)}>
        <Shares items={items} bad={sums.bad} onChange={setItems} />
        <FindRecords onAdd={add} />
        <p aria-live="polite">{sumsSentence()}</p>
        {sums.differs && (
          <label className="labelled">
            {t('reasonDialog.required')}
            <input
              className="field"
              maxLength={500}
              required
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        )}
        {error && <ErrorNote error={error} />}
        <DialogWays action={t('hand.match')} ready={!busy && ready} />
      </form>
    </PlainDialog>
  );

  function sumsSentence(): string {
    const { expected, paid, differs, transfer, bad, equal } = sums;
    if (items.length < 2) return t('hand.nothing');
    if (bad.includes(true)) return t('hand.badShare');
    if (!equal) return t('hand.unequal');
    if (transfer) return t('hand.transfer');
    if (!differs) return t('hand.balanced', { sum: sentenceAmount(paid) });
    const words = { left: sentenceAmount(expected), right: sentenceAmount(paid) };
    return t('hand.differs', { ...words, rest: sentenceAmount(Math.abs(paid - expected)) });
  }
}

type SharesProps = {
  items: readonly HandItem[];
  bad: readonly boolean[];
  onChange: (items: readonly HandItem[]) => void;
};

function Shares({ items, bad, onChange }: SharesProps) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const sides = [
    ['expected', t('hand.sales')],
    ['payment', t('hand.payments')],
  ] as const;
  const write = (changed: HandItem, typed: string) =>
    onChange(items.map((item) => (isSame(item, changed) ? { ...item, typed } : item)));
  return (
    <div className="sides">
      {sides.map(([side, title]) => (
        <section key={side} aria-label={title}>
          <h3>{title}</h3>
          {items.map((item, index) =>
            item.side === side ? (
              <div key={item.id} className="hand-item">
                <span>
                  {item.name || t('sales.sale')}
                  <span className="muted small">
                    {item.at === null ? '' : tableInstant(item.at, calendar)}{' '}
                    {t('hand.of', { sum: sentenceAmount(item.most) })}
                  </span>
                </span>
                <input
                  className="field figure"
                  inputMode="decimal"
                  aria-label={`${t('hand.share')}, ${item.name}`}
                  aria-invalid={bad[index]}
                  value={item.typed}
                  onChange={(event) => write(item, event.target.value)}
                />
                <button
                  type="button"
                  className="button plain icon-only"
                  aria-label={`${t('hand.drop')}: ${item.name}`}
                  onClick={() => onChange(items.filter((other) => !isSame(other, item)))}
                >
                  <Icon of={X} />
                </button>
              </div>
            ) : null,
          )}
        </section>
      ))}
    </div>
  );
}
