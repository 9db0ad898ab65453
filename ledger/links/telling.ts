import type { Database } from 'better-sqlite3';
import type { Lookup } from '#contract/lookup.ts';
import type { MoveRecord } from '#contract/move.ts';
import type { ProviderAnswer } from '#contract/provider-answer.ts';
import type { Session } from '../session.ts';
import { callbackStore } from '../store/callbacks.ts';
import { exchangeStore } from '../store/exchanges.ts';
import { linkTellingStore } from '../store/link-tellings.ts';
import { linkedAccountStore } from '../store/linked-accounts.ts';
import { lookupStore } from '../store/lookups.ts';
import { moveStore } from '../store/moves.ts';
import type { Added, MovementRow } from '../store/movements.ts';
import { receiverPortStore } from '../store/receiver-port.ts';
import type { requests } from './requests.ts';
import { witnessRow } from './witness.ts';

/** The tables of linked accounts. */
export const openTables = (db: Database) => ({
  links: linkedAccountStore(db),
  lookups: lookupStore(db),
  moves: moveStore(db),
  callbacks: callbackStore(db),
  exchanges: exchangeStore(db),
  receiverPort: receiverPortStore(db),
});

/** What the audit keeps of an order: who, how much, and how it stands; never an exchange. */
export const auditOf = ({ id, linkedAccount, move, input, amount, state, receipt }: MoveRecord) => ({
  id,
  linkedAccount,
  move,
  input,
  amount,
  state,
  receipt,
});

type Told = { readonly account: number; readonly receipt: string; readonly direction: 'in' | 'out' };

/** Puts what links tell beside the messages and the statements. */
export function openWitness(
  db: Database,
  store: Session['store'],
  { links, moves }: ReturnType<typeof openTables>,
  { at, expects }: { readonly at: () => string; readonly expects: ReturnType<typeof requests> },
) {
  const telling = linkTellingStore(db);
  const payment = db.prepare<[number], { account: number; receipt: string | null; amount: number; numbered: 0 | 1 }>(
    `SELECT p.account, p.receipt, p.amount, a.shortcode IS NOT NULL AS numbered
    FROM payment p JOIN account a ON a.id = p.account WHERE p.id = ?`,
  );

  function add(row: MovementRow, link: number, original: string): Added {
    const added = store.movements.add(row);
    telling({ movement: added.id, link, at: at(), original });
    // Told before in other words, it is a new row all the same.
    store.derived.markStale(row.receipt === null ? { loose: added.id } : { receipt: row.receipt });
    return added;
  }

  /** A list's row or a notice, at the account that the link is of. */
  function tell(
    source: 'lookup' | 'callback',
    link: number,
    answer: ProviderAnswer,
    original: string,
  ): 'stored' | 'duplicate' | 'skipped' {
    const account = links.find(link)?.account ?? null;
    const row = account === null || answer.receipt === null ? null : witnessRow(source, link, account, answer);
    if (row === null) return 'skipped';
    return add(row, link, original).fresh ? 'stored' : 'duplicate';
  }

  /** Where a confirmed lookup puts its witness: beside the payment that it was about, or at the link's account. */
  function place({ about, linkedAccount }: Lookup, answer: ProviderAnswer, record: MoveRecord | null): Told | null {
    if (about.kind === 'payment') {
      const known = payment.get(Number(about.id));
      if (!known || known.receipt === null) return null;
      // Nobody had said which account of its kind the payment is of: the link that knows it does.
      const account = known.numbered === 1 ? known.account : (links.find(linkedAccount)?.account ?? known.account);
      return { account, receipt: known.receipt, direction: known.amount > 0 ? 'in' : 'out' };
    }
    const account = links.find(linkedAccount)?.account ?? null;
    if (account === null || answer.receipt === null || record === null) return null;
    return { account, receipt: answer.receipt, direction: record.move === 'request-payment' ? 'in' : 'out' };
  }

  function told(id: string, answer: ProviderAnswer): MoveRecord | null {
    const record = moves.step(id, { kind: 'told', answer, at: at() }, []);
    if (record) {
      store.audit.append('moves.told', at(), auditOf(record));
      expects.changed(record, at());
    }
    return record;
  }

  /** Only what confirms becomes a witness; whatever else it says stays in the lookup. */
  function answered(lookup: Lookup, answer: ProviderAnswer): void {
    const { about, linkedAccount: link, outcome } = lookup;
    const record = about.kind === 'request' ? told(String(about.id), answer) : null;
    const found = outcome?.verdict === 'confirmed' ? place(lookup, answer, record) : null;
    if (found === null) return;
    const { account, ...said } = found;
    const row = witnessRow('lookup', link, account, { ...answer, ...said });
    if (row) add(row, link, JSON.stringify(answer));
  }

  return { tell, answered };
}
