import type { Database } from 'better-sqlite3';
import { Lookup } from '#contract/lookup.ts';
import type { Exchange } from '#contract/provider-answer.ts';
import { isOver, type LookupEvent, step } from '../providers/lookup-steps.ts';
import type { LookupVerdict } from '../reconcile/payments.ts';
import { exchangeStore } from './exchanges.ts';

/** What a lookup is about, as its column has it. */
export const aboutText = ({ kind, id }: Lookup['about']): string => `${kind} ${id}`;

const read = (value: string): Lookup => Lookup.parse(JSON.parse(value));

const columnsOf = (lookup: Lookup) => ({
  id: lookup.id,
  open: isOver(lookup) ? 0 : 1,
  state: lookup.state,
  notBefore: lookup.notBefore,
  verdict: lookup.outcome?.verdict ?? null,
  value: JSON.stringify(lookup),
});

/** Reads the queue. */
export function lookupsIn(db: Database) {
  const open = db.prepare<[], string>('SELECT value FROM lookup WHERE open = 1 ORDER BY seq').pluck();
  const next = db
    .prepare<{ link: number; now: number }, string>(`
      SELECT value FROM lookup
      WHERE open = 1 AND linked_account = :link AND not_before <= :now AND state IN ('waiting', 'offline')
      ORDER BY seq LIMIT 1
    `)
    .pluck();
  return {
    /** All that are not over, oldest first. */
    open: (): Lookup[] => open.all().map(read),
    /** The oldest of a link that is due. */
    next: (link: number, now: number): Lookup | null => next.all({ link, now }).map(read)[0] ?? null,
  };
}

/** The lookup table. Call inside a transaction. */
export function lookupStore(db: Database) {
  const insert = db.prepare(`
    INSERT INTO lookup (id, linked_account, about, open, state, not_before, receipt, amount, verdict, value, asked_at)
    VALUES (:id, :link, :about, :open, :state, :notBefore, :receipt, :amount, :verdict, :value, :at)
    ON CONFLICT DO NOTHING
  `);
  const update = db.prepare(`
    UPDATE lookup SET open = :open, state = :state, not_before = :notBefore, verdict = :verdict, value = :value,
      settled_at = CASE :open WHEN 0 THEN :at END
    WHERE id = :id
  `);
  const find = db.prepare<[string], string>('SELECT value FROM lookup WHERE id = ? AND open = 1').pluck();
  const ofLink = db.prepare<[number], string>('SELECT id FROM lookup WHERE linked_account = ? AND open = 1').pluck();
  const verdicts = db.prepare<[], LookupVerdict>(`
    SELECT receipt, amount, verdict FROM lookup
    WHERE state = 'done' AND receipt IS NOT NULL AND verdict IS NOT NULL AND about LIKE 'payment %' ORDER BY seq
  `);
  const exchanges = exchangeStore(db);

  return {
    /** Adds it unless one that is not over is about the same thing; tells whether it was added. */
    add(lookup: Lookup, at: string): boolean {
      const { linkedAccount: link, expected } = lookup;
      const row = { ...columnsOf(lookup), link, about: aboutText(lookup.about), at };
      return insert.run({ ...row, receipt: expected.receipt, amount: expected.amount }).changes === 1;
    },
    /** The lookup after the event, with what was exchanged; null where there is none, or where it is over. */
    step(id: string, event: LookupEvent, exchanged: readonly Exchange[], at: string): Lookup | null {
      const found = find.get(id);
      if (found === undefined) return null;
      const after = step(read(found), event);
      update.run({ ...columnsOf(after), at });
      exchanges.keep(`lookup ${id}`, exchanged);
      return after;
    },
    /** The ids of those of a link that are not over. */
    openOf: (link: number): string[] => ofLink.all(link),
    /** Oldest first. */
    verdicts: (): LookupVerdict[] => verdicts.all(),
  };
}
