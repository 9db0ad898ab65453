import type { Database } from 'better-sqlite3';
import type { Parsed } from '#contract/index.ts';
import type { Message } from '#contract/message.ts';
import { inBook } from './in-book.ts';
import { likePattern } from './window.ts';

type Page = { total: number; rows: Message[] };

/** Reads the messages, newest told first: windows of those that an import which stands tells. */
export function messageQueries(db: Database) {
  const where = `
    WHERE ${inBook('m')} AND (:outcome IS NULL OR m.outcome = :outcome)
      AND (:pattern IS NULL OR m.text LIKE :pattern ESCAPE '\\')
  `;
  const count = db.prepare<object, number>(`SELECT count(*) FROM message m ${where}`).pluck();
  const rows = db.prepare<object, Message>(`
    SELECT m.id, m.text, m.sender, m.received_at AS receivedAt, m.outcome, m.rule, m.kind, v.direction, v.receipt,
      abs(v.amount) AS amount, v.party, v.occurred_at AS occurredAt,
      (SELECT r.import FROM import_row r JOIN import i ON i.id = r.import
        WHERE r.message = m.id AND i.undone_at IS NULL ORDER BY r.import LIMIT 1) AS importId
    FROM message m LEFT JOIN movement v ON v.id = m.movement
    ${where}
    ORDER BY m.id DESC LIMIT :limit OFFSET :offset
  `);

  return ({ outcome, search, offset, limit }: Parsed<'messages.page'>): Page => {
    const pattern = search.trim() === '' ? null : likePattern(search);
    return { total: count.get({ outcome, pattern }) ?? 0, rows: rows.all({ outcome, pattern, offset, limit }) };
  };
}
