import type { Database } from 'better-sqlite3';
import { accountStore } from './accounts.ts';
import { derivedStore } from './derived.ts';
import { importStore } from './imports.ts';
import { messageStore } from './messages.ts';
import { movementStore } from './movements.ts';
import { paymentStore } from './payments.ts';
import { settingStore } from './settings.ts';

/** Every table the writer changes, over its one connection. */
export function openStore(db: Database) {
  return {
    accounts: accountStore(db),
    derived: derivedStore(db),
    imports: importStore(db),
    messages: messageStore(db),
    movements: movementStore(db),
    payments: paymentStore(db),
    settings: settingStore(db),
  };
}

export type Store = ReturnType<typeof openStore>;
