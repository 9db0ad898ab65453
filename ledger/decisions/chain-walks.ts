import type { MovementKind } from '#contract/words.ts';
import { coverOf, type Stretch } from '../reconcile/coverage.ts';
import { orderOf } from '../imports/row-order.ts';
import { legOf } from '../reconcile/movement.ts';
import { type ChainMessage, openChain } from '../reconcile/proof/chain.ts';
import { type Break, openProof, type ProofRow } from '../reconcile/proof/prove.ts';

/** One telling of a witness, once for each import that stands and tells it. */
export type Told = {
  movement: number;
  payment: number;
  kind: MovementKind;
  receipt: string | null;
  at: string | null;
  precision: 'second' | 'minute' | 'day' | null;
  amount: number;
  fee: number | null;
  balance: number | null;
  identity: string;
  import: number;
  seq: number;
};

/** One row of a chain, with the payment it belongs to. */
export type ChainRow = ProofRow & { readonly payment: number };

/** A break with the rows on either side of it. */
export type FoundAt = Break & { readonly afterRow: ChainRow | null; readonly beforeRow: ChainRow | null };

/** Walks a chain part by part; `next` answers with the rows of its part, `done` with what was found. */
export type Walk = {
  readonly next: (told: readonly Told[]) => readonly ChainRow[];
  readonly done: () => { readonly checked: number; readonly breaks: readonly FoundAt[] };
};

const chainRow = ({ movement, payment, receipt, at, amount, balance }: Told): ChainRow => ({
  id: movement,
  payment,
  receipt,
  at,
  change: amount,
  balance,
});

/** Keeps what breaks, with the rows of the part that was read last: a break is next to one of them. */
function breakKeeper() {
  const breaks: FoundAt[] = [];
  let recent = new Map<number, ChainRow>();
  const rowOf = (row: ProofRow | null) => (row === null ? null : (recent.get(row.id) ?? null));
  return {
    breaks,
    /** The last row of the part before stays. */
    see(rows: readonly ChainRow[]): void {
      const last = [...recent.values()].at(-1);
      recent = new Map([...(last ? [last] : []), ...rows].map((row) => [row.id, row]));
    },
    found: (found: Break, after: ProofRow | null, before: ProofRow | null): void =>
      void breaks.push({ ...found, afterRow: rowOf(after), beforeRow: rowOf(before) }),
  };
}

/** Rows of all statements of an account in the order in which the balance ran, walked stretch by covered stretch. */
export function walkStatement(covered: readonly Stretch[]): Walk {
  const newestFirst = new Map<number, boolean>();
  const kept = breakKeeper();
  const open = () => openProof({ opening: null, closing: null }, kept.found);
  let [proof, last, checked] = [open(), null as ChainRow | null, 0];

  /** Each row as the first of its files has it. */
  function inOrder(told: readonly Told[]): ChainRow[] {
    const seen = new Set<string>();
    const placed = [...Map.groupBy(told, (row) => row.import)].flatMap(([id, file]) => {
      const [first, end] = [file[0]?.at ?? '', file.at(-1)?.at ?? ''];
      if (first !== end) newestFirst.set(id, first > end);
      else if (!newestFirst.has(id)) newestFirst.set(id, isNewestFirst(file));
      const fresh = (newestFirst.get(id) ? file.toReversed() : file).filter(({ identity }) => !seen.has(identity));
      for (const { identity } of fresh) seen.add(identity);
      return fresh;
    });
    return placed.toSorted((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? '')).map(chainRow);
  }

  return {
    next(told) {
      const rows = inOrder(told);
      kept.see(rows);
      for (const row of rows) {
        if (last !== null && !joined(covered, last.at, row.at)) {
          checked += proof.done().checked;
          proof = open();
        }
        proof.add(row);
        last = row;
      }
      return rows;
    },
    done: () => ({ checked: checked + proof.done().checked, breaks: kept.breaks }),
  };
}

/** Of a file that tells one moment alone its balances say it. */
const isNewestFirst = (file: readonly Told[]) =>
  orderOf(file.map(({ at, amount, balance }) => ({ at: at ?? '', amount, balance }))) === 'newest-first';

/** Between two statements with days in between, balances have every reason not to join. */
export const joined = (covered: readonly Stretch[], from: string | null, to: string | null) =>
  from === null || to === null || coverOf(covered, Date.parse(from), Date.parse(to)) !== 'none';

/** The messages of an account: of each payment the one that speaks for it, and the loans that funded it. */
export function walkMessages(account: number): Walk {
  const kept = breakKeeper();
  const chain = openChain();
  const proof = openProof({ opening: null, closing: null }, kept.found);
  return {
    next(told) {
      const speaking = [...Map.groupBy(told, ({ payment }) => payment).values()].flatMap(speakers);
      const rows = speaking.map(chainRow);
      kept.see(rows);
      for (const row of chain.next(speaking.map((one) => messageOf(account, one)))) proof.add(row);
      return rows;
    },
    done() {
      for (const row of chain.rest()) proof.add(row);
      return { checked: proof.done().checked, breaks: kept.breaks };
    },
  };
}

const messageOf = (account: number, row: Told): ChainMessage => ({
  id: row.movement,
  account,
  kind: row.kind,
  receipt: row.receipt,
  at: row.precision === 'day' ? null : row.at,
  day: row.precision === 'day' ? row.at!.slice(0, DAY_TEXT) : null,
  amount: row.amount,
  // The cost in a message of money that came in is the payer's.
  fee: row.amount > 0 && legOf(row.kind) !== 'credit' ? null : row.fee,
  balance: row.balance,
});

const DAY_TEXT = 'yyyy-mm-dd'.length;

function speakers(of: readonly Told[]): Told[] {
  const principals = of.filter(({ kind }) => legOf(kind) === 'principal');
  const best = principals.find(({ balance }) => balance !== null) ?? principals[0];
  const credits = of.filter(({ kind }) => legOf(kind) === 'credit');
  const once = credits.filter((one, at) => credits.findIndex(({ amount }) => amount === one.amount) === at);
  return best ? [best, ...once] : once;
}
