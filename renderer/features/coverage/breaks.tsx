import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BalanceBreak } from '#renderer/components/balance-break.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { useQuery } from '#renderer/lib/use-query.ts';

/** Every place where an account's balances stop adding up, on its statements and in its messages. */
export function Breaks({ account }: { account: number }) {
  const { t } = useTranslation();
  const breaks = useQuery('proof.breaks', { account });
  return (
    <section className="stack-small" aria-labelledby="breaks-title">
      <header className="section-head">
        <h2 id="breaks-title">{t('breaks.title')}</h2>
      </header>
      {breaks.error && <ErrorNote error={breaks.error} />}
      {breaks.data?.length === 0 && (
        <p className="standing good">
          <Icon of={CheckCheck} />
          {t('breaks.none')}
        </p>
      )}
      {breaks.data?.map((gap) => (
        <BalanceBreak
          key={`${gap.source}-${gap.after?.payment ?? 'start'}-${gap.before?.payment ?? 'end'}-${gap.gap}`}
          of={gap}
        />
      ))}
    </section>
  );
}
