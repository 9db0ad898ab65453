import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Decision } from '#contract/decisions.ts';
import type { ImportSource } from '#contract/import.ts';
import { type Books, openBooks, writerThread } from '#ledger/index.ts';
import { usual } from './making.ts';
import { randomOf } from './random.ts';
import { share } from './score.ts';
import { bankProfile, shopFiles } from './shop-files.ts';
import { makeWorld } from './world.ts';

type Tally = { found: number; right: number; all: number; cents: number; right_cents: number };

/** A month's files read into a real book, in an order of their own: what it asks for, held against what is wrong in them. */
async function asked(seed: number) {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-world-'));
  const files = shopFiles(makeWorld({ ...usual, seed, pack: 'adversarial', fakes: 0.03 }), seed);
  const books = await openBooks(join(folder, 'book.risiti'), { writer: writerThread, samples: null });
  try {
    const offered = (name: string, text: string) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return books.offer({ path, name }).token;
    };
    const sources: ImportSource[] = [
      ...files.statements.map((text, n) => ({ token: offered(`statement-${n}.csv`, text) })),
      ...files.messages.map((text) => ({ text })),
      { token: offered('bank.csv', files.bank), profile: bankProfile },
    ];
    const done = await books.ask('imports.run', { sources: randomOf(seed).shuffled(sources) });
    const refused = done.files.find((file) => !file.ok);
    if (refused) throw new Error(`A file was refused: ${JSON.stringify(refused)}`);
    return await tallies(books, files.wrong);
  } finally {
    await books.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tallies(books: Books, wrong: Readonly<Record<string, ReadonlySet<string>>>) {
  const summary = await books.ask('reconcile.summary', {});
  const codes = Object.entries(wrong).map(async ([code, truth]): Promise<[string, Tally]> => {
    const rows = await all(books, code as Decision['code']);
    const right = rows.filter(
      ({ receipt }, n) => truth.has(receipt ?? `${n}`) || (code === 'settlement-differs' && n < truth.size),
    );
    const sum = (of: readonly Decision[]) => of.reduce((total, { cents }) => total + cents, 0);
    return [
      code,
      { found: rows.length, right: right.length, all: truth.size, cents: sum(rows), right_cents: sum(right) },
    ];
  });
  const others = Object.entries(summary.by_exception).filter(([code, { count }]) => count > 0 && !(code in wrong));
  return {
    payments: summary.payments.count,
    settled: summary.by_standing.settled.count,
    codes: Object.fromEntries(await Promise.all(codes)),
    others: Object.fromEntries(others),
  };
}

const PAGE = 500;

async function all(books: Books, code: Decision['code']): Promise<Decision[]> {
  const found: Decision[] = [];
  for (;;) {
    const window = { state: null, account: null, search: '', offset: found.length, limit: PAGE };
    const { rows, total } = await books.ask('decisions.page', { code, ...window });
    found.push(...rows);
    if (rows.length === 0 || found.length >= total) return found;
  }
}

/** Every code that files alone can raise, over three months of three shops, read by the same importers as anybody's. */
export async function realBooks() {
  const worlds = [await asked(1), await asked(2), await asked(3)];
  const codes = Object.keys(worlds[0]!.codes).map((code) => {
    const sum = (of: keyof Tally) => worlds.reduce((total, world) => total + world.codes[code]![of], 0);
    const [found, right, of, cents, rightCents] = [
      sum('found'),
      sum('right'),
      sum('all'),
      sum('cents'),
      sum('right_cents'),
    ];
    const rates = {
      precision: share(right, found),
      recall: share(right, of),
      precision_cents: share(rightCents, cents),
    };
    return [code, { found, of, ...rates }] as const;
  });
  return {
    payments: worlds.reduce((sum, world) => sum + world.payments, 0),
    settled: worlds.reduce((sum, world) => sum + world.settled, 0),
    exceptions: Object.fromEntries(codes),
    /** What nobody planted: none is better. */
    others: worlds.map(({ others }) => others),
  };
}
