import { CircleSlash, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '#renderer/lib/call.ts';
import { Icon } from './icon.tsx';

type ErrorNoteProps = { error: Refused; onRetry?: () => void };

/** Says what went wrong and what to do, in words chosen by the refusal's code. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const { t } = useTranslation();
  // The person's own wish is no failure.
  if (error.code === 'cancelled') {
    return (
      <div className="note">
        <Icon of={CircleSlash} />
        <p>{t('errors.cancelled')}</p>
      </div>
    );
  }
  return (
    <div className="note danger" role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <p>{t(`errors.${error.code}`)}</p>
        {error.code === 'internal' && error.message && <p className="small muted">{error.message}</p>}
      </div>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {t('common.tryAgain')}
        </button>
      )}
    </div>
  );
}
