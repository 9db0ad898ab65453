import type { Database } from 'better-sqlite3';
import { legOf, type Movement } from '../reconcile/movement.ts';

/** A telling, alive or not. */
export type Telling = Movement & { readonly live: 0 | 1 };

/** Groups of movements by what makes one payment of them: a receipt, or a row without one, by the id of a telling of it. */
export type Groups = { readonly receipts: readonly string[]; readonly loose: readonly number[] };

/** Some groups, and from where the next are read; null where these are the last. */
export type Page<At> = Groups & { readonly next: At | null };

type Row = { id: number; receipt: string | null };

/** Part of a time in which payments of an account may have to be judged anew. Both ends included. */
export type Zone = {
  readonly account: number;
  readonly from: string;
  readonly to: string;
  /** Which witness they lack: only those can have changed. */
  readonly without: 'messages' | 'statement_rows';
};

const groupsOf = (groups: readonly Row[]): Groups => ({
  receipts: [...new Set(groups.flatMap(({ receipt }) => (receipt === null ? [] : [receipt])))],
  loose: groups.flatMap(({ receipt, id }) => (receipt === null ? [id] : [])),
});

/** Reads movements by the groups that payments are made of, a page at a time. */
export function groupStore(db: Database) {
  return { ...changedPages(db), ...zonePages(db), ...groupReaders(db) };
}

/** What an import told, or the whole book, in reading order. */
function changedPages(db: Database) {
  const told = `SELECT m.id, m.receipt FROM import_row r JOIN movement m ON m.id = r.movement
    WHERE r.import = :id AND r.seq > :after AND r.seq <= :upTo`;
  const ofImport = db.prepare<{ id: number; after: number; upTo: number }, Row>(told);
  const repeatedBy = db.prepare<{ id: number; after: number; upTo: number; verified: 0 | 1 }, Row>(`
    ${told} AND (
      :verified AND NOT EXISTS (SELECT 1 FROM import_row e JOIN import i ON i.id = e.import
        WHERE e.movement = m.id AND e.import <> :id AND i.verified = 1 AND i.undone_at IS NULL)
      OR EXISTS (SELECT 1 FROM movement o WHERE o.receipt = m.receipt AND o.account = m.account AND o.id <> m.id
        AND o.source = 'statement' AND o.live = 1 AND (o.kind = 'charge') = (m.kind = 'charge')))
  `);
  const statement = db
    .prepare<[number], 0 | 1>('SELECT verified FROM import WHERE id = ? AND account IS NOT NULL')
    .pluck();
  const lastRow = db.prepare<[number], number>('SELECT coalesce(max(seq), 0) FROM import_row WHERE import = ?').pluck();
  const ofBook = db.prepare<{ after: number; upTo: number }, Row>(
    'SELECT id, receipt FROM movement WHERE id > :after AND id <= :upTo',
  );
  const newest = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM movement').pluck();

  return {
    /**
     * The rows of an import that told nothing new which say more all the same: those that it alone proves, being verified,
     * and those of receipts that statements tell in several rows, which it may tell together.
     */
    repeatedBy: (id: number, after: number, count: number): Page<number> => {
      const verified = statement.get(id);
      if (verified === undefined) return { receipts: [], loose: [], next: null };
      return {
        ...groupsOf(repeatedBy.all({ id, after, upTo: after + count, verified })),
        next: onward(after + count, lastRow.get(id) ?? 0),
      };
    },
    /** The rows of an import after row `after`, at most `count` of them. */
    ofImport: (id: number, after: number, count: number): Page<number> => ({
      ...groupsOf(ofImport.all({ id, after, upTo: after + count })),
      next: onward(after + count, lastRow.get(id) ?? 0),
    }),
    /** Every movement there ever was. */
    ofBook: (after: number, count: number): Page<number> => ({
      ...groupsOf(ofBook.all({ after, upTo: after + count })),
      next: onward(after + count, newest.get() ?? 0),
    }),
  };
}

const onward = (to: number, end: number) => (to < end ? to : null);

/** Where a page of a zone ended. */
export type ZoneAt = { readonly at: string; readonly id: number };

function zonePages(db: Database) {
  const select = (without: Zone['without']) =>
    db.prepare<{ account: number; at: string; id: number; to: string; count: number }, ZoneAt>(`
      SELECT occurred_at AS at, id FROM payment
      WHERE account = :account AND (occurred_at, id) > (:at, :id) AND occurred_at <= :to AND ${without} = 0
      ORDER BY occurred_at, id LIMIT :count
    `);
  const lacking = { messages: select('messages'), statement_rows: select('statement_rows') };
  const under = db.prepare<[string], Row>(`
    SELECT m.id, m.receipt FROM json_each(?) p JOIN payment_movement l ON l.payment = p.value
    JOIN movement m ON m.id = l.movement
  `);

  return {
    inZone({ account, from, to, without }: Zone, after: ZoneAt | null, count: number): Page<ZoneAt> {
      const rows = lacking[without].all({ account, at: after?.at ?? from, id: after?.id ?? -1, to, count });
      const next = rows.length < count ? null : rows.at(-1)!;
      return { ...groupsOf(under.all(JSON.stringify(rows.map(({ id }) => id)))), next };
    },
  };
}

type ToldRow = Omit<Telling, 'proved' | 'files'> & { readonly proved: 0 | 1 };
const NOWHERE: readonly number[] = [];

/** The receipts of which two rows go the same way, or both tell charges. Every row of an import passes here. */
function receiptsToldTwice(rows: readonly Telling[]): ReadonlySet<string | null> {
  const seen = new Map<string | null, number>();
  const twice = new Set<string | null>();
  for (const { receipt, kind, amount } of rows) {
    const way = 1 << ((legOf(kind) === 'charge' ? 2 : 0) + (amount > 0 ? 1 : 0));
    const before = seen.get(receipt) ?? 0;
    if ((before & way) !== 0) twice.add(receipt);
    seen.set(receipt, before | way);
  }
  return twice;
}

function groupReaders(db: Database) {
  const columns = `m.id, m.account, m.source, m.source || ':' || m.identity || '#' || m.occurrence AS identity, m.kind,
    m.direction, m.receipt, m.linked_receipt AS linkedReceipt, m.amount, m.fee, m.occurred_at AS occurredAt, m.precision,
    m.party, m.phone, m.account_ref AS accountRef, m.live, EXISTS (
      SELECT 1 FROM import_row r JOIN import i ON i.id = r.import
      WHERE r.movement = m.id AND i.verified = 1 AND i.undone_at IS NULL) AS proved`;
  const byReceipt = db.prepare<[string], ToldRow>(
    `SELECT ${columns} FROM json_each(?) j CROSS JOIN movement m ON m.receipt = j.value`,
  );
  const byTelling = db.prepare<[string], ToldRow>(`
    SELECT DISTINCT ${columns} FROM json_each(?) j CROSS JOIN movement o ON o.id = j.value
    CROSS JOIN movement m ON m.account = o.account AND m.source = o.source AND m.minute = o.minute
      AND m.identity = o.identity AND m.occurrence = o.occurrence
  `);
  const reversers = db.prepare<[string], Row>(`
    SELECT m.id, m.receipt FROM json_each(?) j CROSS JOIN movement m ON m.linked_receipt = j.value WHERE m.live = 1
  `);
  const filesOf = db.prepare<[string], { id: number; file: number }>(`
    SELECT DISTINCT r.movement AS id, iif(i.verified, i.id, -i.id) AS file FROM json_each(?) j
    CROSS JOIN import_row r ON r.movement = j.value JOIN import i ON i.id = r.import WHERE i.undone_at IS NULL
  `);
  const told = (row: ToldRow): Telling => Object.assign(row, { files: NOWHERE, proved: row.proved === 1 });

  /** Only where rows of one receipt go the same way does it matter which files tell them. */
  function withFiles(tellings: Telling[]): Telling[] {
    const rows = tellings.filter(({ source, live }) => source === 'statement' && live === 1);
    const shared = receiptsToldTwice(rows);
    if (shared.size === 0) return tellings;
    const several = rows.filter(({ receipt }) => shared.has(receipt));
    const files = Map.groupBy(filesOf.all(JSON.stringify(several.map(({ id }) => id))), ({ id }) => id);
    const found = new Map([...files].map(([id, of]) => [id, of.map(({ file }) => file)]));
    return tellings.map((telling) => ({ ...telling, files: found.get(telling.id) ?? NOWHERE }));
  }

  return {
    /** Every telling of the groups, those that are not live among them. */
    tellings: ({ receipts, loose }: Groups): Telling[] => [
      ...(receipts.length > 0 ? withFiles(byReceipt.all(JSON.stringify(receipts)).map(told)) : []),
      ...(loose.length > 0 ? byTelling.all(JSON.stringify(loose)).map(told) : []),
    ],
    /** The groups in which something live says that it takes one of these receipts back. */
    reversersOf: (receipts: readonly string[]): Groups => groupsOf(reversers.all(JSON.stringify(receipts))),
  };
}
