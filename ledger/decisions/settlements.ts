import type { Database } from 'better-sqlite3';
import type { NewMatch } from '#contract/match.ts';
import { type Bank, type BankCredit, type Sweep, type Till, twinsOf, type Twins } from '../reconcile/bank-credits.ts';
import { ownCharges } from './own-charges.ts';
import { coverOf, joinStretches, type Stretch } from '../reconcile/coverage.ts';
import {
  type CreditRow,
  type HeldRow,
  type OpenCredit,
  settle,
  type SettlementInput,
} from '../reconcile/settlement.ts';

/** Money on its way to the bank that is not what it should be. `off`: how much, in positive cents. */
export type Unsettled = {
  readonly account: number;
  readonly at: string;
  readonly subject: string | null;
  readonly payments: readonly number[];
  readonly off: number;
};

/** What the tills and the banks of a book say of settlements. */
export type Settlements = { readonly matches: readonly NewMatch[]; readonly unsettled: readonly Unsettled[] };

/** Commissions are at most so much of a credit: what differs by more is another credit. */
const TOLERANCE = 0.02;
const DAY = 86_400_000;
/** Only where statements tell all that the till took in so many days can a credit be held against it. */
const HELD = 4 * DAY;

type Decided = NonNullable<SettlementInput['decided']>;
type Book = {
  readonly twins: Twins;
  readonly sweeps: readonly Sweep[];
  readonly decided: Decided;
  readonly heldBy: (till: number) => readonly HeldRow[];
  readonly coverOf: (till: number) => readonly Stretch[];
};

/** Finds which payments each sweep and each bank credit is made of, and which money did not arrive as it left. */
export function settlementReader(db: Database): (decided: Decided) => Settlements {
  const reads = readers(db);
  return (decided) => {
    const [credits, sweeps, tills] = [reads.credits(), reads.sweeps(), reads.tills()];
    if (tills.length === 0 || credits.length + sweeps.length === 0) return { matches: [], unsettled: [] };
    const twins = twinsOf(sweeps, credits, tills, reads.banks());
    const [rows, covered] = [reads.held(), reads.covered()];
    const heldBy = (till: number) => rows.get(till) ?? [];
    const book = { twins, sweeps, decided, heldBy, coverOf: (till: number) => covered.get(till) ?? [] };
    const found = tills.map(({ id }) => ofTill(id, book));
    return {
      matches: found.flatMap(({ matches }) => matches),
      unsettled: found.flatMap(({ unsettled }) => unsettled),
    };
  };
}

/** One till's settlements: each sweep with its end at the bank, and the credits of a till whose sweeps nothing tells of. */
function ofTill(till: number, book: Book): Settlements {
  const sweeps = book.sweeps.filter((sweep) => sweep.till === till);
  const free = sweeps.length > 0 ? [] : book.twins.free.filter((credit) => credit.till === till);
  const credits: CreditRow[] = [
    ...sweeps.map(({ id, at, amount }) => ({
      id,
      at,
      amount,
      swept: true,
      twin: book.twins.creditOf.get(id)?.id ?? null,
    })),
    ...free,
  ];
  const { matches, open } = settle({
    credits,
    payments: book.heldBy(till),
    tolerance: TOLERANCE,
    decided: book.decided,
  });
  const strange = free.flatMap((credit) => strangeOf(credit, open, book.coverOf(till)));
  const lost = book.twins.lost.filter(({ sweep }) => sweep.till === till).map(lostOf);
  return {
    matches: [...matches, ...open.flatMap(({ credit }) => pairOf(credit, book.decided))],
    unsettled: [...lost, ...strange],
  };
}

/** A sweep and its end at the bank, where the payments it is made of cannot be told apart. */
function pairOf({ id, twin, amount, at }: CreditRow, { kept, refused }: Decided): NewMatch[] {
  const key = `settlement:${id}=${twin}|`;
  if (twin == null || kept.has(key) || refused.has(key)) return [];
  const items = [id, twin].map((credit) => ({ side: 'credit' as const, id: credit, allocated: amount }));
  const evidence = [
    { field: 'amount', left: amount, right: amount, verdict: 'agree' },
    { field: 'time', left: at, right: null, verdict: 'missing' },
  ] satisfies NewMatch['evidence'];
  return [{ key, rule: 'settlement', ruleVersion: 2, state: 'confirmed', items, evidence, margin: null, residual: 0 }];
}

function lostOf({ sweep, instead }: Twins['lost'][number]): Unsettled {
  const payments = instead ? [sweep.id, instead.id] : [sweep.id];
  const off = Math.abs(sweep.amount - (instead?.amount ?? 0));
  return { account: sweep.till, at: sweep.at, subject: instead?.words ?? null, payments, off };
}

/** A credit from a till that no run of its payments comes to, though statements tell all that it took. */
function strangeOf(
  credit: Twins['free'][number],
  open: readonly OpenCredit[],
  covered: readonly Stretch[],
): Unsettled[] {
  const off = open.find((one) => one.credit.id === credit.id)?.off ?? null;
  const at = Date.parse(credit.at);
  if (off === null || coverOf(covered, at - HELD, at - DAY) === 'none') return [];
  return [{ account: credit.till, at: credit.at, subject: credit.words, payments: [credit.id], off: Math.abs(off) }];
}

const precision = `(SELECT m.precision FROM payment_movement l JOIN movement m ON m.id = l.movement
  WHERE l.payment = p.id AND m.occurred_at = p.occurred_at LIMIT 1)`;

function readers(db: Database) {
  const from = `FROM payment p JOIN account a ON a.id = p.account
    WHERE p.standing <> 'failed' AND p.finding <> 'not-on-statement' AND p.occurred_at IS NOT NULL`;
  const own = `a.kind IN ('till','paybill','pochi')`;
  const sweep = `p.kind IN ('settlement','merchant_settlement')`;
  const bank = `a.kind IN ('bank','settlement')`;
  const tills = db.prepare<[], Till>(
    `SELECT DISTINCT a.id, a.shortcode FROM account a JOIN payment p ON p.account = a.id WHERE ${own} ORDER BY a.id`,
  );
  const held = db.prepare<[], HeldRow & { till: number }>(
    `SELECT p.id, p.account AS till, p.occurred_at AS at, p.amount, ${ownCharges} AS charges ${from} AND ${own} AND NOT ${sweep}`,
  );
  const sweeps = db.prepare<[], Sweep>(`
    SELECT p.id, p.account AS till, p.occurred_at AS at, -p.amount AS amount, p.receipt ${from}
      AND ${own} AND ${sweep} AND p.amount < 0
  `);
  const credits = db.prepare<[], BankCredit & { precision: string | null }>(`
    SELECT p.id, p.account AS bank, p.occurred_at AS at, p.amount, p.receipt, coalesce(p.party, p.account_ref) AS words,
      ${precision} AS precision ${from} AND ${bank} AND p.amount > 0
  `);
  const banks = db.prepare<[], Bank>(`
    SELECT p.account AS id, min(p.occurred_at) AS "from", max(p.occurred_at) AS "to" ${from}
      AND ${bank} AND p.statement_rows > 0 GROUP BY p.account
  `);
  const covered = db.prepare<[], { account: number; from: string; to: string; proved: 0 | 1 }>(`
    SELECT account, period_from AS "from", period_to AS "to", verified AS proved FROM import
    WHERE undone_at IS NULL AND account IS NOT NULL AND period_from IS NOT NULL AND period_to IS NOT NULL
  `);
  return {
    tills: () => tills.all(),
    sweeps: () => sweeps.all(),
    banks: () => banks.all(),
    credits: () => credits.all().map(({ precision: told, ...row }) => ({ ...row, at: latest(row.at, told) })),
    held: () => Map.groupBy(held.all(), ({ till }) => till),
    covered: () =>
      new Map(
        [...Map.groupBy(covered.all(), ({ account }) => account)].map(([account, of]) => [
          account,
          joinStretches(
            of.map((one) => ({ from: Date.parse(one.from), to: Date.parse(one.to), proved: one.proved === 1 })),
          ),
        ]),
      ),
  };
}

/** A bank that prints only the day may mean its last second. */
const latest = (at: string, told: string | null): string => (told === 'day' ? `${at.slice(0, 10)}T23:59:59+03:00` : at);
