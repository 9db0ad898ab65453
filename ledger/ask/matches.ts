import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { MatchStory } from '#contract/matches.ts';
import type { Sale } from '#contract/sales.ts';
import type { Parsed } from '#contract/index.ts';
import { type Match, MatchEvidence, type MatchItem } from '#contract/match.ts';
import type { Payment } from '#contract/payment.ts';
import { LedgerError } from '../errors.ts';
import type { MatchRow } from '../store/matches.ts';
import { likePattern, searchedCents } from './window.ts';

/** The evidence of a match or a suggestion as it is stored. */
export const StoredEvidence = z.array(MatchEvidence);

/** The matches that a filter lets through. */
const where = `
  FROM match m WHERE m.live = 1 AND (:state IS NULL OR m.state = :state) AND (:rule IS NULL OR m.rule = :rule)
    AND (:pattern IS NULL OR EXISTS (
      SELECT 1 FROM match_item i LEFT JOIN expected e ON i.side = 'expected' AND e.id = i.record
        LEFT JOIN payment p ON i.side = 'payment' AND p.id = i.record
      WHERE i.match = m.id AND (e.customer LIKE :pattern ESCAPE '\\' OR e.reference LIKE :pattern ESCAPE '\\'
        OR e.receipt LIKE :pattern ESCAPE '\\' OR p.receipt LIKE :pattern ESCAPE '\\'
        OR p.party LIKE :pattern ESCAPE '\\' OR i.allocated = :cents)))`;

/** The rows of matches, as the table has them. */
function matchRows(db: Database) {
  const sums = db.prepare<object, { total: number; cents: number }>(`
    SELECT count(*) AS total, coalesce(sum((
      SELECT sum(i.allocated) FROM match_item i WHERE i.match = m.id AND i.side = 'payment')), 0) AS cents ${where}
  `);
  const rows = db.prepare<object, MatchRow>(`SELECT m.* ${where} ORDER BY m.id DESC LIMIT :limit OFFSET :offset`);
  const one = db.prepare<[number], MatchRow>('SELECT * FROM match WHERE id = ?');
  const items = db.prepare<[number], MatchItem>(
    'SELECT side, record AS id, allocated FROM match_item WHERE match = ? ORDER BY side, record',
  );
  const holder = db
    .prepare<[number], number>(`
      SELECT m.id FROM match_item i JOIN match m ON m.id = i.match AND m.live = 1 AND m.state = 'confirmed' AND m.rule <> 'settlement'
      WHERE i.side = 'payment' AND i.record = ?
    `)
    .pluck();

  const toMatch = (row: MatchRow): Match => ({
    id: row.id,
    key: row.key,
    rule: row.rule,
    ruleVersion: row.rule_version,
    state: row.state,
    items: items.all(row.id),
    evidence: StoredEvidence.parse(JSON.parse(row.evidence)),
    margin: row.margin,
    residual: row.residual,
    by: row.decided_by,
    at: row.decided_at,
    reason: row.reason,
  });

  return {
    one: (id: number): Match | null => optional(one.get(id), toMatch),
    /** The number of the confirmed match that has this payment; a settlement is another question. */
    holderOf: (payment: number): number | undefined => holder.get(payment),
    page: (given: object) => ({ ...sums.get(given)!, rows: rows.all(given).map(toMatch) }),
  };
}

/** Reads matches with their records. */
export function matchQueries(
  db: Database,
  sales: (ids: readonly number[]) => Sale[],
  payments: (ids: readonly number[]) => Payment[],
) {
  const read = matchRows(db);

  /** A settlement has hundreds of payments: in a list it shows what the bank or the sweep says, and by itself all of it. */
  const toStory = (match: Match, inList: boolean): MatchStory => ({
    match,
    sales: sales(idsOn(match, 'expected')),
    payments: payments([
      ...idsOn(match, 'credit'),
      ...(inList && match.rule === 'settlement' ? [] : idsOn(match, 'payment')),
    ]),
  });

  return {
    /** One match with its records. Throws `not-found`. */
    story: ({ id }: Parsed<'matches.one'>): MatchStory => {
      const match = read.one(id);
      if (!match) throw new LedgerError('not-found', `No match ${id}.`);
      return toStory(match, false);
    },
    one: read.one,
    /** The confirmed match that has this payment, with the sales it pays. */
    usedFor: (payment: number): { match: number; sales: Sale[] } | null => {
      const id = read.holderOf(payment);
      const match = id === undefined ? null : read.one(id);
      return match && { match: match.id, sales: sales(idsOn(match, 'expected')) };
    },
    /** Newest first. */
    page: ({ state, rule, search, offset, limit }: Parsed<'matches.page'>) => {
      const pattern = search.trim() === '' ? null : likePattern(search);
      const given = { state, rule, pattern, cents: searchedCents(search), offset, limit };
      const { rows, ...found } = read.page(given);
      return { ...found, rows: rows.map((match) => toStory(match, true)) };
    },
  };
}

const idsOn = (match: Match, side: MatchItem['side']) =>
  match.items.filter((item) => item.side === side).map(({ id }) => id);

const optional = <T, R>(row: T | undefined, read: (row: T) => R): R | null => (row === undefined ? null : read(row));
