import { useTranslation } from 'react-i18next';
import type { Period } from '#contract/proof.ts';
import { ReasonDialog } from '#renderer/components/reason-dialog.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { monthWords } from '#renderer/lib/months.ts';
import { useAccountName } from '#renderer/lib/use-account-name.ts';
import { useCommand } from '#renderer/lib/use-command.ts';

type PeriodDialogProps = { period: Period; onClose: () => void };

function useNamed({ account, month }: Period) {
  const calendar = useCalendar();
  const accountName = useAccountName();
  return { month: monthWords(month, calendar), account: accountName(account) };
}

/** Closing asks first; where the proof does not hold, it asks why as well. */
export function CloseDialog({ period, onClose }: PeriodDialogProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('periods.close');
  const named = useNamed(period);
  const holds = period.proof === 'holds';
  const close = async (reason: string) => {
    const { account, month } = period;
    if (await run({ account: account.id, month, reason: reason || null })) onClose();
  };
  return (
    <ReasonDialog
      title={t('periods.closeTitle', named)}
      text={holds ? t('periods.closeHolds') : t('periods.closeNotHolds', { proof: t(`periods.proof.${period.proof}`) })}
      action={t('periods.closeMonth')}
      required={!holds}
      busy={busy}
      error={error}
      onReason={(reason) => void close(reason)}
      onClose={onClose}
    />
  );
}

export function ReopenDialog({ period, onClose }: PeriodDialogProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('periods.reopen');
  const named = useNamed(period);
  const reopen = async (reason: string) => {
    if (await run({ account: period.account.id, month: period.month, reason })) onClose();
  };
  return (
    <ReasonDialog
      title={t('periods.reopenTitle', named)}
      text={t('periods.reopenText')}
      action={t('periods.reopen')}
      required
      busy={busy}
      error={error}
      onReason={(reason) => void reopen(reason)}
      onClose={onClose}
    />
  );
}
