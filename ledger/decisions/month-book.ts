import type { Database } from 'better-sqlite3';
import type { Period } from '#contract/proof.ts';
import type { AccountKind } from '#contract/words.ts';
import { accountName } from '../ask/accounts.ts';
import { type MonthOf, monthCover } from './month-cover.ts';
import { type Chain, proofReader } from './proofs.ts';
import { sealedPeriods } from './sealed-periods.ts';
import { toldSeals } from './told-seals.ts';

type Month = MonthOf & {
  kind: AccountKind;
  shortcode: string | null;
  name: string | null;
  payments: number;
  in: number;
  out: number;
  /** The same, of what a statement tells. */
  statedIn: number;
  statedOut: number;
  charges: number;
};
type Closed = Pick<Period, 'opening' | 'closing' | 'seal' | 'closedAt' | 'reason'> & {
  id: number;
  account: number;
  month: string;
};

const sumOf = (flow: 'in' | 'out', cents: string) => `coalesce(sum(CASE p.flow WHEN '${flow}' THEN ${cents} END), 0)`;

/** Reads the months of accounts: what moved, whether it is proved, and how they were closed. `proof`: where chains are had from. */
export function monthBook(db: Database, proof = proofReader(db)) {
  const months = db.prepare<{ account: number | null }, Month>(`
    SELECT p.account, a.kind, a.shortcode, a.name, substr(p.occurred_at, 1, 7) AS month, count(*) AS payments,
      ${sumOf('in', 'p.amount')} AS "in", ${sumOf('out', '-p.amount')} AS "out",
      ${sumOf('in', 'p.amount * (p.statement_rows > 0)')} AS statedIn,
      ${sumOf('out', '-p.amount * (p.statement_rows > 0)')} AS statedOut,
      sum(p.charges) AS charges, min(p.occurred_at) AS first, max(p.occurred_at) AS last,
      (SELECT min(b.occurred_at) FROM payment b WHERE b.account = p.account) AS began
    FROM payment p JOIN account a ON a.id = p.account
    WHERE p.occurred_at IS NOT NULL AND (:account IS NULL OR p.account = :account)
    GROUP BY p.account, month ORDER BY month DESC, p.account
  `);
  const closed = db.prepare<[], Closed>(
    'SELECT id, account, month, opening, closing, seal, closed_at AS closedAt, reason FROM period WHERE live = 1',
  );
  const isCovered = monthCover(db);
  const sealed = sealedPeriods(db);
  const told = toldSeals(db, 'periods.close');

  return (account: number | null): Period[] => {
    const known = new Map(closed.all().map((row) => [`${row.account} ${row.month}`, row]));
    const seals = told();
    const chains = new Map<number, Chain>();
    const chainOf = (id: number) => chains.get(id) ?? chains.set(id, proof(id, 'statement')).get(id)!;
    return months.all({ account }).map((month) => {
      const chain = chainOf(month.account);
      const done = known.get(`${month.account} ${month.month}`);
      const before = known.get(`${month.account} ${previous(month.month)}`);
      const ends = endsOf(chain, month.month);
      const corrections = done ? sealed.corrections(done) : [];
      return {
        account: { id: month.account, name: month.name ?? accountName(month.kind, month.shortcode) },
        month: month.month,
        // What the month before was closed with opens this one.
        opening: done ? done.opening : (before?.closing ?? ends.opening),
        closing: done ? done.closing : ends.closing,
        payments: month.payments,
        ...movedOf(chain, month, ends),
        charges: month.charges,
        proof: proofOf(chain, month.month, ends, isCovered(month), before?.closing ?? null),
        state: done ? (corrections.length > 0 ? 'changed' : 'closed') : 'open',
        closedAt: done?.closedAt ?? null,
        reason: done?.reason ?? null,
        seal: done?.seal ?? null,
        sealed: done ? sealed.fits(done) && seals.has(`${done.account} ${done.month} ${done.seal}`) : null,
        corrections,
      };
    });
  };
}

type Ends = Pick<Period, 'opening' | 'closing'>;

/** The balance before the first row of a month and after the last, as the statement prints them. */
function endsOf({ rows }: Chain, month: string): Ends {
  const inside = rows.filter(({ at }) => at?.startsWith(month));
  const first = inside.findIndex(({ balance }) => balance !== null);
  if (first === -1) return { opening: null, closing: null };
  const before = inside.slice(0, first + 1).reduce((sum, { change }) => sum + change, 0);
  const last = inside.findLastIndex(({ balance }) => balance !== null);
  const after = inside.slice(last + 1).reduce((sum, { change }) => sum + change, 0);
  return { opening: inside[first]!.balance! - before, closing: inside[last]!.balance! + after };
}

function proofOf(chain: Chain, month: string, ends: Ends, covers: boolean, before: number | null): Period['proof'] {
  if (ends.opening === null || ends.closing === null) return 'none';
  const moved = movesIn(chain, month);
  const broken = chain.breaks.some(({ missing }) => (missing.before ?? missing.after)?.startsWith(month));
  if (broken || ends.opening + moved !== ends.closing || (before !== null && before !== ends.opening)) return 'breaks';
  return covers ? 'holds' : 'uncovered';
}

/**
 * What came and went, and what else the statement says moved: charges, loans, and the owner's own moves, signed. Between
 * two balances only what the statement tells counts, so that a message it does not show is no part of the sum.
 */
function movedOf(chain: Chain, month: Month, { opening, closing }: Ends): Pick<Period, 'in' | 'out' | 'besides'> {
  if (opening === null || closing === null) return { in: month.in, out: month.out, besides: null };
  const { statedIn, statedOut } = month;
  return { in: statedIn, out: statedOut, besides: movesIn(chain, month.month) - statedIn + statedOut };
}

/** What the rows of a month come to. */
const movesIn = ({ rows }: Chain, month: string): number =>
  rows.reduce((sum, { at, change }) => (at?.startsWith(month) ? sum + change : sum), 0);

/** `2026-03` → `2026-02` */
function previous(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return number === 1 ? `${year! - 1}-12` : `${year}-${String(number! - 1).padStart(2, '0')}`;
}
