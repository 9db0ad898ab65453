import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Work } from '#contract/book.ts';
import { count, durationParts } from '#renderer/lib/format.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { paceOf } from './pace.ts';

/** What runs, how far, how fast, how long still, and the way to stop it. Never in the way of anything. */
export function WorkStrip() {
  const { data: work } = useQuery('work.current', {});
  return work ? <Running work={work} /> : null;
}

function Running({ work }: { work: Work }) {
  const { t } = useTranslation();
  const { run: cancel, busy } = useCommand('work.cancel');
  const { share, rate, secondsLeft } = paceOf(work, useNow());
  const left = secondsLeft === null ? null : durationParts(secondsLeft);
  const name = t(`work.${work.name}`, { subject: work.subject ?? '' });
  return (
    <>
      <div className="work">
        <span className="work-what">{name}</span>
        {work.rows > 0 && (
          <span className="work-figure">{t('work.rows', { count: work.rows, rows: count(work.rows) })}</span>
        )}
        {rate !== null && <span className="work-figure">{t('work.rate', { rate: count(rate) })}</span>}
        {left && (
          <span className="work-figure">
            {t('work.left', { time: t(`duration.${left.unit}`, { count: left.count }) })}
          </span>
        )}
        <button type="button" className="button" disabled={busy} onClick={() => void cancel({})}>
          {t('work.cancel')}
        </button>
      </div>
      <progress className="work-line" aria-label={name} max={1} {...(share !== null && { value: share })} />
    </>
  );
}

/** The clock, twice a second, while something runs. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}
