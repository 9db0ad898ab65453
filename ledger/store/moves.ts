import type { Database } from 'better-sqlite3';
import { MoveRecord } from '#contract/move.ts';
import type { Exchange } from '#contract/provider-answer.ts';
import { isSettled, type MoveEvent, stepMove } from '../providers/move-steps.ts';
import { exchangeStore } from './exchanges.ts';

const read = (value: string): MoveRecord => MoveRecord.parse(JSON.parse(value));

/** Reads orders. */
export function movesIn(db: Database) {
  const one = db.prepare<[string], string>('SELECT value FROM move WHERE id = ?').pluck();
  const unsettled = db.prepare<[], string>('SELECT value FROM move WHERE settled = 0 ORDER BY seq').pluck();
  return {
    find: (id: string): MoveRecord | null => one.all(id).map(read)[0] ?? null,
    /** All whose outcome is not final, oldest first. */
    unsettled: (): MoveRecord[] => unsettled.all().map(read),
  };
}

/** The move table: one row a press. Call inside a transaction. */
export function moveStore(db: Database) {
  const insert = db.prepare(`
    INSERT INTO move (id, linked_account, settled, receipt, value) VALUES (:id, :link, 0, :receipt, :value)
    ON CONFLICT DO NOTHING
  `);
  const update = db.prepare('UPDATE move SET settled = :settled, receipt = :receipt, value = :value WHERE id = :id');
  const { find, unsettled } = movesIn(db);
  const exchanges = exchangeStore(db);

  return {
    find,
    unsettled,
    /** Writes the record unless its id is there already; tells whether it was written. */
    insert: (record: MoveRecord): boolean =>
      insert.run({
        id: record.id,
        link: record.linkedAccount,
        receipt: record.receipt,
        value: JSON.stringify(record),
      }).changes === 1,
    /** The order after the event, with what was exchanged; null where there is none. */
    step(id: string, event: MoveEvent, exchanged: readonly Exchange[]): MoveRecord | null {
      const record = find(id);
      if (record === null) return null;
      const after = stepMove(record, event);
      update.run({ id, settled: isSettled(after) ? 1 : 0, receipt: after.receipt, value: JSON.stringify(after) });
      exchanges.keep(`move ${id}`, exchanged);
      return after;
    },
  };
}
