import type { Database } from 'better-sqlite3';
import type { SupportFacts } from '#contract/support.ts';
import { HttpFailure } from '#contract/provider-answer.ts';
import { pragmaNumber, versionOf } from '../db/migrate.ts';
import { stateNow } from '../store/exceptions.ts';
import { type LinkRow, linksIn } from '../store/linked-accounts.ts';

/** Counts, codes and versions of a book for somebody who helps; see `SupportFacts` for what it must not tell. */
export function supportQuery(db: Database) {
  const links = linksIn(db);
  const tally = taller(db);
  return (): SupportFacts => ({
    schema: versionOf(db),
    bytes: pragmaNumber(db, 'page_count') * pragmaNumber(db, 'page_size'),
    integrity: db.pragma('quick_check(1)', { simple: true }) === 'ok' ? 'ok' : 'damaged',
    rows: rowCounts(db),
    payments: {
      standing: tally('SELECT standing AS name, count(*) AS count FROM payment GROUP BY 1'),
      exception: tally('SELECT exception AS name, count(*) AS count FROM payment WHERE name IS NOT NULL GROUP BY 1'),
    },
    decisions: tally(
      `SELECT x.code || ' ' || ${stateNow('x')} AS name, count(*) AS count FROM exception x WHERE x.live = 1 GROUP BY 1`,
    ),
    imports: db
      .prepare<[], SupportFacts['imports'][number]>(
        `SELECT importer, count(*) AS count, sum(rows_rejected) AS rejected FROM import
        WHERE undone_at IS NULL GROUP BY importer ORDER BY importer`,
      )
      .all(),
    links: links().map((link) => linkFacts(db, link)),
  });
}

/** Rows of `name, count` as one object. Each query is a constant of this file. */
const taller =
  (db: Database) =>
  (sql: string, link: number | null = null): Record<string, number> =>
    Object.fromEntries(
      db
        .prepare<object, { name: string; count: number }>(sql)
        .all(link === null ? {} : { link })
        .map(({ name, count }) => [name, count]),
    );

function rowCounts(db: Database): Record<string, number> {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all();
  // The names are the schema's own.
  return Object.fromEntries(
    tables.map((name) => [name, Number(db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())]),
  );
}

const LOOKUPS = 'FROM lookup WHERE linked_account = :link';

function linkFacts(
  db: Database,
  { id, service, simulated, automatic, enabled }: LinkRow,
): SupportFacts['links'][number] {
  const tally = taller(db);
  const failures = tally(
    `SELECT json_extract(value, '$.failure') AS name, count(*) AS count FROM exchange
    WHERE name IS NOT NULL AND (about = 'pull ' || :link
      OR about IN (SELECT 'lookup ' || id FROM lookup WHERE linked_account = :link)
      OR about IN (SELECT 'move ' || id FROM move WHERE linked_account = :link)) GROUP BY 1`,
    id,
  );
  return {
    service,
    simulated,
    automatic,
    enabled,
    lookups: tally(`SELECT state AS name, count(*) AS count ${LOOKUPS} GROUP BY 1`, id),
    verdicts: tally(`SELECT verdict AS name, count(*) AS count ${LOOKUPS} AND verdict IS NOT NULL GROUP BY 1`, id),
    orders: tally(
      "SELECT json_extract(value, '$.state') AS name, count(*) AS count FROM move WHERE linked_account = :link GROUP BY 1",
      id,
    ),
    callbacks: Number(db.prepare('SELECT count(*) FROM callback WHERE linked_account = ?').pluck().get(id)),
    failures: Object.fromEntries(
      HttpFailure.options.flatMap((name) => (failures[name] ? [[name, failures[name]]] : [])),
    ),
  };
}
