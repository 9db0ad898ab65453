import type { Database } from 'better-sqlite3';
import type { MovementKind } from '#contract/words.ts';
import { coverOf, joinStretches, type Stretch } from '../reconcile/coverage.ts';
import { legOf } from '../reconcile/movement.ts';
import { proveChains } from '../reconcile/proof/chain.ts';
import { type Break, type Proof, prove, type ProofRow } from '../reconcile/proof/prove.ts';

/** Which witness's balances are walked. */
export type ProofSource = 'sms' | 'statement';

type Told = {
  movement: number;
  payment: number;
  kind: MovementKind;
  receipt: string | null;
  at: string | null;
  amount: number;
  fee: number | null;
  balance: number | null;
  identity: string;
  import: number;
};

/** A payment of which this witness tells less, or more, than the other, and by how much: it can explain a gap. */
type Around = { id: number; at: string; delta: number };

/** One row of a chain, with the payment it belongs to. */
export type ChainRow = ProofRow & { readonly payment: number };

/** A break, with the payments on either side and those that explain it. */
export type FoundBreak = Break & {
  readonly afterRow: ChainRow | null;
  readonly beforeRow: ChainRow | null;
  readonly explainedBy: readonly number[];
  /** A statement covers the time of it, and says itself what moved. */
  readonly covered: boolean;
};

/** The chain of one account as one witness tells it. `rows` are in the order the balance ran. */
export type Chain = {
  readonly rows: readonly ChainRow[];
  readonly checked: number;
  readonly breaks: readonly FoundBreak[];
};

/** Reads chains of balances and proves them. */
export function proofReader(db: Database): (account: number, source: ProofSource) => Chain {
  const told = db.prepare<{ account: number; source: ProofSource }, Told>(`
    SELECT m.id AS movement, l.payment, m.kind, m.receipt, m.occurred_at AS at, m.amount, m.fee,
      m.balance_after AS balance, m.identity || '#' || m.occurrence AS identity, r.import
    FROM payment p
    JOIN payment_movement l ON l.payment = p.id
    JOIN movement m ON m.id = l.movement AND m.source = :source
    JOIN import_row r ON r.movement = m.id
    JOIN import i ON i.id = r.import AND i.undone_at IS NULL
    WHERE p.account = :account
    ORDER BY r.import, r.seq
  `);
  const around = db.prepare<{ account: number; source: ProofSource }, Around>(`
    SELECT id, at, delta FROM (
      SELECT id, occurred_at AS at, CASE WHEN :source = 'sms'
          THEN iif(compared, statement_in - statement_out - (message_in - message_out), 0)
          ELSE iif(statement_rows, 0, message_in - message_out) END AS delta
      FROM payment WHERE account = :account AND occurred_at IS NOT NULL)
    WHERE delta <> 0 ORDER BY at
  `);
  const covered = db.prepare<[number], { from: string; to: string; proved: 0 | 1 }>(`
    SELECT period_from AS "from", period_to AS "to", verified AS proved FROM import
    WHERE account = ? AND undone_at IS NULL AND period_from IS NOT NULL AND period_to IS NOT NULL
  `);

  return (account, source) => {
    const rows = told.all({ account, source });
    if (rows.length === 0) return { rows: [], checked: 0, breaks: [] };
    const stretches = stretchesOf(covered.all(account));
    const { chain, proofs } = source === 'sms' ? messageChain(account, rows) : statementChain(rows, stretches);
    const breaks = proofs.flatMap((proof) => proof.breaks);
    const others = breaks.length === 0 ? [] : around.all({ account, source });
    const byMovement = new Map(chain.map((row) => [row.id, row]));
    const rowOf = (id: number | null) => (id === null ? null : (byMovement.get(id) ?? null));
    return {
      rows: chain,
      checked: proofs.reduce((sum, proof) => sum + proof.checked, 0),
      breaks: breaks.map((found) => ({
        ...found,
        afterRow: rowOf(found.after),
        beforeRow: rowOf(found.before),
        explainedBy: explaining(found, rowOf(found.before)?.payment ?? null, others),
        covered: joined(stretches, found.missing.after ?? 'never', found.missing.before ?? 'never'),
      })),
    };
  };
}

const stretchesOf = (claims: readonly { from: string; to: string; proved: 0 | 1 }[]): Stretch[] =>
  joinStretches(
    claims.map(({ from, to, proved }) => ({ from: Date.parse(from), to: Date.parse(to), proved: proved === 1 })),
  );

type Walked = { readonly chain: readonly ChainRow[]; readonly proofs: readonly Proof[] };

const chainRow = ({ movement, payment, receipt, at, amount, balance }: Told): ChainRow => ({
  id: movement,
  payment,
  receipt,
  at,
  change: amount,
  balance,
});

/** Rows of all statements of an account in the order in which the balance ran, walked stretch by covered stretch. */
function statementChain(told: readonly Told[], covered: readonly Stretch[]): Walked {
  const seen = new Set<string>();
  const placed = [...Map.groupBy(told, (row) => row.import).values()].flatMap((file) => {
    const [first, last] = [file[0]?.at ?? '', file.at(-1)?.at ?? ''];
    const fresh = (first > last ? file.toReversed() : file).filter(({ identity }) => !seen.has(identity));
    for (const { identity } of fresh) seen.add(identity);
    return fresh;
  });
  const chain = placed.toSorted((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? '')).map(chainRow);
  const stretches: ChainRow[][] = [];
  for (const row of chain) {
    const last = stretches.at(-1)?.at(-1);
    if (last !== undefined && joined(covered, last.at, row.at)) stretches.at(-1)!.push(row);
    else stretches.push([row]);
  }
  return { chain, proofs: stretches.map((rows) => prove(rows, { opening: null, closing: null })) };
}

/** Between two statements with days in between, balances have every reason not to join. */
const joined = (covered: readonly Stretch[], from: string | null, to: string | null) =>
  from === null || to === null || coverOf(covered, Date.parse(from), Date.parse(to)) !== 'none';

/** The messages of an account: of each payment the one that speaks for it, and the loans that funded it. */
function messageChain(account: number, told: readonly Told[]): Walked {
  const speaking = [...Map.groupBy(told, ({ payment }) => payment).values()].flatMap(speakers);
  const [found] = proveChains(
    speaking.map((row) => ({
      id: row.movement,
      account,
      kind: row.kind,
      receipt: row.receipt,
      at: row.at,
      amount: row.amount,
      // The cost in a message of money that came in is the payer's.
      fee: row.amount > 0 && legOf(row.kind) !== 'credit' ? null : row.fee,
      balance: row.balance,
    })),
  );
  return { chain: speaking.map(chainRow), proofs: found ? [found.proof] : [] };
}

function speakers(of: readonly Told[]): Told[] {
  const principals = of.filter(({ kind }) => legOf(kind) === 'principal');
  const best = principals.find(({ balance }) => balance !== null) ?? principals[0];
  const credits = of.filter(({ kind }) => legOf(kind) === 'credit');
  const once = credits.filter((one, at) => credits.findIndex(({ amount }) => amount === one.amount) === at);
  return best ? [best, ...once] : once;
}

const MINUTE = 60_000;

/**
 * The payments around the two rows of which the other witness tells more or less, where that comes to the very gap. The
 * payment before the gap may have brought a charge that no message tells; the one behind it may be told wrong.
 */
function explaining({ gap, missing }: Break, behind: number | null, others: readonly Around[]): number[] {
  const from = missing.after === null ? -Infinity : Date.parse(missing.after) - MINUTE;
  const to = missing.before === null ? Infinity : Date.parse(missing.before) + MINUTE;
  const near = others.filter(({ at }) => Date.parse(at) >= from && Date.parse(at) <= to);
  const ways = [near.filter(({ id }) => id !== behind), near, ...near.map((one) => [one])];
  const way = ways.find((of) => of.length > 0 && of.reduce((sum, { delta }) => sum + delta, 0) === gap);
  return way?.map(({ id }) => id) ?? [];
}
