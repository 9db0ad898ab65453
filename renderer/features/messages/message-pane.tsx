import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#contract/message.ts';
import { parseMessage } from '#parser/parse.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { Legend } from '#renderer/components/legend.tsx';
import { hrefTo } from '#renderer/lib/route.ts';
import { ReadingCard } from './reading-card.tsx';

/** One kept message as it was received, read again for its highlights. */
export function MessagePane({ message, onClose }: { message: Message; onClose(): void }) {
  const { t } = useTranslation();
  const reading = useMemo(() => parseMessage(message.text), [message.text]);
  return (
    <aside
      className="message-pane"
      aria-label={t('messages.one')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <button
        type="button"
        className="button plain icon-only pane-close"
        aria-label={t('common.close')}
        onClick={onClose}
      >
        <Icon of={X} />
      </button>
      <ReadingCard text={message.text} reading={reading} />
      <Legend />
      {message.receipt && <a href={hrefTo('reconcile', { search: message.receipt })}>{t('messages.seePayment')}</a>}
    </aside>
  );
}
