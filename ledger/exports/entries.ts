import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { ExportWish } from '#contract/export.ts';
import type { AccountKind, MovementKind } from '#contract/words.ts';
import { accountName } from '../ask/accounts.ts';
import { isSettlement } from '../reconcile/movement.ts';
import { kindInWords } from './cells.ts';

/** One line as accounting programs take it: a payment, or the charge that came with it. */
export type Entry = {
  /** Stays the same for ever and is given once an account: the receipt, with `-C` for its charge. */
  readonly id: string;
  readonly account: string;
  /** `2026-03-05T14:30:00+03:00` */
  readonly at: string;
  /** `2026-03-05` */
  readonly date: string;
  /** Signed cents: in positive, out negative. */
  readonly amount: number;
  readonly payee: string;
  readonly description: string;
  readonly receipt: string;
  /** A sweep between the owner's own accounts is no income; a charge is a cost of its own. */
  readonly as: 'payment' | 'charge' | 'transfer';
  readonly reversal: boolean;
};

type Row = {
  key: string;
  receipt: string | null;
  kind: MovementKind;
  amount: number;
  charges: number;
  at: string;
  party: string | null;
  ref: string | null;
  linkedAs: 'reverses' | 'reversed-by' | null;
  accountKind: AccountKind;
  shortcode: string | null;
  name: string | null;
};

/** What was asked for as SQL sees it. */
export const within = ({ account, from, to }: ExportWish) => ({ account, from, to });

/** The condition of `within` over a table's account and time. `T` parts a day from its time; `U` comes after it. */
export const inWish = (account: string, time: string): string =>
  `(:account IS NULL OR ${account} = :account) AND (:from IS NULL OR ${time} >= :from) AND (:to IS NULL OR ${time} < :to || 'U')`;

/**
 * Money that moved, oldest first: what was only claimed, failed or is contradicted by a statement is left out, and so
 * is what has no time.
 */
export function* entriesOf(db: Database, wish: ExportWish): Generator<Entry> {
  const rows = db.prepare<ReturnType<typeof within>, Row>(`
    SELECT p.key, p.receipt, p.kind, p.amount, p.charges, p.occurred_at AS at, p.party, p.account_ref AS ref,
      p.linked_as AS linkedAs,
      a.kind AS accountKind, a.shortcode, a.name
    FROM payment p JOIN account a ON a.id = p.account
    WHERE p.standing IN ('seen','confirmed','proved','reversed') AND p.occurred_at IS NOT NULL
      AND (p.amount <> 0 OR p.charges <> 0) AND ${inWish('p.account', 'p.occurred_at')}
    ORDER BY p.occurred_at, p.key, a.id
  `);
  for (const row of rows.iterate(within(wish))) yield* entriesFor(row);
}

function* entriesFor(row: Row): Generator<Entry> {
  const { key, kind, at, amount, charges, party, ref, receipt, linkedAs } = row;
  const id = idOf(key);
  const common = {
    account: row.name ?? accountName(row.accountKind, row.shortcode),
    at,
    date: at.slice(0, 10),
    payee: party ?? '',
    receipt: receipt ?? '',
    reversal: linkedAs === 'reverses' || kind.startsWith('reversal_') || key.endsWith('~reversal'),
  };
  const words = [party, ref && `Acc. ${ref}`, receipt].filter(Boolean).join(' ');
  const as = kind === 'charge' ? 'charge' : isSettlement(kind) ? 'transfer' : 'payment';
  if (amount !== 0) yield { ...common, id, amount, as, description: words || kindInWords(kind) };
  if (charges !== 0)
    yield { ...common, id: `${id}-C`, amount: -charges, as: 'charge', description: `Charge ${words}`.trim() };
}

/** What has no receipt is told apart by a digest of what it says. */
function idOf(key: string): string {
  const [, receipt, reversal] = /^([A-Z0-9]{6,20})(~reversal)?$/.exec(key) ?? [];
  if (receipt !== undefined) return reversal ? `${receipt}-R` : receipt;
  return createHash('sha256').update(key).digest('hex').slice(0, 24).toUpperCase();
}
