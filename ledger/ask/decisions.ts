import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { BalanceBreak, Decision, DecisionCode, DecisionStory } from '#contract/decisions.ts';
import type { SuggestedPayment } from '#contract/matches.ts';
import type { Sale } from '#contract/sales.ts';
import type { Parsed } from '#contract/index.ts';
import type { Match, Suggestion } from '#contract/match.ts';
import type { Payment } from '#contract/payment.ts';
import type { AccountKind } from '#contract/words.ts';
import { LedgerError } from '../errors.ts';
import { stateNow } from '../store/exceptions.ts';
import { accountName } from './accounts.ts';
import { StoredEvidence } from './matches.ts';
import { likePattern, searchedCents } from './window.ts';

type Row = Omit<Decision, 'account' | 'expected' | 'payments' | 'reopened'> & {
  reopened: 0 | 1;
  accountId: number | null;
  accountKind: AccountKind | null;
  shortcode: string | null;
  accountName: string | null;
  expected: string;
  payments: string;
  detail: string | null;
};

const stands = stateNow('x');

const columns = `x.id, x.code, ${stands} AS state, ${stands} <> x.state AS reopened, x.cents, x.at, x.subject, x.receipt, x.match, x.reason, x.note, x.until,
  x.decided_at AS decidedAt, x.expected, x.payments, x.detail, a.id AS accountId, a.kind AS accountKind, a.shortcode,
  a.name AS accountName`;

/** What still asks: all that is not settled, and what was put off until now. */
export const asks = `(${stands} IN ('open', 'waiting-statement', 'waiting-provider')
  OR (x.state = 'snoozed' AND datetime(x.until) <= datetime(:now)))`;

const Ids = z.array(z.int());
const Detail = z.object({
  source: z.enum(['sms', 'statement']).optional(),
  after: z.int().nullable().optional(),
  before: z.int().nullable().optional(),
  message: z.int().optional(),
  charged: z.int().optional(),
  usual: z.int().optional(),
  tariff: z.string().optional(),
});

const chargeOf = ({ charged, usual, tariff }: z.infer<typeof Detail>): DecisionStory['charge'] =>
  charged === undefined || usual === undefined || tariff === undefined ? null : { charged, usual, tariff };

/** Where a decision's parts are read. */
export type DecisionParts = {
  readonly sales: (ids: readonly number[]) => Sale[];
  readonly payments: (ids: readonly number[]) => Payment[];
  readonly match: (id: number) => Match | null;
  readonly breaks: (input: Parsed<'proof.breaks'>) => BalanceBreak[];
};

/** The decisions that a filter lets through. */
const where = `
  FROM exception x LEFT JOIN account a ON a.id = x.account
  WHERE x.live = 1 AND (:date IS NULL OR substr(x.at, 1, 10) = :date) AND (:code IS NULL OR x.code = :code) AND (:account IS NULL OR x.account = :account)
    AND CASE WHEN :state IS NULL THEN ${asks} ELSE ${stands} = :state END
    AND (:pattern IS NULL OR x.subject LIKE :pattern ESCAPE '\\' OR x.receipt LIKE :pattern ESCAPE '\\'
      OR x.note LIKE :pattern ESCAPE '\\' OR x.cents = :cents OR EXISTS (
        SELECT 1 FROM json_each(x.expected) j JOIN expected e ON e.id = j.value WHERE e.reference LIKE :pattern ESCAPE '\\'))`;

/** Reads what asks for a decision, most money at risk first. */
export function decisionQueries(db: Database, parts: DecisionParts) {
  const sums = db.prepare<object, { total: number; cents: number }>(
    `SELECT count(*) AS total, coalesce(sum(x.cents), 0) AS cents ${where}`,
  );
  const rows = db.prepare<object, Row>(
    `SELECT ${columns} ${where} ORDER BY x.cents DESC, x.id LIMIT :limit OFFSET :offset`,
  );
  const codes = db.prepare<{ now: string }, { code: DecisionCode; count: number; cents: number }>(`
    SELECT x.code, count(*) AS count, sum(x.cents) AS cents FROM exception x WHERE x.live = 1 AND ${asks}
    GROUP BY x.code ORDER BY cents DESC, x.code
  `);
  const one = db.prepare<[number], Row & { live: 0 | 1 }>(
    `SELECT ${columns}, x.live FROM exception x LEFT JOIN account a ON a.id = x.account WHERE x.id = ?`,
  );
  const text = db.prepare<[number], string>('SELECT text FROM message WHERE id = ?').pluck();
  const suggestions = db.prepare<[number], Omit<Suggestion, 'evidence'> & { evidence: string }>(
    'SELECT expected, payment, score, evidence, residual FROM suggestion WHERE expected = ? ORDER BY place',
  );

  const suggested = (expected: readonly number[]): SuggestedPayment[] =>
    expected.flatMap((sale) =>
      suggestions.all(sale).flatMap(({ payment: id, evidence, ...rest }) => {
        const [payment] = parts.payments([id]);
        return payment ? [{ ...rest, payment, evidence: StoredEvidence.parse(JSON.parse(evidence)) }] : [];
      }),
    );

  /** The break of a balance gap, found again by the rows on either side. */
  function breakOf(row: Row, payments: readonly number[], { source }: z.infer<typeof Detail>): BalanceBreak | null {
    if (!source || row.accountId === null) return null;
    const found = parts.breaks({ account: row.accountId, source });
    const fits = ({ after, before, gap }: BalanceBreak) =>
      Math.abs(gap) === row.cents && [after, before].every((side) => !side || payments.includes(side.payment));
    return found.find(fits) ?? null;
  }

  return {
    page: ({ code, state, date, account, search, offset, limit }: Parsed<'decisions.page'>) => {
      const pattern = search.trim() === '' ? null : likePattern(search);
      const now = new Date().toISOString();
      const filter = { code, state, date: date ?? null, account, pattern, cents: searchedCents(search) };
      const given = { ...filter, now, offset, limit };
      return { ...sums.get(given)!, rows: rows.all(given).map(toDecision), codes: codes.all({ now }) };
    },
    /** One that no longer asks is told as it was last. Throws `not-found`. */
    one: ({ id }: { id: number }): DecisionStory => {
      const found = one.get(id);
      if (!found) throw new LedgerError('not-found', `There is no decision ${id}.`);
      const { live, ...row } = found;
      const [expected, payments] = [Ids.parse(JSON.parse(row.expected)), Ids.parse(JSON.parse(row.payments))];
      const detail = Detail.parse(row.detail === null ? {} : JSON.parse(row.detail));
      return {
        decision: toDecision(row),
        gone: live === 0,
        sales: parts.sales(expected),
        payments: parts.payments(payments),
        suggestions: live === 0 ? [] : suggested(expected),
        match: row.match === null ? null : parts.match(row.match),
        break: breakOf(row, payments, detail),
        charge: chargeOf(detail),
        message: detail.message === undefined ? null : (text.get(detail.message) ?? null),
      };
    },
  };
}

function toDecision(row: Row): Decision {
  const { accountId, accountKind, shortcode, accountName: named, expected, payments, detail: _detail, ...rest } = row;
  return {
    ...rest,
    reopened: row.reopened === 1,
    account:
      accountId === null || accountKind === null
        ? null
        : { id: accountId, name: named ?? accountName(accountKind, shortcode) },
    expected: Ids.parse(JSON.parse(expected)).length,
    payments: Ids.parse(JSON.parse(payments)).length,
  };
}
