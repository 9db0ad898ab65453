import type { Database } from 'better-sqlite3';
import type { Suggestion } from '#contract/match.ts';

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
    follow(found: readonly Suggestion[]): void {
      const stored = new Map(all.all().map((row) => [nameOf(row), row]));
      const places = new Map<number, number>();
      for (const { evidence, ...suggestion } of found) {
        const place = (places.get(suggestion.expected) ?? 0) + 1;
        places.set(suggestion.expected, place);
        const row = { ...suggestion, place, evidence: JSON.stringify(evidence) };
        const known = stored.get(nameOf(row));
        stored.delete(nameOf(row));
        const same = known?.payment === row.payment && known.score === row.score && known.evidence === row.evidence;
        if (!same) put.run(row);
      }
      for (const { expected, place } of stored.values()) remove.run({ expected, place });
    },
  };
}
