import type { Profile } from '#contract/profile.ts';
import { say } from '#contract/sentences.ts';
import { LedgerError } from '../../errors.ts';
import type { Importer, Read, StatementFacts } from '../importer.ts';
import { below, csvOf, lookAhead, type Table, type TableFormat, type TableRow } from '../table.ts';
import { readDate } from './date-order.ts';
import { readExpectedRow } from './read-expected.ts';
import { readMappedRow } from './read-mapped.ts';
import { accountAbove, isFor } from './titles.ts';

const LOOK_AHEAD = 200;

/** A table whose columns its owner has explained: read by the profile that was kept for its titles. */
export const mappedTable: TableFormat = {
  id: 'mapped',
  fits: (head, _name, { profiles = [] }) => profiles.some((profile) => titlesOf(head, profile) !== null),

  async *read({ name, head, rows }: Table, { profiles = [] }) {
    const profile = profiles.find((one) => titlesOf(head, one) !== null);
    const titles = profile && titlesOf(head, profile);
    if (!profile || !titles) throw unmapped(name);
    yield [{ as: 'mapped', profile: { name: profile.name, use: profile.use } }];
    const told = below(titles.row, rows);
    const number = accountAbove(head, titles.row) ?? profile.account.shortcode;
    const named = { ...profile, account: { ...profile.account, shortcode: number } };
    yield* profile.use === 'payments' ? movementsIn(told, named) : expectedIn(told, profile);
  },
};

type Rows = AsyncIterable<readonly TableRow[]>;

async function* movementsIn(rows: Rows, profile: Profile): AsyncGenerator<readonly Read[]> {
  let begun = false;
  for await (const batch of lookAhead(LOOK_AHEAD, rows)) {
    if (!begun) yield [{ as: 'statement', facts: factsOf(profile, batch) }];
    begun = true;
    yield batch.map((line) => readMappedRow(profile, line));
  }
}

async function* expectedIn(rows: Rows, profile: Profile): AsyncGenerator<readonly Read[]> {
  for await (const batch of rows) yield batch.map((line) => readExpectedRow(profile, line));
}

/** The importer of CSV files with a profile's titles: beside the registry's, for as long as the profile is kept. */
export const mappedCsv = (profile: Profile): Importer => {
  const own = { profiles: [profile] };
  return csvOf({
    ...mappedTable,
    fits: (head, name) => mappedTable.fits(head, name, own),
    read: (table) => mappedTable.read(table, own),
  });
};

const titlesOf = (head: readonly TableRow[], profile: Profile): TableRow | null =>
  head.find(({ cells }) => isFor(profile, cells)) ?? null;

const unmapped = (name: string) => new LedgerError('unrecognised-file', say('other-columns', { name }));

function factsOf({ account, columns, dateOrder }: Profile, rows: readonly TableRow[]): StatementFacts {
  const at = columns.indexOf('date');
  const times = rows.flatMap(({ cells }) => readDate(cells[at] ?? '', dateOrder)?.at ?? []);
  return {
    account,
    holder: null,
    period: null,
    opening: null,
    closing: null,
    totalIn: null,
    totalOut: null,
    order: (times[0] ?? '') > (times.at(-1) ?? '') ? 'newest-first' : 'oldest-first',
  };
}
