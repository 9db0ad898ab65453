import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { Check, type ImportRow, type ImportSummary } from '#contract/import.ts';
import type { Parsed } from '#contract/index.ts';
import type { AccountKind, Verdict } from '#contract/words.ts';
import { LedgerError } from '../errors.ts';

type Row = {
  id: number;
  name: string;
  importer: string;
  kind: AccountKind | null;
  shortcode: string | null;
  holder: string | null;
  from: string | null;
  to: string | null;
  stored: number;
  duplicate: number;
  skipped: number;
  rejected: number;
  in: number;
  out: number;
  opening: number | null;
  closing: number | null;
  verified: 0 | 1;
  checks: string;
  importedAt: string;
  undoneAt: string | null;
  origin: string;
  sales: 0 | 1;
};

const Checks = z.array(Check);

/** Reads the imports and what became of their rows. */
export function importQueries(db: Database) {
  const all = db.prepare<[], Row>(`
    SELECT i.id, i.name, i.importer, a.kind, a.shortcode, i.holder, i.period_from AS "from", i.period_to AS "to",
      i.rows_stored AS stored, i.rows_duplicate AS duplicate, i.rows_skipped AS skipped, i.rows_rejected AS rejected,
      i.total_in AS "in", i.total_out AS "out", i.opening, i.closing, i.verified, i.checks, i.imported_at AS importedAt,
      i.undone_at AS undoneAt, i.origin, EXISTS (SELECT 1 FROM expected_row e WHERE e.import = i.id) AS sales
    FROM import i LEFT JOIN account a ON a.id = i.account
    WHERE i.staged = 0
    ORDER BY i.id DESC
  `);
  const exists = db.prepare<[number], number>('SELECT 1 FROM import WHERE id = ? AND staged = 0').pluck();
  const count = db
    .prepare<{ id: number; verdict: Verdict | null }, number>(
      'SELECT count(*) FROM import_row WHERE import = :id AND (:verdict IS NULL OR verdict = :verdict)',
    )
    .pluck();
  const rows = db.prepare<{ id: number; verdict: Verdict | null; offset: number; limit: number }, ImportRow>(`
    SELECT r.row, r.verdict, r.reason, coalesce(r.text, m.text, '') AS text
    FROM import_row r LEFT JOIN message m ON m.id = r.message
    WHERE r.import = :id AND (:verdict IS NULL OR r.verdict = :verdict)
    ORDER BY r.seq LIMIT :limit OFFSET :offset
  `);

  return {
    /** Newest first, those that were undone among them. */
    list: (): ImportSummary[] => all.all().map(toSummary),
    /** In the order of the file. Throws `not-found`. */
    rows: ({ id, verdict, offset, limit }: Parsed<'imports.rows'>): { total: number; rows: ImportRow[] } => {
      if (exists.get(id) === undefined) throw new LedgerError('not-found', `There is no import ${id}.`);
      return { total: count.get({ id, verdict }) ?? 0, rows: rows.all({ id, verdict, offset, limit }) };
    },
  };
}

function toSummary(row: Row): ImportSummary {
  const { stored, duplicate, skipped, rejected, kind, shortcode, holder, from, to } = row;
  return {
    id: row.id,
    name: row.name,
    importer: row.importer,
    account: kind && { kind, shortcode, holder },
    period: from !== null && to !== null ? { from, to } : null,
    rows: { read: stored + duplicate + skipped + rejected, stored, duplicate, skipped, rejected },
    totals: { in: row.in, out: row.out },
    opening: row.opening,
    closing: row.closing,
    verified: row.verified === 1,
    checks: Checks.parse(JSON.parse(row.checks)),
    importedAt: row.importedAt,
    undoneAt: row.undoneAt,
    sample: row.origin === 'sample',
    sales: row.sales === 1,
  };
}
