import type { Conflict, ImportDone, ImportReport, RowIssue } from '#contract/import.ts';
import type { Profile } from '#contract/profile.ts';
import { LedgerError } from '../errors.ts';
import type { Origin } from '../store/imports.ts';
import type { Store } from '../store/store.ts';
import type { StartApart } from './apart/start-apart.ts';
import { statementChecks, type StatementChecks } from './checks.ts';
import type { Importer, RowRead, StatementFacts } from './importer.ts';
import type { Taken } from './intake-desk.ts';
import { openIntake } from './intake.ts';
import type { HashedSource } from './source-file.ts';

/** One source with the importer that recognised it. */
export type Job = {
  readonly file: HashedSource;
  readonly importer: Importer;
  readonly origin: Origin;
  /** Opens a locked document, for this reading only; the book never sees it. */
  readonly password?: string | undefined;
  readonly profiles?: readonly Profile[];
  readonly apart?: StartApart | undefined;
  /** What its preview was made of: anything else is refused. */
  readonly digest?: string | undefined;
  /** Imports it although it was undone before. */
  readonly again: boolean;
};

/** How the work under way is followed and stopped. */
export type Watch = {
  /** Asked between batches; once true, the run throws `cancelled`. */
  cancelled(): boolean;
  /** Told between batches: bytes of the source and rows so far. */
  progress(done: number, rows: number): void;
  /** Told between batches how many rows more were written: the transaction may be parted there. */
  turn(rows: number): void;
};

/** What came of a source. `changed`: any of it was new to the book, or in new words. */
export type Ran = { readonly done: ImportDone; readonly changed: boolean };

/** The rows of each list that a report has itself; the book has all of them. */
const LISTED = 200;

/**
 * Reads one source into the book: a preview is this very run, taken back. The caller has begun a transaction and ends it;
 * where `turn` parts it, the import is staged: until all of it is read it does not stand. A throw (`cancelled`,
 * `unreadable-file`, `file-changed`) leaves it to the caller to take out what was staged.
 */
export async function runImport(store: Store, job: Job, at: string, watch: Watch): Promise<Ran> {
  const { file, importer, origin, password, profiles, apart } = job;
  const known = new Set(store.accounts.all().map((one) => one.id));
  const id = store.imports.begin({
    name: file.name,
    bytes: file.bytes,
    importer: importer.id,
    importer_version: importer.version,
    origin,
    imported_at: at,
  });
  const intake = openIntake(store, id);
  const ledger = openTally();
  let account: number | null = null;
  for await (const batch of importer.read(file, { password, profiles, apart })) {
    if (watch.cancelled()) throw new LedgerError('cancelled', 'Cancelled; nothing of this source was stored.');
    for (const read of batch) {
      if (read.as === 'statement') account = adopt(store, ledger, read.facts);
      else if (read.as === 'mapped') ledger.mapped(read.profile);
      else ledger.count(read, intake.take(read, account));
    }
    watch.progress(file.done(), ledger.rows());
    watch.turn(batch.length);
  }
  const digest = await file.digest();
  if (job.digest !== undefined && job.digest !== digest)
    throw new LedgerError('file-changed', `“${file.name}” has changed since it was looked at.`);
  const report = ledger.report(file.name, importer.id);
  const undoneBefore = store.imports.undoneWith(digest, id);
  store.imports.close({ id, sha256: digest, account, report });
  const newAccounts = store.accounts.all().filter((one) => !known.has(one.id));
  return {
    done: {
      ...report,
      newAccounts: newAccounts.map(({ kind, shortcode }) => ({ kind, shortcode })),
      undoneBefore,
      digest,
      id,
    },
    changed: intake.changed(),
  };
}

function adopt(store: Store, ledger: Tally, facts: StatementFacts): number {
  ledger.open(facts);
  return store.accounts.idOf(facts.account.kind, facts.account.shortcode);
}

type Tally = ReturnType<typeof openTally>;

/** Adds up what becomes of the rows and holds them against what the file prints. */
function openTally() {
  const rows = { stored: 0, duplicate: 0, skipped: 0, rejected: 0 };
  const totals = { in: 0, out: 0 };
  const issues: RowIssue[] = [];
  const conflicts: Conflict[] = [];
  let conflicting = 0;
  const seen: { from: string | null; to: string | null } = { from: null, to: null };
  let facts: StatementFacts | null = null;
  let checks: StatementChecks | null = null;
  let mapped: ImportReport['mapped'] = null;
  const total = () => rows.stored + rows.duplicate + rows.skipped + rows.rejected;

  return {
    open(said: StatementFacts): void {
      facts = said;
      checks = statementChecks(said);
    },
    mapped: (profile: ImportReport['mapped']) => void (mapped = profile),
    rows: total,
    count(read: RowRead, { verdict, reason, text, told, conflict }: Taken): void {
      rows[verdict] += 1;
      if (reason !== null && issues.length < LISTED) issues.push({ row: read.row, verdict, reason, text });
      if (read.as === 'expected') {
        if (verdict === 'stored') totals.in += read.payment.amount;
        widen(seen, read.payment.at);
      }
      if (told === null) return;
      const { movement, counts } = told;
      if (conflict && movement.receipt !== null) {
        conflicting += 1;
        const { receipt, amount } = movement;
        if (conflicts.length < LISTED) conflicts.push({ row: read.row, receipt, amount, ...conflict });
      }
      // A file of several accounts prints the balances of each, and what goes from one to the other is no income.
      const elsewhere = facts !== null && (movement.account ?? facts.account).kind !== facts.account.kind;
      if (read.as === 'movement' && !elsewhere) checks?.add({ row: read.row, ...movement });
      if (verdict === 'stored' && counts !== 'none' && !elsewhere) totals[counts] += Math.abs(movement.amount);
      widen(seen, movement.occurredAt);
    },
    report(name: string, importer: string): Omit<ImportReport, 'newAccounts' | 'undoneBefore' | 'digest'> {
      const { checks: held, verified } = checks?.done() ?? { checks: [], verified: false };
      return {
        name,
        importer,
        mapped,
        account: facts && { ...facts.account, holder: facts.holder },
        period: facts?.period ?? (seen.from !== null && seen.to !== null ? { from: seen.from, to: seen.to } : null),
        rows: { read: total(), ...rows },
        totals,
        opening: facts?.opening ?? null,
        closing: facts?.closing ?? null,
        verified,
        checks: held,
        issues,
        conflicts,
        conflicting,
      };
    },
  };
}

function widen(seen: { from: string | null; to: string | null }, at: string | null): void {
  if (at === null) return;
  if (seen.from === null || at < seen.from) seen.from = at;
  if (seen.to === null || at > seen.to) seen.to = at;
}
