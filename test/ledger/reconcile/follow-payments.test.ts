import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ofChain } from '#ledger/decisions/asking.ts';
import { proofReader } from '#ledger/decisions/proofs.ts';
import { followPayments } from '#ledger/derive.ts';
import { derivePayments } from '#ledger/reconcile/payments.ts';
import { openStore } from '#ledger/store/store.ts';
import type { Read } from '#ledger/imports/importer.ts';
import { at, openShop, receipt, type Shop, text } from '../shop.ts';
import { files } from './shop-files.ts';

const WHOLE_BOOK = 1_000_000;

/** The payments of the book, as its table has them; whether they are settled or moved follows later, from the matches. */
const stored = (shop: Shop) =>
  shop.db
    .prepare<
      [],
      { id: number; account: number; key: string; settled: unknown; stands: unknown; moved: unknown; flow: unknown }
    >('SELECT * FROM payment ORDER BY account, key')
    .all()
    .map(({ settled: _settled, stands: _stands, moved: _moved, flow: _flow, ...payment }) => payment);

/** The payments of the whole book, derived at once. */
function derived(shop: Shop) {
  const store = openStore(shop.db);
  const movements = store.groups.tellings(store.groups.ofBook(0, WHOLE_BOOK)).filter(({ live }) => live === 1);
  return (
    derivePayments({ accounts: store.accounts.all(), movements, coverage: store.imports.coverage() })
      // A sum of nothing may be -0, which a table does not know.
      .map(({ movements: _movements, ...payment }): typeof payment => JSON.parse(JSON.stringify(payment)))
      .toSorted((a, b) => a.account - b.account || (a.key < b.key ? -1 : 1))
  );
}

/** The balances that are said not to join, and those of all chains, walked anew. */
const asked = ({ db }: Shop) =>
  db
    .prepare<[], string>("SELECT key FROM exception WHERE live = 1 AND code = 'balance-gap' ORDER BY key")
    .pluck()
    .all();
function walked({ db }: Shop) {
  const proof = proofReader(db);
  const accounts = db.prepare<[], number>('SELECT DISTINCT account FROM payment').pluck().all();
  const chains = accounts.flatMap((account) =>
    (['sms', 'statement'] as const).flatMap((source) => ofChain(account, source, proof(account, source, false))),
  );
  return chains.map(({ key }) => key).toSorted();
}
let seen = 0;

const withoutId = (shop: Shop) => stored(shop).map(({ id: _id, ...payment }) => payment);

const step = fc.oneof(
  fc.record({ take: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ undo: fc.nat({ max: 5 }) }),
  fc.constant('back' as const),
  fc.constant('forth' as const),
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function run(shop: Shop, sources: readonly Read[][], what: Step): Promise<void> {
  if (what === 'back' || what === 'forth') {
    const { canUndo, canRedo } = shop.questions['history.page']({ offset: 0, limit: 1 });
    if (what === 'back' && canUndo) await shop.commands['history.undo']({});
    if (what === 'forth' && canRedo) await shop.commands['history.redo']({});
  } else if ('take' in what) await shop.import(sources[what.take] ?? []);
  else {
    const standing = shop.questions['imports.list']({}).filter(({ undoneAt }) => undoneAt === null);
    if (standing.length > 0) await shop.undo(standing[what.undo % standing.length]!.id);
  }
}

/** Two messages between which the balance does not move: a gap whatever else is drawn. */
const aGap: Read[] = [text(receipt(1, 2), 50, at('8:00', 2)), text(receipt(2, 2), 100, at('9:00', 2))];

test(
  'what follows receipt by receipt is what the whole book derives, whatever comes, goes and comes back',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.array(step, { minLength: 1, maxLength: 7 }), async (shopFiles, steps) => {
        const shop = await openShop();
        try {
          for (const what of steps) {
            await run(shop, shopFiles, what);
            expect(withoutId(shop)).toEqual(derived(shop));
            const gaps = asked(shop);
            expect(gaps).toEqual(walked(shop));
            seen += gaps.length;
          }
          // And from nothing but the raw tables, as after a crash, in the smallest chunks there are.
          const before = stored(shop);
          shop.db.exec('UPDATE derived SET stale = 1; UPDATE movement SET live = 1 - live');
          const store = openStore(shop.db);
          followPayments(
            store,
            () => {},
            () => {},
            1,
          );
          expect(stored(shop)).toEqual(before);
        } finally {
          shop.close();
        }
      }),
      { numRuns: Number(process.env['RISITI_RUNS'] ?? 25), examples: [[[[], [], [], aGap, []], [{ take: 3 }]]] },
    );
    expect(seen).toBeGreaterThan(0);
  },
);
