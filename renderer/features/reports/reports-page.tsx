import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportMade, ExportWish } from '#contract/export.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { MadeFiles } from './made-files.tsx';
import { needsAccount, takes } from './what-fits.ts';
import { WishForm } from './wish-form.tsx';

const firstWish: ExportWish = { subject: 'payments', format: 'xlsx', account: null, from: null, to: null };

/** What is handed over: to a bookkeeper, a tax office, another program. */
export function ReportsPage() {
  const { t } = useTranslation();
  const { data: accounts = [] } = useQuery('accounts.list', {});
  const [wish, setWish] = useState(firstWish);
  const [made, setMade] = useState<ExportMade | null>(null);
  const make = useCommand('exports.make');

  const change = (part: Partial<ExportWish>) => {
    const next = { ...wish, ...part };
    setWish(takes(next.format, next.subject) ? next : { ...next, format: 'xlsx' });
    setMade(null);
    make.reset();
  };
  const onMake = async () => setMade(await make.run(wish));
  const lacksAccount = needsAccount(wish) && wish.account === null;

  return (
    <div className="page">
      <div className="page-inner stack">
        <PlaceHead place="reports" text={t('reports.text')} />
        <div className="reports">
          <form
            className="reports-wish"
            onSubmit={(event) => {
              event.preventDefault();
              if (!lacksAccount && !make.busy) void onMake();
            }}
          >
            <WishForm wish={wish} accounts={accounts} onChange={change} />
            {lacksAccount && <p className="muted">{t('reports.oneAccount')}</p>}
            <div>
              <button type="submit" className="button primary" disabled={make.busy || lacksAccount}>
                {t(make.busy ? 'reports.making' : 'reports.make')}
              </button>
            </div>
            {make.error && <ErrorNote error={make.error} />}
          </form>
          <MadeFiles made={made} wish={wish} />
        </div>
      </div>
    </div>
  );
}
