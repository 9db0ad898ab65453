import type { Database } from 'better-sqlite3';
import { joinStretches, type Stretch } from '../reconcile/coverage.ts';
import type { Break } from '../reconcile/proof/prove.ts';
import { chainName, type Touched } from '../touched.ts';
import { type ChainRow, type FoundAt, joined, type Told, walkMessages, walkStatement } from './chain-walks.ts';

/** Which witness's balances are walked. */
export type ProofSource = 'sms' | 'statement';

/** A payment of which this witness tells less, or more, than the other, and by how much: it can explain a gap. */
type Around = { id: number; at: string; delta: number };

/** A break, with the payments on either side and those that explain it. */
export type FoundBreak = FoundAt & {
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

/** A chain as it was walked, its breaks not explained yet. */
type Walked = Omit<Chain, 'breaks'> & { readonly breaks: readonly FoundAt[] };

/** Reads chains of balances and proves them; `rows` are left out where nobody looks at them. */
export function proofReader(db: Database): (account: number, source: ProofSource, withRows?: boolean) => Chain {
  const { walk, explained } = chainReader(db);
  return (account, source, withRows = true) => explained(account, source, walk(account, source, withRows));
}

/** Beyond so many breaks a chain is walked again rather than kept. */
const MOST_BREAKS = 10_000;

/**
 * The same without rows, for one who asks again and again: a chain is walked anew only where `forget` has named it. What
 * explains its breaks is looked for each time.
 */
export function keptProofs(db: Database) {
  const { walk, explained } = chainReader(db);
  const kept = new Map<string, Walked>();
  return {
    of(account: number, source: ProofSource): Chain {
      const name = chainName(account, source);
      const walked = kept.get(name) ?? walk(account, source, false);
      if (walked.breaks.length <= MOST_BREAKS) kept.set(name, walked);
      return explained(account, source, walked);
    },
    forget: (touched: Touched): void => {
      if (touched === null) kept.clear();
      else for (const name of touched) kept.delete(name);
    },
  };
}

function chainReader(db: Database) {
  const partsOf = partReader(db);
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

  return {
    walk: (account: number, source: ProofSource, withRows: boolean): Walked => {
      const walk = source === 'sms' ? walkMessages(account) : walkStatement(stretchesOf(covered.all(account)));
      const rows: ChainRow[] = [];
      for (const part of partsOf(account, source)) {
        const chain = walk.next(part);
        if (withRows) rows.push(...chain);
      }
      return { rows, ...walk.done() };
    },
    explained: (account: number, source: ProofSource, { breaks, ...walked }: Walked): Chain => {
      if (breaks.length === 0) return { ...walked, breaks: [] };
      const [others, stretches] = [around.all({ account, source }), stretchesOf(covered.all(account))];
      return {
        ...walked,
        breaks: breaks.map((found) => ({
          ...found,
          explainedBy: explaining(found, found.beforeRow?.payment ?? null, others),
          covered: joined(stretches, found.missing.after ?? 'never', found.missing.before ?? 'never'),
        })),
      };
    },
  };
}

/** So many rows are held at once. */
const PART = 20_000;
const MINUTE_TEXT = 'yyyy-mm-ddThh:mm'.length;

/**
 * Reads all that a witness tells of an account, in parts of whole minutes, oldest first; within a part as its files have
 * it, the files in the order of their digests, so that the order of their imports changes nothing. What has no time
 * comes first.
 */
function partReader(db: Database): (account: number, source: ProofSource) => Generator<Told[]> {
  const told = db.prepare<{ account: number; source: ProofSource }, Told>(`
    SELECT m.id AS movement, l.payment, m.kind, m.receipt, m.occurred_at AS at, m.precision, m.amount, m.fee,
      m.balance_after AS balance, m.identity || '#' || m.occurrence AS identity, r.import, r.seq
    FROM payment p
    JOIN payment_movement l ON l.payment = p.id
    JOIN movement m ON m.id = l.movement AND m.source = :source
    JOIN import_row r ON r.movement = m.id
    JOIN import i ON i.id = r.import AND i.undone_at IS NULL
    WHERE p.account = :account
    ORDER BY m.occurred_at
  `);
  const files = db.prepare<[], number>('SELECT id FROM import WHERE undone_at IS NULL ORDER BY sha256, id').pluck();

  return function* (account, source) {
    const ranks = new Map(files.all().map((id, rank) => [id, rank]));
    const inReadingOrder = (rows: Told[]) =>
      rows.toSorted((a, b) => ranks.get(a.import)! - ranks.get(b.import)! || a.seq - b.seq);
    let part: Told[] = [];
    for (const row of told.iterate({ account, source })) {
      if (part.length >= PART && row.at?.slice(0, MINUTE_TEXT) !== part.at(-1)!.at?.slice(0, MINUTE_TEXT)) {
        yield inReadingOrder(part);
        part = [];
      }
      part.push(row);
    }
    if (part.length > 0) yield inReadingOrder(part);
  };
}

const stretchesOf = (claims: readonly { from: string; to: string; proved: 0 | 1 }[]): Stretch[] =>
  joinStretches(
    claims.map(({ from, to, proved }) => ({ from: Date.parse(from), to: Date.parse(to), proved: proved === 1 })),
  );

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
