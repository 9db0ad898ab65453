import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClosedDay, DayFigures } from '#contract/day.ts';
import { PlainAmount } from '#renderer/components/amount.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { instantWords, sentenceAmount } from '#renderer/lib/format.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { tillFields } from './till.ts';
import { Unexplained } from './unexplained.tsx';

/** As much of a seal as a person compares on a screen. */
const shownSeal = 16;

/** The day as it was closed: the figures then, under their seal. */
export function ClosedTill({ day, now }: { day: ClosedDay; now: DayFigures }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { run, busy, error } = useCommand('days.reopen');
  const [asking, setAsking] = useState(false);
  const reopen = async (reason: string) => {
    if (await run({ date: day.date, reason })) setAsking(false);
  };
  return (
    <section className="till">
      <h3>{t('dayClose.till')}</h3>
      {tillFields.map((field) => (
        <div key={field} className="till-line">
          <span>{t(`dayClose.${field}`)}</span>
          <PlainAmount cents={day[field]} />
        </div>
      ))}
      {day.note !== null && <p>{t('workspace.note', { note: day.note })}</p>}
      <Unexplained till={day} mpesa={day.figures.mpesa.cents} cents={day.unexplained} />
      {now.mpesa.cents !== day.figures.mpesa.cents && (
        <p className="amiss-text">{t('dayClose.changed', { sum: sentenceAmount(now.mpesa.cents) })}</p>
      )}
      <p>{t('dayClose.closed', { when: instantWords(day.closedAt, calendar) })}</p>
      <p className={`standing ${day.sealed ? 'good' : 'danger'} seal`}>
        <Icon of={day.sealed ? ShieldCheck : ShieldAlert} />
        <span>
          {day.sealed ? t('dayClose.sealHolds', { seal: day.seal.slice(0, shownSeal) }) : t('dayClose.sealBroken')}
          {/* Paper is signed under all of it. */}
          {day.sealed && <span className="print-only">{day.seal.slice(shownSeal)}</span>}
        </span>
      </p>
      <p className="signature">{t('dayClose.signature')}</p>
      <button type="button" className="button no-print" onClick={() => setAsking(true)}>
        {t('dayClose.reopen')}
      </button>
      {asking && (
        <ReasonDialog
          title={t('dayClose.reopen')}
          text={t('dayClose.reopenText')}
          action={t('dayClose.reopen')}
          required
          busy={busy}
          error={error}
          onReason={(reason) => void reopen(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
