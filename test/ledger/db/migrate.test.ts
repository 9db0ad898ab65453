import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUp } from '#ledger/db/backup.ts';
import { APPLICATION_ID, migrate, pragmaNumber, versionOf } from '#ledger/db/migrate.ts';
import type { Migration } from '#ledger/db/migration.ts';
import { migrations } from '#ledger/db/migrations/index.ts';
import { folder } from '../shop.ts';

let dir: ReturnType<typeof folder>;
let db: Database.Database;
beforeEach(() => {
  dir = folder();
  db = new Database(join(dir.path, 'book.risiti'));
});
afterEach(() => {
  db.close();
  dir.remove();
});

const next: Migration = {
  version: migrations.length + 1,
  sql: 'CREATE TABLE extra (a TEXT) STRICT; INSERT INTO extra SELECT name FROM setting',
};
const broken: Migration = {
  version: migrations.length + 2,
  sql: 'CREATE TABLE late (a TEXT) STRICT; SELECT a FROM nowhere',
};
const schema = () => db.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name').pluck().all();

describe('migrations', () => {
  test('are numbered by their place', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1));
  });

  test('bring an older book up to date and keep its rows', () => {
    migrate(db);
    db.exec("INSERT INTO setting VALUES ('theme', 'dark')");
    migrate(db, [...migrations, next]);
    expect(versionOf(db)).toBe(next.version);
    expect(db.prepare('SELECT a FROM extra').pluck().all()).toEqual(['theme']);
  });

  test('make the movements anew under all that points to them', () => {
    migrate(db, migrations.slice(0, 9));
    db.exec(`
      INSERT INTO account (id, kind) VALUES (7, 'till');
      INSERT INTO import VALUES (1, 'a.csv', '', 0, 'x', 1, 'file', 7, NULL, NULL, NULL, NULL, NULL, 1, 0, 0, 0, 0, 0, 0, '[]', 'now', NULL, 0);
      INSERT INTO movement (id, account, source, identity, occurrence, variant, kind, direction, receipt, amount, live) VALUES
        (3, 7, 'statement', 'UC5AAA0001|principal|100|2026-03-05T09:12', 1, 0, 'merchant_payment', 'in', 'UC5AAA0001', 100, 1),
        (4, 7, 'sms', 'UC5AAA0001|received|100|', 1, 0, 'received', 'in', 'UC5AAA0001', 100, 1);
      INSERT INTO import_row VALUES (1, 1, 9, 'stored', NULL, 'text', NULL, 3);
    `);
    const rows = () => db.prepare('SELECT id, account, identity, receipt, amount, live FROM movement').all();
    const before = rows();
    migrate(db);
    expect(rows()).toEqual(before);
    expect(db.prepare('SELECT minute FROM movement ORDER BY id').pluck().all()).toEqual(['2026-03-05T09:12', '']);
    expect(() => db.exec('DELETE FROM movement')).toThrow(/FOREIGN KEY/);
  });

  test('are refused where they leave a row that points nowhere', () => {
    migrate(db);
    const dangling = { version: next.version, sql: 'INSERT INTO payment_movement VALUES (1, 1)' };
    expect(() => migrate(db, [...migrations, dangling])).toThrow(/payment_movement points to one of/);
    expect(versionOf(db)).toBe(migrations.length);
  });

  test('leave the book as it was where a step fails', () => {
    migrate(db);
    const before = schema();
    expect(() => migrate(db, [...migrations, next, broken])).toThrow(/nowhere/);
    expect(versionOf(db)).toBe(migrations.length);
    expect(schema()).toEqual(before);
  });

  test('do nothing the second time', () => {
    migrate(db);
    const changes = pragmaNumber(db, 'schema_version');
    migrate(db);
    expect(pragmaNumber(db, 'schema_version')).toBe(changes);
    expect(pragmaNumber(db, 'application_id')).toBe(APPLICATION_ID);
  });

  test('add up to the schema beside', () => {
    migrate(db);
    const golden = join(import.meta.dirname, '../../golden/schema.sql');
    const text = `${schema().join(';\n\n')};\n`;
    if (process.env['GOLDEN'] === 'write') writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  test('make STRICT tables only', () => {
    migrate(db);
    const loose = db.prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    );
    expect(loose.pluck().all()).toEqual([]);
  });
});

describe('the backup', () => {
  test('is the book, row for row, under its final name', () => {
    migrate(db);
    db.exec("INSERT INTO setting VALUES ('theme', 'dark'), ('language', 'sw')");
    const copy = new Database(backUp(db, db.name), { readonly: true });
    expect(copy.prepare('SELECT * FROM setting').all()).toEqual(db.prepare('SELECT * FROM setting').all());
    expect(versionOf(copy)).toBe(migrations.length);
    copy.close();
    expect(existsSync(`${db.name}.backup-v${migrations.length}.partial`)).toBe(false);
  });

  test('takes over what a killed backup left', () => {
    migrate(db);
    writeFileSync(`${db.name}.backup-v${migrations.length}.partial`, 'half');
    expect(existsSync(backUp(db, db.name))).toBe(true);
  });
});
