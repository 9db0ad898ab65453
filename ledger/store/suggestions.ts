import type { Database } from 'better-sqlite3';
import type { Suggestion } from '#contract/match.ts';
import { type Turn, writeEach } from '../long-work.ts';

/** The suggestion table: for looking at only, so that those that changed are written anew. */
export function suggestionStore(db: Database) {
  type Row = Omit<Suggestion, 'evidence'> & { place: number; evidence: string };
  const all = db.prepare<[], Row>('SELECT expected, place, payment, score, evidence, residual FROM suggestion');
  const put = db.prepare<Row>(`
    INSERT OR REPLACE INTO suggestion (expected, place, payment, score, evidence, residual)
    VALUES (:expected, :place, :payment, :score, :evidence, :residual)
  `);
  const remove = db.prepare<Pick<Row, 'expected' | 'place'>>(
    'DELETE FROM suggestion WHERE expected = :expected AND place = :place',
  );
  const nameOf = ({ expected, place }: Pick<Row, 'expected' | 'place'>) => `${expected} ${place}`;

  return {
    /** Writes only what differs. `sameRows`: no sale and no payment has changed, and so neither has what two of them say. */
    follow(found: readonly Suggestion[], sameRows: boolean, turn: Turn): void {
      const stored = new Map(all.all().map((row) => [nameOf(row), row]));
      const places = new Map<number, number>();
      for (const suggestion of found) {
        const { expected, payment, score, residual } = suggestion;
        const place = (places.get(expected) ?? 0) + 1;
        places.set(expected, place);
        const name = nameOf({ expected, place });
        const known = stored.get(name);
        stored.delete(name);
        const same = known?.payment === payment && known.score === score;
        if (same && sameRows) continue;
        const evidence = JSON.stringify(suggestion.evidence);
        if (same && known.evidence === evidence) continue;
        put.run({ expected, place, payment, score, evidence, residual });
        turn(1);
      }
      writeEach(stored.values(), turn, ({ expected, place }) => remove.run({ expected, place }));
    },
  };
}
