import { matchOf } from '../match.ts';
import { blocksOf, nearest, placeOf } from '../neighbours.ts';
import { type Due, foldCode, type Paid } from '../rows.ts';
import { type AllocationRule, groupBy, mayGroup, type Open, pays } from '../rule.ts';
import { onlySum } from '../subset-sum.ts';

const by = { rule: 'parts', ruleVersion: 1 } as const;
const TOGETHER = 10 * 60;
const WINDOW = 2 * 3600;
/** An invoice's customer may pay it in parts over so many days. */
const DAYS = 45;
const TOO_MANY = 24;
/** A party with more rows is no person but a word that many share. */
const MOST_OF_PARTY = 64;

type Group = { readonly dues: readonly Due[]; readonly paids: readonly Paid[] };

/**
 * One sale paid in two to six payments, or as many sales paid in one: within ten minutes, or by the same payer. Only where
 * the amounts add up in a single way, no equal amount is near, and no record is wanted twice. A proposal.
 */
export const parts: AllocationRule = {
  id: by.rule,
  version: by.ruleVersion,
  find(open) {
    const free = { ...open, dues: open.dues.filter((due) => due.receipt === null), paids: open.paids.filter(pays) };
    return unshared([...paidInParts(free), ...paidTogether(free)])
      .filter(({ dues, paids }) => mayGroup(open, dues, paids))
      .map(({ dues, paids }) => matchOf({ by, dues, paids, state: 'proposed' }));
  },
};

function paidInParts({ dues, paids }: Open): Group[] {
  const pick = sums<Due, Paid>(paids, nearby);
  return dues.flatMap((due) => pick(due).map((chosen) => ({ dues: [due], paids: chosen })));
}

function paidTogether({ dues, paids }: Open): Group[] {
  const pick = sums<Paid, Due>(dues, (paid, due) => nearby(due, paid));
  return paids.flatMap((paid) => pick(paid).map((chosen) => ({ dues: chosen, paids: [paid] })));
}

/** Whether one payer's payment can be part of this: on the day of a sale, within weeks of an invoice. */
function nearby(due: Due, paid: Paid): boolean {
  if (due.day === null || paid.day === null) return false;
  const days = paid.day - due.day;
  return due.kind === 'sale' ? days === 0 : days >= -2 && days <= DAYS;
}

/** A function from one record to the ways the other side's rows make it up: those near in time, and those of its party. */
function sums<One extends Due | Paid, Part extends Due | Paid>(
  rows: readonly Part[],
  near: (one: One, part: Part) => boolean,
) {
  const timed = rows.filter((row) => row.second !== null);
  const equals = blocksOf(rows);
  const ofParty = partyIndex(rows);
  return (one: One): Part[][] => {
    if (hasEqual(one, equals)) return [];
    const byTime = onlySum(around(one, timed), one.amount);
    const byParty = onlySum(
      ofParty(one).filter((row) => row.amount < one.amount && near(one, row)),
      one.amount,
    );
    if (byTime === null || byParty === null) return [byTime ?? byParty ?? []].filter((sum) => sum.length > 0);
    return byTime.every((row) => byParty.includes(row)) ? [byTime] : [byTime, byParty];
  };
}

/** The rows of a record's party. Made when first asked for: most sales name nobody. */
function partyIndex<Part extends Due | Paid>(rows: readonly Part[]): (one: Due | Paid) => readonly Part[] {
  let parties: ReadonlyMap<string, readonly Part[]> | null = null;
  return ({ party }) => {
    if (party === null) return [];
    parties ??= groupBy(rows, (row) => foldCode(row.party));
    const found = parties.get(foldCode(party) ?? '') ?? [];
    return found.length > MOST_OF_PARTY ? [] : found;
  };
}

/** An equal amount within two hours is a better answer than any sum, even if it is not clear which. */
function hasEqual<Part extends Due | Paid>(one: Due | Paid, equals: ReadonlyMap<number, readonly Part[]>): boolean {
  if (one.second === null) return false;
  const [twin] = nearest(equals.get(one.amount) ?? [], one.second, 1, () => true);
  return twin !== undefined && Math.abs(twin.second! - one.second) <= WINDOW;
}

/** Smaller rows within ten minutes; none where there is a crowd. */
function around<Part extends Due | Paid>(one: Due | Paid, timed: readonly Part[]): Part[] {
  if (one.second === null) return [];
  const from = placeOf(timed, one.second - TOGETHER);
  const to = placeOf(timed, one.second + TOGETHER + 1);
  return to - from > TOO_MANY ? [] : timed.slice(from, to).filter((row) => row.amount < one.amount);
}

function unshared(groups: readonly Group[]): Group[] {
  const wanted = new Map<Due | Paid, number>();
  const records = ({ dues, paids }: Group) => [...dues, ...paids];
  for (const record of groups.flatMap(records)) wanted.set(record, (wanted.get(record) ?? 0) + 1);
  return groups.filter((group) => records(group).every((record) => wanted.get(record) === 1));
}
