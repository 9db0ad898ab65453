import type { Database } from 'better-sqlite3';
import { type Turn, writeEach } from '../long-work.ts';
import type { MatchItem, MatchRule, MatchState, NewMatch, RejectedPair } from '#contract/match.ts';
import type { Decided } from '../reconcile/matching/allocate.ts';

/** A stored match without its items. */
export type MatchRow = {
  id: number;
  key: string;
  rule: MatchRule;
  rule_version: number;
  state: MatchState;
  evidence: string;
  margin: number | null;
  residual: number;
  decided_by: string | null;
  decided_at: string;
  reason: string | null;
  live: 0 | 1;
};

type Pairing = { match: number; side: MatchItem['side']; record: number; state: MatchState };

/** What only a person's word says beside the match itself. */
export type Word = { readonly at: string; readonly reason: string | null };

/** The match and match_item tables. */
export function matchStore(db: Database) {
  const columns = 'key, rule, rule_version, state, evidence, margin, residual, decided_by, decided_at, reason, live';
  const insert = db.prepare<Omit<MatchRow, 'id'>>(
    `INSERT INTO match (${columns}) VALUES (${columns.replace(/\w+/g, ':$&')})`,
  );
  const update = db.prepare<Omit<MatchRow, 'id'>>(`
    UPDATE match SET rule_version = :rule_version, state = :state, evidence = :evidence, margin = :margin,
      residual = :residual, decided_by = :decided_by, decided_at = :decided_at, reason = :reason, live = :live
    WHERE key = :key
  `);
  const addItem = db.prepare<MatchItem & { match: number }>(
    'INSERT INTO match_item (match, side, record, allocated) VALUES (:match, :side, :id, :allocated)',
  );
  const share = db.prepare<MatchItem & { match: number }>(
    'UPDATE match_item SET allocated = :allocated WHERE match = :match AND side = :side AND record = :id',
  );
  const byKey = db.prepare<[string], MatchRow>('SELECT * FROM match WHERE key = ?');
  const one = db.prepare<[number], MatchRow>('SELECT * FROM match WHERE id = ? AND live = 1');
  const retire = db.prepare<[number]>('UPDATE match SET live = 0 WHERE id = ?');
  const decide = db.prepare<Word & { id: number; state: MatchState }>(
    "UPDATE match SET state = :state, decided_by = 'owner', decided_at = :at, reason = :reason WHERE id = :id",
  );
  const items = db.prepare<[number], MatchItem>(
    'SELECT side, record AS id, allocated FROM match_item WHERE match = ? ORDER BY side, record',
  );
  const holder = db
    .prepare<{ side: MatchItem['side']; id: number }, number>(`
      SELECT m.id FROM match_item i JOIN match m ON m.id = i.match
      WHERE i.side = :side AND i.record = :id AND m.live = 1 AND m.state = 'confirmed' AND m.rule <> 'settlement'
    `)
    .pluck();

  const held = differences(db);

  /** Writes a match that is new, items and all. */
  function add(match: NewMatch, by: string | null, word: Word): number {
    const id = Number(insert.run(rowOf(match, by, word)).lastInsertRowid);
    for (const item of match.items) addItem.run({ ...item, match: id });
    return id;
  }

  return {
    /**
     * Makes the table say what the rules say and writes only what differs; what a person decided is left alone. A match
     * keeps its number for as long as the book. `sameRows`: no sale and no payment has changed since the last time, and so
     * neither has what two of them say.
     */
    follow(matches: readonly NewMatch[], at: string, sameRows: boolean, turn: Turn): void {
      const { added, changed, gone } = held(matches, sameRows);
      writeEach(added, turn, (match) => add(match, null, { at, reason: null }));
      writeEach(changed, turn, ({ match, known }) => {
        const since = match.state === known.state ? known.decided_at : at;
        update.run(rowOf(match, null, { at: since, reason: null }));
        for (const item of match.items) share.run({ ...item, match: known.id });
      });
      writeEach(gone, turn, (id) => retire.run(id));
    },
    decided: decidedQuery(db),
    /** Undefined where there is none, or no more. */
    find: (id: number) => one.get(id),
    /** A match that ever was, alive or not. */
    known: (key: string) => byKey.get(key),
    items: (id: number) => items.all(id),
    add,
    /** A person's word on a match that exists. */
    decide: (id: number, state: MatchState, word: Word) => void decide.run({ id, state, ...word }),
    /** Brings back a match that is in the book and no longer alive, with another word on it. */
    revive: (match: NewMatch, word: Word) => void update.run(rowOf(match, 'owner', word)),
    /** The confirmed match that has this record. */
    holderOf: (side: MatchItem['side'], id: number) => holder.get({ side, id }),
  };
}

const rowOf = (match: NewMatch, by: string | null, { at, reason }: Word): Omit<MatchRow, 'id'> => ({
  key: match.key,
  rule: match.rule,
  rule_version: match.ruleVersion,
  state: match.state,
  evidence: JSON.stringify(match.evidence),
  margin: match.margin,
  residual: match.residual,
  decided_by: by,
  decided_at: at,
  reason,
  live: 1,
});

/** What is read of every match when matches follow: all but the evidence, which is most of it. */
type Followed = Omit<MatchRow, 'rule' | 'evidence' | 'decided_by' | 'reason'>;

/** Holds what the rules say against the table: what is new, what is no longer the same, and what is gone. */
function differences(db: Database) {
  const derived = db.prepare<[], Followed>(`
    SELECT id, key, rule_version, state, margin, residual, decided_at, live FROM match WHERE decided_by IS NULL
  `);
  const evidence = db.prepare<[number], string>('SELECT evidence FROM match WHERE id = ?').pluck();

  return (matches: readonly NewMatch[], sameRows: boolean) => {
    const stored = new Map(derived.all().map((row) => [row.key, row]));
    const added: NewMatch[] = [];
    const changed: { match: NewMatch; known: Followed }[] = [];
    for (const match of matches) {
      const known = stored.get(match.key);
      stored.delete(match.key);
      if (known === undefined) added.push(match);
      else if (differs(known, match) || (!sameRows && evidence.get(known.id) !== JSON.stringify(match.evidence)))
        changed.push({ match, known });
    }
    const gone = [...stored.values()].filter(({ live }) => live === 1).map(({ id }) => id);
    return { added, changed, gone };
  };
}

const differs = (known: Followed, match: NewMatch) =>
  known.live === 0 ||
  known.state !== match.state ||
  known.residual !== match.residual ||
  known.margin !== match.margin ||
  known.rule_version !== match.ruleVersion;

/** Reads what a person decided: what belongs together, and which pairs do not. A sale that is gone holds no payment. */
function decidedQuery(db: Database): () => Decided {
  const decided = db.prepare<[], Pairing>(`
    SELECT i.match, i.side, i.record, m.state FROM match m JOIN match_item i ON i.match = m.id
    WHERE m.live = 1 AND m.decided_by IS NOT NULL AND m.rule <> 'settlement' AND NOT EXISTS (
      SELECT 1 FROM match_item e JOIN expected x ON x.id = e.record
      WHERE e.match = m.id AND e.side = 'expected' AND x.live = 0)
  `);

  return () => {
    const groups = [...Map.groupBy(decided.all(), ({ match }) => match).values()].map((of) => ({
      confirmed: of[0]!.state === 'confirmed',
      expected: of.filter(({ side }) => side === 'expected').map(({ record }) => record),
      payments: of.filter(({ side }) => side === 'payment').map(({ record }) => record),
    }));
    return {
      together: groups.filter(({ confirmed }) => confirmed),
      rejected: groups
        .filter(({ confirmed }) => !confirmed)
        .flatMap(({ expected, payments }): RejectedPair[] =>
          expected.flatMap((sale) => payments.map((payment) => ({ expected: sale, payment }))),
        ),
    };
  };
}
