import { type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BookSwitcher } from '#renderer/features/books/book-switcher.tsx';
import { MapperHost } from '#renderer/features/mapper/mapper-host.tsx';
import { EmptyBook } from '#renderer/features/start/empty-book.tsx';
import { MessagesPage } from '#renderer/features/messages/messages-page.tsx';
import { type Place, useRoute } from '#renderer/lib/route.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { AuditAlert } from './audit-alert.tsx';
import { DropZone } from './drop-zone.tsx';
import { fetchPages, later } from './later.tsx';
import { PaymentsPlace, ReconcilePlace, StatementsPlace, TodayPlace } from './parts.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

const AccountsPage = later(async () => (await import('#renderer/features/accounts/accounts-page.tsx')).AccountsPage);
const LinksPage = later(async () => (await import('#renderer/features/links/links-page.tsx')).LinksPage);
const ReportsPage = later(async () => (await import('#renderer/features/reports/reports-page.tsx')).ReportsPage);
const SettingsPage = later(async () => (await import('#renderer/features/settings/settings-page.tsx')).SettingsPage);

/** What a window opens with, and its first answers, come before the other pages. */
const restMs = 1_000;

const pages: Record<Place, () => ReactNode> = {
  today: () => <TodayPlace />,
  messages: () => <MessagesPage />,
  payments: () => <PaymentsPlace />,
  statements: () => <StatementsPlace />,
  reconcile: () => <ReconcilePlace />,
  accounts: () => <AccountsPage />,
  links: () => <LinksPage />,
  reports: () => <ReportsPage />,
  settings: () => <SettingsPage />,
};

/** Rail, bar and the place one is at; an empty book shows its three offers and nothing else. */
export function Shell() {
  const { t } = useTranslation();
  const { place } = useRoute();
  const summary = useQuery('book.summary', {});
  useEffect(() => {
    document.title = `${t(`place.${place}`)} · Risiti`;
  }, [t, place]);
  useEffect(() => {
    const rested = setTimeout(() => void fetchPages(), restMs);
    return () => clearTimeout(rested);
  }, []);

  if (place === 'today' && summary.data?.empty) {
    return (
      <DropZone>
        <main className="first-start">
          <div className="first-start-book">
            <BookSwitcher name={summary.data.name} onlyIfMore />
          </div>
          <EmptyBook />
        </main>
      </DropZone>
    );
  }
  return (
    <DropZone>
      <a className="skip-link button" href="#main" onClick={skipToMain}>
        {t('shell.skip')}
      </a>
      <div className="shell">
        <Rail place={place} />
        <TopBar name={summary.data?.name ?? ''} />
        <main id="main" tabIndex={-1}>
          <AuditAlert />
          <Suspense>{pages[place]()}</Suspense>
        </main>
        <MapperHost />
      </div>
    </DropZone>
  );
}

/** The address after `#` is the place, so the link must not change it. */
function skipToMain(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}
