import type { Database } from 'better-sqlite3';

/** A month as it is closed. Cents. */
export type NewPeriod = {
  readonly account: number;
  readonly month: string;
  readonly opening: number | null;
  readonly closing: number | null;
  readonly proof: string;
  readonly reason: string | null;
  readonly seal: string;
  readonly at: string;
};

type SealedRow = { readonly key: string; readonly date: string; readonly amount: number; readonly charges: number };

/** The period, period_row and day_close tables: what was sealed. What is opened again stays, and is no longer alive. */
export function periodStore(db: Database) {
  const close = db.prepare<NewPeriod>(`
    INSERT INTO period (account, month, opening, closing, proof, reason, seal, closed_at, live)
    VALUES (:account, :month, :opening, :closing, :proof, :reason, :seal, :at, 1)
  `);
  const addRow = db.prepare<SealedRow & { period: number }>(
    'INSERT INTO period_row (period, key, date, amount, charges) VALUES (:period, :key, :date, :amount, :charges)',
  );
  const find = db
    .prepare<[number, string], number>('SELECT id FROM period WHERE account = ? AND month = ? AND live = 1')
    .pluck();
  const reopen = db.prepare<[number]>('UPDATE period SET live = 0 WHERE id = ?');
  const closeDay = db.prepare<{ date: string; body: string; seal: string; at: string }>(
    'INSERT INTO day_close (date, body, seal, closed_at, live) VALUES (:date, :body, :seal, :at, 1)',
  );
  const findDay = db.prepare<[string], number>('SELECT id FROM day_close WHERE date = ? AND live = 1').pluck();
  const reopenDay = db.prepare<[number]>('UPDATE day_close SET live = 0 WHERE id = ?');

  return {
    close(period: NewPeriod, rows: readonly SealedRow[]): number {
      const id = Number(close.run(period).lastInsertRowid);
      for (const { key, date, amount, charges } of rows) addRow.run({ period: id, key, date, amount, charges });
      return id;
    },
    /** The number of a closed month; undefined where it is open. */
    find: (account: number, month: string) => find.get(account, month),
    reopen: (id: number) => void reopen.run(id),
    closeDay: (day: { date: string; body: string; seal: string; at: string }) =>
      Number(closeDay.run(day).lastInsertRowid),
    findDay: (date: string) => findDay.get(date),
    reopenDay: (id: number) => void reopenDay.run(id),
  };
}
