import type { Database } from 'better-sqlite3';
import type { Parsed } from '#contract/index.ts';
import type { Message, MessageSort } from '#contract/message.ts';
import { inBook } from './in-book.ts';
import { likePattern, statements } from './window.ts';

type Asked = Parsed<'messages.page'>;
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

/** The SQL of an order. Of the input, nothing but a column's name reaches it. */
function orderSql({ by, descending }: MessageSort): string {
  const direction = descending ? 'DESC' : 'ASC';
  return `
    SELECT m.id FROM message m LEFT JOIN movement v ON v.id = m.movement ${where}
    ORDER BY ${columnOf[by]} ${direction} NULLS LAST, m.id ${direction}`;
}

/** Reads the messages in the order asked for: windows of those that an import which stands tells. */
export function messageQueries(db: Database, dataVersion: () => number) {
  const orders = statements<number>(db);
  const rows = db.prepare<[string], Message>(`
    SELECT m.id, m.text, m.sender, m.received_at AS receivedAt, m.outcome, m.rule, m.kind, v.direction, v.receipt,
      abs(v.amount) AS amount, v.party, v.occurred_at AS occurredAt,
      (SELECT r.import FROM import_row r JOIN import i ON i.id = r.import
        WHERE r.message = m.id AND i.undone_at IS NULL ORDER BY r.import LIMIT 1) AS importId
    FROM json_each(?) w JOIN message m ON m.id = w.value LEFT JOIN movement v ON v.id = m.movement
    ORDER BY w.key
  `);
  const kept: { version: number; question: string; ids: readonly number[] } = { version: -1, question: '', ids: [] };

  /** Scrolling and copying ask for one order again and again; it is found once a question and a state of the book. */
  function idsOf({ outcome, search, sort }: Omit<Asked, 'offset' | 'limit'>): readonly number[] {
    const [version, question] = [dataVersion(), JSON.stringify([outcome, search, sort])];
    if (kept.version === version && kept.question === question) return kept.ids;
    const pattern = search.trim() === '' ? null : likePattern(search);
    const ids = orders(orderSql(sort)).pluck().all({ outcome, pattern });
    Object.assign(kept, { version, question, ids });
    return ids;
  }

  return ({ offset, limit, ...asked }: Asked): Page => {
    const ids = idsOf(asked);
    return { total: ids.length, rows: rows.all(JSON.stringify(ids.slice(offset, offset + limit))) };
  };
}
