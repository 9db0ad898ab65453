import type { Database } from 'better-sqlite3';
import type { MatchState } from '#contract/match.ts';

/** What a person decided about settlements, by the keys of the matches: these stand, those are refused. */
export type DecidedSettlements = { readonly kept: ReadonlySet<string>; readonly refused: ReadonlySet<string> };

/** Settlements among the matches, and the payments that they settle. */
export function settlementStore(db: Database) {
  const decided = db.prepare<[], { key: string; state: MatchState }>(
    "SELECT key, state FROM match WHERE live = 1 AND decided_by IS NOT NULL AND rule = 'settlement'",
  );
  const part = `m.live = 1 AND m.state = 'confirmed' AND m.rule = 'settlement' AND i.side = 'payment'`;
  const unsettle = db.prepare(`
    UPDATE payment SET settled = NULL WHERE settled IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM match m JOIN match_item i ON i.match = m.id
      WHERE m.id = payment.settled AND i.record = payment.id AND ${part})
  `);
  // Materialized: from the few matches to their payments, not from all payments to the matches.
  const settle = db.prepare(`
    WITH s AS MATERIALIZED (SELECT i.record, i.match FROM match m CROSS JOIN match_item i ON i.match = m.id WHERE ${part})
    UPDATE payment SET settled = s.match FROM s WHERE payment.id = s.record AND payment.settled IS NOT s.match
  `);

  return {
    decided: (): DecidedSettlements => {
      const rows = decided.all();
      const confirmed = rows.filter(({ state }) => state === 'confirmed');
      const refused = rows.filter(({ state }) => state !== 'confirmed');
      return { kept: new Set(confirmed.map(({ key }) => key)), refused: new Set(refused.map(({ key }) => key)) };
    },
    /** Lets every payment say which confirmed settlement it is a part of; writes only what differs. */
    settle: (): void => {
      unsettle.run();
      settle.run();
    },
  };
}
