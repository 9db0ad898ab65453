import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#contract/book.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DraftProvider } from '#renderer/lib/draft.tsx';
import { IntakeProvider } from '#renderer/lib/intake.tsx';
import { useQuery } from '#renderer/lib/use-query.ts';
import { Shell } from './shell.tsx';

/** Nothing is drawn before the book has said how it wants to look. */
export function Gate() {
  const { t } = useTranslation();
  const settings = useQuery('settings.read', {});
  useLook(settings.data);
  if (settings.data) {
    return (
      <IntakeProvider>
        <DraftProvider>
          <Shell />
        </DraftProvider>
      </IntakeProvider>
    );
  }
  if (!settings.error) return null;
  return (
    <main className="gate">
      <h1>Risiti</h1>
      {settings.error.code === 'forbidden' ? (
        <p>{t('gate.openPrinted')}</p>
      ) : (
        <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />
      )}
    </main>
  );
}

/** Puts the owner's choices onto the document, before it is painted. */
function useLook(settings: Settings | undefined) {
  const { i18n } = useTranslation();
  useLayoutEffect(() => {
    if (!settings) return;
    const { dataset } = document.documentElement;
    dataset['theme'] = settings.theme;
    dataset['density'] = settings.density;
    document.documentElement.lang = settings.language;
    void i18n.changeLanguage(settings.language);
  }, [settings, i18n]);
}
