import type { Database } from 'better-sqlite3';
import type { SupportFacts } from '#contract/support.ts';
import { HttpFailure } from '#contract/provider-answer.ts';
import { pragmaNumber, versionOf } from '../db/migrate.ts';
import { linksIn } from '../store/linked-accounts.ts';

type Counts = Record<string, number>;

/** Counts, codes and versions of a book for somebody who helps; see `SupportFacts` for what it must not tell. */
export function supportQuery(db: Database) {
  const links = linksIn(db);

  /** Rows of `name, count` as one object. Each query is a constant of this file. */
  function tally(sql: string, link: number | null = null): Counts {
    const rows = db.prepare<object, { name: string; count: number }>(sql).all({ link });
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
  }

  function rowCounts(): Counts {
    const tables = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
      )
      .pluck()
      .all();
    return Object.fromEntries(
      // The names are the schema's own.
      tables.map((name) => [name, Number(db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())]),
    );
  }

  const linkFacts = (): SupportFacts['links'] =>
    links().map(({ id, service, simulated, automatic, enabled }) => ({
      service,
      simulated,
      automatic,
      enabled,
      lookups: tally(
        `SELECT state AS name, count(*) AS count FROM lookup WHERE linked_account = :link GROUP BY state`,
        id,
      ),
      verdicts: tally(
        `SELECT verdict AS name, count(*) AS count FROM lookup
        WHERE linked_account = :link AND verdict IS NOT NULL GROUP BY verdict`,
        id,
      ),
      orders: tally(
        `SELECT json_extract(value, '$.state') AS name, count(*) AS count FROM move WHERE linked_account = :link GROUP BY 1`,
        id,
      ),
      callbacks: Number(db.prepare('SELECT count(*) FROM callback WHERE linked_account = ?').pluck().get(id)),
      failures: failuresOf(id),
    }));

  function failuresOf(link: number): SupportFacts['links'][number]['failures'] {
    const found = tally(
      `SELECT json_extract(value, '$.failure') AS name, count(*) AS count FROM exchange
      WHERE name IS NOT NULL AND (about = 'pull ' || :link
        OR about IN (SELECT 'lookup ' || id FROM lookup WHERE linked_account = :link)
        OR about IN (SELECT 'move ' || id FROM move WHERE linked_account = :link)) GROUP BY 1`,
      link,
    );
    return Object.fromEntries(HttpFailure.options.flatMap((name) => (found[name] ? [[name, found[name]]] : [])));
  }

  return (): SupportFacts => ({
    schema: versionOf(db),
    bytes: pragmaNumber(db, 'page_count') * pragmaNumber(db, 'page_size'),
    integrity: db.pragma('quick_check(1)', { simple: true }) === 'ok' ? 'ok' : 'damaged',
    rows: rowCounts(),
    payments: {
      standing: tally('SELECT standing AS name, count(*) AS count FROM payment GROUP BY standing'),
      exception: tally(
        'SELECT exception AS name, count(*) AS count FROM payment WHERE exception IS NOT NULL GROUP BY exception',
      ),
    },
    decisions: tally(`SELECT code || ' ' || state AS name, count(*) AS count FROM exception WHERE live = 1 GROUP BY 1`),
    imports: db
      .prepare<[], SupportFacts['imports'][number]>(
        `SELECT importer, count(*) AS count, sum(rows_rejected) AS rejected FROM import
        WHERE undone_at IS NULL GROUP BY importer ORDER BY importer`,
      )
      .all(),
    links: linkFacts(),
  });
}
