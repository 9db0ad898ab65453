import type { Database } from 'better-sqlite3';
import type { ImportReport } from '#contract/import.ts';
import type { Source, Verdict } from '#contract/words.ts';
import type { Coverage } from '../reconcile/coverage.ts';

/** Where a source came from. */
export type Origin = 'file' | 'paste' | 'sample';

/** What is known of an import before its first row is read. */
export type ImportStart = {
  name: string;
  bytes: number;
  importer: string;
  importer_version: number;
  origin: Origin;
  imported_at: string;
};

/** What is known after its last. */
export type ImportEnd = { id: number; sha256: string; account: number | null; report: Counted };

/** Of a report what the table keeps. */
type Counted = Omit<
  ImportReport,
  'mapped' | 'issues' | 'conflicts' | 'conflicting' | 'newAccounts' | 'undoneBefore' | 'digest'
>;

/** The import and import_row tables. */
export function importStore(db: Database) {
  const begin = db.prepare<ImportStart>(`
    INSERT INTO import (name, sha256, bytes, importer, importer_version, origin, rows_stored, rows_duplicate, rows_skipped,
      rows_rejected, total_in, total_out, verified, checks, imported_at, undone_at, staged)
    VALUES (:name, '', :bytes, :importer, :importer_version, :origin, 0, 0, 0, 0, 0, 0, 0, '[]', :imported_at, :imported_at, 1)
  `);
  const finish = db.prepare<{ id: number; at: string }>(
    'UPDATE import SET staged = 0, undone_at = NULL, imported_at = :at WHERE id = :id',
  );
  const undoneAt = db.prepare<[number], string | null>('SELECT undone_at FROM import WHERE id = ?').pluck();
  const undo = db.prepare<{ id: number; at: string }>('UPDATE import SET undone_at = :at WHERE id = :id');
  const undoneWith = db
    .prepare<{ sha256: string; id: number }, 0 | 1>(`
    SELECT EXISTS (SELECT 1 FROM import WHERE sha256 = :sha256 AND undone_at IS NOT NULL AND staged = 0)
      AND NOT EXISTS (SELECT 1 FROM import WHERE sha256 = :sha256 AND (undone_at IS NULL OR staged = 1) AND id <> :id)
  `)
    .pluck();
  const state = db
    .prepare<[], string>(`
    SELECT (SELECT coalesce(max(id), 0) FROM import) || '.' || (SELECT count(*) FROM import WHERE undone_at IS NOT NULL)
      || '.' || (SELECT coalesce(max(id), 0) FROM movement) || '.' || (SELECT coalesce(max(id), 0) FROM message)
  `)
    .pluck();
  const samples = db
    .prepare<[], number>("SELECT id FROM import WHERE origin = 'sample' AND undone_at IS NULL ORDER BY id")
    .pluck();
  const standing = db.prepare<[], number>('SELECT count(*) FROM import WHERE undone_at IS NULL').pluck();
  const coverage = db.prepare<[], { account: number; from: string; to: string; verified: 0 | 1 }>(`
    SELECT account, period_from AS "from", period_to AS "to", verified FROM import
    WHERE undone_at IS NULL AND account IS NOT NULL AND period_from IS NOT NULL AND period_to IS NOT NULL
  `);

  return {
    /** Begins an import that does not stand yet. */
    begin: (start: ImportStart) => Number(begin.run(start).lastInsertRowid),
    /** Writes down what was found out once all of it is read. */
    close: closing(db),
    /** From here on it stands. */
    finish: (id: number, at: string) => void finish.run({ id, at }),
    ...rowStore(db),
    ...tellingStore(db),
    /** Undefined where there is no such import, null where it stands. */
    undoneAt: (id: number) => undoneAt.get(id),
    /** Whether the very same source, other than import `id`, was undone and does not stand. */
    undoneWith: (sha256: string, id: number) => undoneWith.get({ sha256, id }) === 1,
    /** Another string as soon as anything was stored or undone: what a preview was made of. */
    state: () => state.get() ?? '',
    undo: (id: number, at: string) => void undo.run({ id, at }),
    /** The imports of the sample shop that stand. */
    samples: () => samples.all(),
    /** How many imports stand. */
    count: () => standing.get() ?? 0,
    /** The stretches of time that statements which stand claim to cover, one a statement. */
    coverage: (): Coverage[] =>
      coverage.all().map(({ account, from, to, verified }) => ({ account, from, to, proved: verified === 1 })),
  };
}

/** What one import says, whether it stands or not. */
function tellingStore(db: Database) {
  const claim = db.prepare<[number], { account: number; from: string; to: string }>(`
    SELECT account, period_from AS "from", period_to AS "to" FROM import
    WHERE id = ? AND account IS NOT NULL AND period_from IS NOT NULL AND period_to IS NOT NULL
  `);
  const again = db
    .prepare<[number], 0 | 1>(`
      SELECT a.account IS NULL OR a.period_from IS NULL OR EXISTS (
        SELECT 1 FROM import b WHERE b.id <> a.id AND b.undone_at IS NULL AND b.account = a.account
          AND b.period_from = a.period_from AND b.period_to = a.period_to AND b.verified = a.verified)
      FROM import a WHERE a.id = ?
    `)
    .pluck();
  const tells = db.prepare<[number], { account: number; source: Source }>(`
    SELECT DISTINCT p.account, m.source FROM import_row r JOIN movement m ON m.id = r.movement
    JOIN payment_movement l ON l.movement = m.id JOIN payment p ON p.id = l.payment WHERE r.import = ?
  `);

  return {
    /** The time that one import says it covers, whether it stands or not; undefined where it says nothing. */
    claimOf: (id: number) => claim.get(id),
    /** Which witness of which accounts it tells, by the payments that its rows are laid under. */
    tellsOf: (id: number) => tells.all(id),
    /** Whether another import that stands says the very same of the time it covers, or this one says nothing. */
    claimsAgain: (id: number) => again.get(id) === 1,
  };
}

/** Every line that was read, in reading order. */
function rowStore(db: Database) {
  const add = db.prepare<
    [number, number, number, Verdict, string | null, string | null, number | null, number | null]
  >(`
    INSERT INTO import_row (import, seq, row, verdict, reason, text, message, movement) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  `);
  return {
    /** `text` is null where the message has it. */
    addRow(
      import_: number,
      seq: number,
      row: number,
      verdict: Verdict,
      reason: string | null,
      text: string | null,
      message: number | null,
      movement: number | null,
    ): void {
      add.run(import_, seq, row, verdict, reason, text, message, movement);
    },
  };
}

function closing(db: Database) {
  const close = db.prepare(`
    UPDATE import SET sha256 = :sha256, account = :account, holder = :holder, period_from = :from, period_to = :to,
      opening = :opening, closing = :closing, rows_stored = :stored, rows_duplicate = :duplicate, rows_skipped = :skipped,
      rows_rejected = :rejected, total_in = :in, total_out = :out, verified = :verified, checks = :checks
    WHERE id = :id
  `);

  return ({ id, sha256, account, report }: ImportEnd): void => {
    close.run({
      id,
      sha256,
      account,
      holder: report.account?.holder ?? null,
      from: report.period?.from ?? null,
      to: report.period?.to ?? null,
      opening: report.opening,
      closing: report.closing,
      ...report.rows,
      ...report.totals,
      verified: report.verified ? 1 : 0,
      checks: JSON.stringify(report.checks),
    });
  };
}
