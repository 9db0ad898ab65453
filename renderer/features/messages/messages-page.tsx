import { Tabs } from '@base-ui/react/tabs';
import { useTranslation } from 'react-i18next';
import { replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { count } from '#renderer/lib/format.ts';
import { KeptMessages } from './kept-messages.tsx';
import { PasteBox } from './paste-box.tsx';

/** What the phone said: read what is pasted, and look up what is in the book. */
export function MessagesPage() {
  const { t } = useTranslation();
  const { params } = useRoute();
  const { data: summary } = useQuery('book.summary', {});
  const tab = params['tab'] === 'book' ? 'book' : 'paste';
  return (
    <Tabs.Root
      className="messages"
      value={tab}
      onValueChange={(value) => replaceParams('messages', { tab: value === 'book' ? 'book' : '' })}
    >
      <header className="messages-head">
        <h1>{t('place.messages')}</h1>
        <Tabs.List className="tabs-list" activateOnFocus>
          <Tabs.Tab className="tab" value="paste">
            {t('messages.paste')}
          </Tabs.Tab>
          <Tabs.Tab className="tab" value="book">
            {t('messages.inBook')} <span className="muted">{summary ? count(summary.messages) : ''}</span>
          </Tabs.Tab>
        </Tabs.List>
      </header>
      <Tabs.Panel className="messages-panel" value="paste" tabIndex={-1}>
        <PasteBox />
      </Tabs.Panel>
      <Tabs.Panel className="messages-panel" value="book" tabIndex={-1}>
        <KeptMessages />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
