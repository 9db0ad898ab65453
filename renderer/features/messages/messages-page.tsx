import { useTranslation } from 'react-i18next';
import { PlaceHead, tabOf } from '#renderer/components/place-head.tsx';
import { count } from '#renderer/lib/format.ts';
import { useRoute } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { KeptMessages } from './kept-messages.tsx';
import { PasteBox } from './paste-box.tsx';

/** What the phone said: read what is pasted, and look up what is in the book. */
export function MessagesPage() {
  const { t } = useTranslation();
  const { data: summary } = useQuery('book.summary', {});
  const tab = tabOf('messages', useRoute().params['tab']);
  return (
    <div className="list-page">
      <PlaceHead place="messages">
        {tab === '' && summary && (
          <p className="muted small">
            {t('messages.held', { count: summary.messages, messages: count(summary.messages) })}
          </p>
        )}
      </PlaceHead>
      {tab === 'book' ? <KeptMessages /> : <PasteBox />}
    </div>
  );
}
