import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '#contract/message.ts';
import { parseMessage } from '#parser/parse.ts';
import { Legend } from '#renderer/components/legend.tsx';
import { SidePane } from '#renderer/components/side-pane.tsx';
import { hrefTo } from '#renderer/lib/route.ts';
import { ReadingCard } from './reading-card.tsx';

/** One kept message as it was received, read again for its highlights. */
export function MessagePane({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t } = useTranslation();
  const reading = useMemo(() => parseMessage(message.text), [message.text]);
  return (
    <SidePane label={t('messages.one')} onClose={onClose}>
      <ReadingCard text={message.text} reading={reading} />
      <Legend />
      {message.receipt && <a href={hrefTo('reconcile', { search: message.receipt })}>{t('messages.seePayment')}</a>}
    </SidePane>
  );
}
