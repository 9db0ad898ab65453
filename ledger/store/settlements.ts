import type { Database } from 'better-sqlite3';
import type { MatchState } from '#contract/match.ts';
import { type Turn, writeEach } from '../long-work.ts';

/** What a person decided about settlements, by the keys of the matches: these stand, those are refused. */
export type DecidedSettlements = { readonly kept: ReadonlySet<string>; readonly refused: ReadonlySet<string> };

/** Settlements among the matches, and the payments that they settle. */
export function settlementStore(db: Database) {
  const decided = db.prepare<[], { key: string; state: MatchState }>(
    "SELECT key, state FROM match WHERE live = 1 AND decided_by IS NOT NULL AND rule = 'settlement'",
  );
  const part = `m.live = 1 AND m.state = 'confirmed' AND m.rule = 'settlement' AND i.side = 'payment'`;
  type Differing = readonly [payment: number, match: number | null];
  const unsettled = db
    .prepare<[], Differing>(`
      SELECT id, NULL FROM payment WHERE settled IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM match m JOIN match_item i ON i.match = m.id
        WHERE m.id = payment.settled AND i.record = payment.id AND ${part})
    `)
    .raw();
  // From the few matches to their payments, not from all payments to the matches.
  const settled = db
    .prepare<[], Differing>(`
      SELECT p.id, i.match FROM match m CROSS JOIN match_item i ON i.match = m.id CROSS JOIN payment p ON p.id = i.record
      WHERE ${part} AND p.settled IS NOT i.match
    `)
    .raw();
  const settle = db.prepare<[number | null, number]>('UPDATE payment SET settled = ? WHERE id = ?');
  const unmoved = db
    .prepare<[], Differing>(`
      SELECT id, NULL FROM payment WHERE moved IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM match m WHERE m.id = payment.moved AND m.live = 1 AND m.state = 'confirmed')
    `)
    .raw();
  const ends = `SELECT p.id, i.match FROM match m CROSS JOIN match_item i ON i.match = m.id
    CROSS JOIN payment p ON p.id = i.record WHERE m.live = 1 AND m.state = 'confirmed' AND p.moved IS NOT i.match`;
  const arrived = db.prepare<[], Differing>(`${ends} AND m.rule = 'settlement' AND i.side = 'credit'`).raw();
  // Few matches were decided by a person, and an index has them.
  const transferred = db
    .prepare<[], Differing>(`
      ${ends} AND m.decided_by IS NOT NULL AND m.rule = 'by-hand' AND i.side = 'payment'
        AND NOT EXISTS (SELECT 1 FROM match_item e WHERE e.match = m.id AND e.side = 'expected')
    `)
    .raw();
  const move = db.prepare<[number | null, number]>('UPDATE payment SET moved = ? WHERE id = ?');

  return {
    decided: (): DecidedSettlements => {
      const rows = decided.all();
      const confirmed = rows.filter(({ state }) => state === 'confirmed');
      const refused = rows.filter(({ state }) => state !== 'confirmed');
      return { kept: new Set(confirmed.map(({ key }) => key)), refused: new Set(refused.map(({ key }) => key)) };
    },
    /** Lets every payment say which confirmed settlement it is a part of, or the bank's end of; writes only what differs. */
    settle(turn: Turn): void {
      for (const differing of [unsettled, settled])
        writeEach(differing.all(), turn, ([payment, match]) => settle.run(match, payment));
      writeEach(arrived.all(), turn, ([payment, match]) => move.run(match, payment));
    },
    /** The same for transfers that a person put together, and for whatever no longer is a move. */
    transfer(turn: Turn): void {
      for (const differing of [unmoved, transferred])
        writeEach(differing.all(), turn, ([payment, match]) => move.run(match, payment));
    },
  };
}
