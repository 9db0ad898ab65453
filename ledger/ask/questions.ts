import type { Database } from 'better-sqlite3';
import { pragmaNumber } from '../db/migrate.ts';
import { profileStore } from '../store/profiles.ts';
import { settingStore } from '../store/settings.ts';
import { viewStore } from '../store/views.ts';
import { accountQueries } from './accounts.ts';
import { decidingQuestions } from './deciding.ts';
import { importQueries } from './imports.ts';
import { ownAccountsQuery } from './own-accounts.ts';
import { linkQueries } from './links.ts';
import { messageQueries } from './messages.ts';
import { paymentQueries } from './payments.ts';
import type { Questions } from './question-types.ts';
import { reconciliationQuery } from './reconciliation.ts';
import { reportQuery } from './report.ts';
import { storyQuery } from './story.ts';
import { supportQuery } from './support.ts';
import { summaryQuery } from './summary.ts';

/** Everything that can be asked of an open book, over a connection that only reads. */
export function openQuestions(db: Database, path: string): Questions {
  const dataVersion = () => pragmaNumber(db, 'data_version');
  const settings = settingStore(db);
  const views = viewStore(db);
  const imports = importQueries(db);
  const profiles = profileStore(db);
  const accounts = once(accountQueries(db), dataVersion);
  const payments = paymentQueries(db, dataVersion);
  const story = storyQuery(db);
  const summary = once(summaryQuery(db, path, accounts), dataVersion);
  const reconciliation = once(reconciliationQuery(db, accounts), dataVersion);
  return {
    'book.summary': summary,
    'settings.read': settings.read,
    'views.read': ({ list }) => views.read(list),
    'imports.list': imports.list,
    'imports.rows': imports.rows,
    'messages.page': messageQueries(db, dataVersion),
    'payments.page': payments.page,
    'payments.totals': payments.totals,
    'payments.story': ({ id }) => story(id),
    'reconcile.summary': reconciliation,
    'accounts.list': ownAccountsQuery(db, accounts),
    'profiles.list': () => profiles.all(),
    ...linkQueries(db),
    'support.facts': supportQuery(db),
    ...decidingQuestions(db, accounts, dataVersion),
    'report.summary': reportQuery(db, accounts, imports.list),
  };
}

/** Found once for each state of the book. */
function once<T>(find: () => T, version: () => number): () => T {
  let kept: { version: number; value: T } | null = null;
  return () => {
    const now = version();
    if (kept?.version !== now) kept = { version: now, value: find() };
    return kept.value;
  };
}
