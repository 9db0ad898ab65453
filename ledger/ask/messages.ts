import type { Database } from 'better-sqlite3';
import type { Parsed } from '#contract/index.ts';
import type { Message, MessageSort } from '#contract/message.ts';
import { inBook } from './in-book.ts';
import { likePattern, statements } from './window.ts';

type Page = { total: number; rows: Message[] };

const where = `
  WHERE ${inBook('m')} AND (:outcome IS NULL OR m.outcome = :outcome)
    AND (:pattern IS NULL OR m.text LIKE :pattern ESCAPE '\\')
`;

const columnOf = {
  // What it tells; where it tells no time, when the phone had it.
  when: 'coalesce(v.occurred_at, m.received_at)',
  amount: 'v.amount',
  party: 'v.party',
  outcome: 'm.outcome',
} as const satisfies Record<MessageSort['by'], string>;

/** A window's SQL in an order. Of the input, nothing but a column's name reaches it. */
function windowSql({ by, descending }: MessageSort): string {
  const direction = descending ? 'DESC' : 'ASC';
  const order = `ORDER BY ${columnOf[by]} ${direction} NULLS LAST, m.id ${direction}`;
  // The window is cut on ids alone; only its rows are then read whole.
  return `
    WITH w AS MATERIALIZED (
      SELECT m.id FROM message m LEFT JOIN movement v ON v.id = m.movement ${where} ${order} LIMIT :limit OFFSET :offset)
    SELECT m.id, m.text, m.sender, m.received_at AS receivedAt, m.outcome, m.rule, m.kind, v.direction, v.receipt,
      abs(v.amount) AS amount, v.party, v.occurred_at AS occurredAt,
      (SELECT r.import FROM import_row r JOIN import i ON i.id = r.import
        WHERE r.message = m.id AND i.undone_at IS NULL ORDER BY r.import LIMIT 1) AS importId
    FROM w JOIN message m ON m.id = w.id LEFT JOIN movement v ON v.id = m.movement
    ${order}
  `;
}

/** Reads the messages in the order asked for: windows of those that an import which stands tells. */
export function messageQueries(db: Database) {
  const count = db.prepare<object, number>(`SELECT count(*) FROM message m ${where}`).pluck();
  const windows = statements<Message>(db);

  return ({ outcome, search, sort, offset, limit }: Parsed<'messages.page'>): Page => {
    const pattern = search.trim() === '' ? null : likePattern(search);
    const rows = windows(windowSql(sort)).all({ outcome, pattern, offset, limit });
    return { total: count.get({ outcome, pattern }) ?? 0, rows };
  };
}
