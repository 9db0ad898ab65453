import type { Database } from 'better-sqlite3';
import { accountStore } from './accounts.ts';
import { auditStore } from './audit.ts';
import { derivedStore } from './derived.ts';
import { exceptionStore } from './exceptions.ts';
import { groupStore } from './groups.ts';
import { importStore } from './imports.ts';
import { matchStore } from './matches.ts';
import { liveStore } from './live.ts';
import { lookupStore } from './lookups.ts';
import { messageStore } from './messages.ts';
import { movementStore } from './movements.ts';
import { paymentStore } from './payments.ts';
import { periodStore } from './periods.ts';
import { profileStore } from './profiles.ts';
import { saleStore } from './sales.ts';
import { settingStore } from './settings.ts';
import { settlementStore } from './settlements.ts';
import { stagingStore } from './staging.ts';
import { stepStore } from './steps.ts';
import { suggestionStore } from './suggestions.ts';
import { viewStore } from './views.ts';

/** Every table the writer changes, over its one connection. */
export function openStore(db: Database) {
  const derived = derivedStore(db);
  return {
    accounts: accountStore(db),
    audit: auditStore(db),
    derived,
    exceptions: exceptionStore(db),
    groups: groupStore(db),
    imports: importStore(db),
    live: liveStore(db),
    matches: matchStore(db),
    lookups: lookupStore(db),
    messages: messageStore(db),
    movements: movementStore(db),
    payments: paymentStore(db),
    periods: periodStore(db),
    profiles: profileStore(db),
    sales: saleStore(db),
    settings: settingStore(db),
    settlements: settlementStore(db),
    staging: stagingStore(db),
    steps: stepStore(db, derived),
    suggestions: suggestionStore(db),
    views: viewStore(db),
  };
}

export type Store = ReturnType<typeof openStore>;
