import { eastAfrica } from './imports/east-africa.ts';
import { type Account, assigner, assigning, mayBelongTo } from './reconcile/assign.ts';
import type { Coverage } from './reconcile/coverage.ts';
import { gather, joined, type Span, spansOf } from './reconcile/gather.ts';
import { judgePayments, type LookupVerdict } from './reconcile/payments.ts';
import type { Behind } from './store/derived.ts';
import type { Turn } from './long-work.ts';
import type { Groups, Page, Telling, Zone, ZoneAt } from './store/groups.ts';
import type { Store } from './store/store.ts';
import { chainName, type Touched } from './touched.ts';

/** Movements that are read, and payments judged, at once. */
const CHUNK = 4_000;
const DAY = 24 * 60 * 60 * 1_000;

/** What has followed. `changed`: the book says something else than before. */
export type Followed = { readonly touched: Touched; readonly changed: boolean };

/** What is the same for all chunks. */
type Whole = {
  readonly accounts: readonly Account[];
  readonly withStatements: ReadonlySet<number>;
  readonly coverage: readonly Coverage[];
  readonly verdicts: readonly LookupVerdict[];
};

/**
 * Makes payments follow what changed and nothing else: the receipts that were told, those that they take back, and, where
 * the time that statements cover or messages reach has changed, the payments in that time. Chunk by chunk, in memory that
 * does not grow; the end is the same as if all were derived from the whole book. `then` is called before the book counts as
 * up to date. Call inside a transaction.
 */
export function followPayments(store: Store, turn: Turn, then: (followed: Followed) => void, chunk = CHUNK): void {
  const { derived, groups, live } = store;
  const behind = derived.behind();
  if (behind.everything) live.followAll(chunk, turn);
  else for (const id of behind.turned) live.followImport(id, chunk, turn);
  let wrote = live.followSales();
  const whole = wholeOf(store);
  const assigned = assigning(whole.accounts, whole.withStatements);
  const all = behind.everything || derived.assigning() !== assigned;
  const before = derived.spans.kept();
  const reached = openReach(all ? new Map() : before);
  const touched = new Set<string>();

  function derive(some: Groups, spans: ReadonlyMap<number, Span>): void {
    const done = deriveGroups(store, whole, some, spans, reached);
    wrote ||= done.wrote;
    for (const name of done.chains) touched.add(name);
    turn(done.rows);
  }
  function walk<At>(pageAfter: (at: At | null) => Page<At>, spans: ReadonlyMap<number, Span>): void {
    let at: At | null = null;
    do {
      const page = pageAfter(at);
      derive(page, spans);
      at = page.next;
    } while (at !== null);
  }

  if (all) walk<number>((at) => groups.ofBook(at ?? 0, chunk), before);
  else {
    for (const [id, arrived] of behind.arrived)
      walk<number>((at) => groups[arrived.changed ? 'ofImport' : 'repeatedBy'](id, at ?? 0, chunk), before);
    for (const id of behind.turned) walk<number>((at) => groups.ofImport(id, at ?? 0, chunk), before);
    derive({ receipts: [...behind.receipts], loose: [...behind.loose] }, before);
  }
  const after = reached.shrunk() || all ? derived.spans.found() : reached.spans();
  const zones = [...changedSpans(before, after), ...(all ? [] : zonesCovered(store, whole, behind))];
  for (const zone of zones) walk<ZoneAt>((at) => groups.inZone(zone, at, chunk), after);
  derived.spans.keep(after);
  for (const name of toldBy(store, behind)) touched.add(name);
  then({ touched: all ? null : touched, changed: wrote || all || saysMore(store, behind) });
  derived.markFresh(assigned);
}

/** The chains that the imports that came or went tell of, or whose time they say they cover. */
const toldBy = ({ imports }: Store, { arrived, turned }: Behind): string[] =>
  [...arrived.keys(), ...turned].flatMap((id) => {
    const claim = imports.claimOf(id);
    const covered = claim ? witnesses.map((source) => chainName(claim.account, source)) : [];
    return [...covered, ...imports.tellsOf(id).map(({ account, source }) => chainName(account, source))];
  });

/** Whose balances make chains. */
const witnesses = ['sms', 'statement'] as const;

/** Whether what came or went is more than a repetition, whatever became of the payments. */
const saysMore = ({ imports }: Store, { arrived, turned, receipts, loose }: Behind): boolean =>
  turned.size + receipts.size + loose.size > 0 ||
  [...arrived].some(([id, { changed }]) => changed || !imports.claimsAgain(id));

function wholeOf(store: Store): Whole {
  const [accounts, coverage] = [store.accounts.all(), store.imports.coverage()];
  const withStatements = new Set([
    ...coverage.map(({ account }) => account),
    ...accounts.filter(({ id }) => store.movements.tellsNow(id, 'statement')).map(({ id }) => id),
  ]);
  return { accounts, coverage, withStatements, verdicts: store.lookups.verdicts() };
}

type Reach = ReturnType<typeof openReach>;

/** Follows how far messages reach as they come; where one goes, only looking at all of them tells. */
function openReach(known: ReadonlyMap<number, Span>) {
  const spans = new Map(known);
  let gone = false;
  return {
    came(found: ReadonlyMap<number, Span>): void {
      for (const [account, span] of found) spans.set(account, joined(spans.get(account), span));
    },
    went: () => void (gone = true),
    spans: () => spans,
    shrunk: () => gone,
  };
}

/** Derives some groups and whatever they take back. Answers how many movements that took, and whether it changed anything. */
function deriveGroups(
  store: Store,
  { accounts, withStatements, coverage, verdicts }: Whole,
  changed: Groups,
  spans: ReadonlyMap<number, Span>,
  reached: Reach,
): { readonly rows: number; readonly wrote: boolean; readonly chains: readonly string[] } {
  if (changed.receipts.length + changed.loose.length === 0) return { rows: 0, wrote: false, chains: [] };
  const { asked, tellings } = withTakenBack(store, changed);
  const beside = reversersBeside(store, asked, tellings);
  const live = [...tellings, ...beside].filter((telling) => telling.live === 1);
  const gathered = gather(live, assigner(accounts, live, withStatements));
  const ours = new Set(tellings.map(({ id }) => id));
  const mine = gathered.filter(({ main }) => ours.has(main.id));
  reached.came(spansOf(mine));
  const derived = judgePayments(gathered, { accounts, withStatements, coverage, verdicts, spans }).filter(
    ({ movements }) => ours.has(movements[0]!),
  );
  const {
    messagesLeft,
    wrote,
    accounts: places,
  } = store.payments.replace(derived, { receipts: [...asked], movements: [...ours] });
  if (messagesLeft || tellings.some(({ live: alive, source }) => alive === 0 && source === 'sms')) reached.went();
  const sources = [...new Set(tellings.map(({ source }) => source))];
  const chains = [...places].flatMap((account) => sources.map((source) => chainName(account, source)));
  return { rows: tellings.length, wrote, chains };
}

/**
 * The whole groups that changed, those that they take back, and so on, for a reversal can be taken back itself; and what else
 * takes the same back, for it may tell of the same reversal.
 */
function withTakenBack(store: Store, changed: Groups): { asked: Set<string>; tellings: Telling[] } {
  const asked = new Set(changed.receipts);
  const tellings = store.groups.tellings(changed);
  const known = new Set(tellings.map(({ id }) => id));
  let found: readonly Telling[] = tellings;
  while (found.length > 0) {
    const linked = [...new Set(found.flatMap(({ linkedReceipt }) => linkedReceipt ?? []))];
    const beside = linked.length > 0 ? store.groups.reversersOf(linked) : { receipts: [], loose: [] };
    const receipts = [...new Set([...linked, ...beside.receipts])].filter((receipt) => !asked.has(receipt));
    for (const receipt of receipts) asked.add(receipt);
    found = store.groups.tellings({ receipts, loose: beside.loose.filter((id) => !known.has(id)) });
    for (const { id } of found) known.add(id);
    tellings.push(...found);
  }
  return { asked, tellings };
}

/** The whole groups that take one of these receipts back and are not among what was asked for, and those that take them back. */
function reversersBeside(store: Store, asked: ReadonlySet<string>, tellings: readonly Telling[]): Telling[] {
  const [names, known] = [new Set(asked), new Set(tellings.map(({ id }) => id))];
  const beside: Telling[] = [];
  let next = [...asked];
  while (next.length > 0) {
    const { receipts, loose } = store.groups.reversersOf(next);
    next = receipts.filter((receipt) => !names.has(receipt));
    for (const receipt of next) names.add(receipt);
    const found = store.groups.tellings({ receipts: next, loose: loose.filter((id) => !known.has(id)) });
    for (const { id } of found) known.add(id);
    beside.push(...found);
  }
  return beside;
}

/** Where messages came to be expected, or ceased to be: what is only on a statement is judged by that. */
function changedSpans(before: ReadonlyMap<number, Span>, after: ReadonlyMap<number, Span>): Zone[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((account) => {
    const [was, is] = [before.get(account), after.get(account)];
    if (was === undefined || is === undefined) return zoneOf(account, (was ?? is)!, 'messages');
    const edges = [
      [was.first, is.first],
      [was.last, is.last],
    ] as const;
    return edges
      .filter(([a, b]) => a !== b)
      .flatMap(([a, b]) => zoneOf(account, { first: Math.min(a, b), last: Math.max(a, b) }, 'messages'));
  });
}

/** The time that imports say they cover: what is only in messages is judged by that, of the account and of those without a number. */
function zonesCovered({ imports }: Store, { accounts, withStatements }: Whole, { arrived, turned }: Behind): Zone[] {
  const bare = [...mayBelongTo(accounts, withStatements)];
  return [...arrived.keys(), ...turned].flatMap((id) => {
    const claim = imports.claimsAgain(id) ? undefined : imports.claimOf(id);
    if (claim === undefined) return [];
    const { account, from, to } = claim;
    const concerned = [account, ...bare.filter(([, others]) => others.includes(account)).map(([other]) => other)];
    const span = { first: Date.parse(from), last: Date.parse(to) };
    return concerned.flatMap((one) => zoneOf(one, span, 'statement_rows'));
  });
}

/** A day on either side: some times are told to the day alone. */
const zoneOf = (account: number, { first, last }: Span, without: Zone['without']): Zone[] => [
  { account, from: eastAfrica(first - DAY), to: eastAfrica(last + DAY), without },
];
