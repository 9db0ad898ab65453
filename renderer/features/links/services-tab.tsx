import { Cable } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '#renderer/components/empty-note.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useLinked } from '#renderer/components/services/use-linked.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { LinkCard } from './link-card.tsx';
import { PretendButton } from './pretend-button.tsx';
import { LinkDialog } from './link-dialog.tsx';

/** Every link with all that it can do, and the way to one more. */
export function ServicesTab() {
  const { t } = useTranslation();
  const { services, place, linked, loading, error } = useLinked();
  const [linking, setLinking] = useState(false);
  const { data: book } = useQuery('book.summary', {});
  const way = (
    <>
      {book?.sample && <PretendButton />}
      <button type="button" className="button primary" onClick={() => setLinking(true)}>
        {t('links.services.link')}
      </button>
    </>
  );
  return (
    <div className="links-scroll">
      {error && <ErrorNote error={error} />}
      {!loading && !error && linked.length === 0 && (
        <EmptyNote icon={Cable} title={t('links.services.emptyTitle')} text={t('links.services.emptyText')}>
          {way}
        </EmptyNote>
      )}
      {linked.length > 0 && (
        <>
          <div className="links-bar">
            <p className="muted">{t('links.services.text')}</p>
            <span className="push">{way}</span>
          </div>
          <ul className="links-list">
            {linked.map((link) => (
              <LinkCard key={link.id} link={link} />
            ))}
          </ul>
        </>
      )}
      {linking && services && place && (
        <LinkDialog services={services} place={place} onClose={() => setLinking(false)} />
      )}
    </div>
  );
}
