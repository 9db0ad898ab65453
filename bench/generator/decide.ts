import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBooks, writerThread } from '#ledger/index.ts';
import { cpuMs, median } from '../measure.ts';
import { usual } from './making.ts';
import { shopFiles } from './shop-files.ts';
import { makeWorld } from './world.ts';

const PROPOSED = { state: 'proposed', rule: null, search: '', offset: 0 } as const;

/** What one decision costs in a real book with as many sales as payments, and what it costs to place them all anew. */
export async function deciding(perDay = 760) {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-decide-'));
  const world = makeWorld({ ...usual, perDay });
  const books = await openBooks(join(folder, 'book.risiti'), { writer: writerThread, samples: null });
  try {
    const sources = shopFiles(world, 1).statements.map((text, n) => {
      const path = join(folder, `statement-${n}.csv`);
      writeFileSync(path, text);
      return { token: books.offer({ path, name: `statement-${n}.csv` }).token };
    });
    await books.ask('imports.run', { sources });
    const sales = world.sales.slice(0, 20_000).map(({ row: { id: _id, account: _account, ...sale } }) => sale);
    await books.ask('sales.add', { sales });
    const one_decision = [];
    for (const { match } of (await books.ask('matches.page', { ...PROPOSED, limit: 7 })).rows)
      one_decision.push(await cpuMs(() => books.ask('matches.accept', { ids: [match.id] })));
    // A sale more makes every sale and payment be read and placed again.
    const whole = [];
    for (let n = 0; n < 3; n += 1) whole.push(await cpuMs(() => books.ask('sales.add', { sales: [sales[n]!] })));
    const { payments } = await books.ask('book.summary', {});
    const rounded = (times: readonly number[]) => Math.round(median(times));
    return { sales: sales.length, payments, one_decision_ms: rounded(one_decision), placed_anew_ms: rounded(whole) };
  } finally {
    await books.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
