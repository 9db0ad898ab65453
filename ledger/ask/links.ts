import type { Database } from 'better-sqlite3';
import type { Output, Parsed } from '#contract/index.ts';
import type { CallbackRow, LookupRow, MoveRow } from '#contract/links.ts';
import { Lookup } from '#contract/lookup.ts';
import { MoveRecord } from '#contract/move.ts';
import { CallbackValues } from '#contract/provider-answer.ts';
import { ServiceId } from '#contract/provider.ts';
import { LedgerError } from '../errors.ts';
import { providers, serviceOf } from '../providers/registry.ts';
import { smsLength } from '../providers/sms-length.ts';
import { exchangesOf } from '../store/exchanges.ts';
import { keyedBy } from '../store/payments.ts';
import { smsDraft } from './sms-draft.ts';

type LookupStored = {
  value: string;
  label: string;
  service: string;
  askedAt: string;
  settledAt: string | null;
};

const lookupColumns = `
  l.value, a.label, a.service, l.asked_at AS askedAt, l.settled_at AS settledAt
  FROM lookup l JOIN linked_account a ON a.id = l.linked_account`;

const toLookup = ({ value, service, ...row }: LookupStored): LookupRow => ({
  ...Lookup.parse(JSON.parse(value)),
  ...row,
  service: ServiceId.parse(service),
});

/** What linked accounts were asked, told and ordered, as the book has it. */
export function linkQueries(db: Database) {
  const lookups = lookupQueries(db);
  const moves = moveQueries(db);
  const exchanges = exchangesOf(db);
  return {
    'services.list': () => Object.values(providers).map(serviceOf),
    'lookups.page': (input: Parsed<'lookups.page'>) => lookups.page(input),
    'lookups.one': ({ id }: Parsed<'lookups.one'>) => ({
      lookup: lookups.one(id),
      exchanges: exchanges(`lookup ${id}`),
    }),
    'callbacks.page': callbackQuery(db),
    'moves.page': moves.page,
    'moves.one': ({ id }: Parsed<'moves.one'>) => ({
      move: moves.one(id),
      lookups: lookups.about(`request ${id}`),
      exchanges: exchanges(`move ${id}`),
    }),
    'sms.measure': ({ text }: Parsed<'sms.measure'>) => smsLength(text),
    'sms.draft': smsDraft(db),
  };
}

function lookupQueries(db: Database) {
  const where = `
    WHERE (:state IS NULL OR (:state = 'open') = l.open) AND (:linkedAccount IS NULL OR l.linked_account = :linkedAccount)
      AND (:about IS NULL OR l.about = :about) AND l.state <> 'withdrawn'`;
  const page = db.prepare<object, LookupStored>(
    `SELECT ${lookupColumns} ${where} ORDER BY l.seq DESC LIMIT :limit OFFSET :offset`,
  );
  const total = db.prepare<object, number>(`SELECT count(*) FROM lookup l ${where}`).pluck();
  const counts = db.prepare<[], { open: number; offline: number; done: number }>(`
    SELECT count(*) FILTER (WHERE open = 1) AS open, count(*) FILTER (WHERE state = 'offline') AS offline,
      count(*) FILTER (WHERE state = 'done') AS done
    FROM lookup
  `);
  const one = db.prepare<[string], LookupStored>(`SELECT ${lookupColumns} WHERE l.id = ?`);
  const about = db.prepare<[string], LookupStored>(`SELECT ${lookupColumns} WHERE l.about = ? ORDER BY l.seq`);

  return {
    page({ payment, ...input }: Parsed<'lookups.page'>): Output<'lookups.page'> {
      const parameters = { ...input, about: payment === null ? null : `payment ${payment}` };
      return { total: total.get(parameters) ?? 0, counts: counts.get()!, rows: page.all(parameters).map(toLookup) };
    },
    one(id: string): LookupRow {
      const found = one.get(id);
      if (found === undefined) throw new LedgerError('not-found', `There is no lookup ${id}.`);
      return toLookup(found);
    },
    about: (key: string) => about.all(key).map(toLookup),
  };
}

type CallbackStored = Omit<CallbackRow, 'values' | 'verdict'> & {
  value: string;
  open: 0 | 1 | null;
  found: string | null;
};

/** A notice with the last lookup about what it tells of. */
function callbackQuery(db: Database) {
  const where = 'WHERE :linkedAccount IS NULL OR c.linked_account = :linkedAccount';
  const page = db.prepare<object, CallbackStored>(`
    WITH c AS (SELECT * FROM callback c ${where} ORDER BY seq DESC LIMIT :limit OFFSET :offset),
      t AS (SELECT c.*, (SELECT p.id FROM payment p WHERE ${keyedBy('p', 'c.receipt')} ORDER BY p.id LIMIT 1) AS payment FROM c)
    SELECT t.digest, t.linked_account AS linkedAccount, a.label, t.received_at AS receivedAt, t.value, t.body, t.payment,
      l.open, l.verdict AS found
    FROM t JOIN linked_account a ON a.id = t.linked_account
    LEFT JOIN lookup l ON l.seq = (
      SELECT max(seq) FROM lookup WHERE about = 'payment ' || t.payment AND linked_account = t.linked_account)
    ORDER BY t.seq DESC
  `);
  const total = db.prepare<object, number>(`SELECT count(*) FROM callback c ${where}`).pluck();
  return (input: Parsed<'callbacks.page'>): Output<'callbacks.page'> => ({
    total: total.get(input) ?? 0,
    rows: page.all(input).map(({ value, open, found, ...row }) => ({
      ...row,
      values: CallbackValues.parse(JSON.parse(value)),
      verdict: open === 1 ? 'waiting' : verdictOf(found),
    })),
  });
}

const verdicts = ['confirmed', 'pending', 'not-paid', 'conflicting', 'inconclusive'] as const;
const verdictOf = (found: string | null) => verdicts.find((verdict) => verdict === found) ?? null;

type MoveStored = { value: string; label: string };

function moveQueries(db: Database) {
  const columns = 'm.value, a.label FROM move m JOIN linked_account a ON a.id = m.linked_account';
  const where = 'WHERE :linkedAccount IS NULL OR m.linked_account = :linkedAccount';
  const page = db.prepare<object, MoveStored>(
    `SELECT ${columns} ${where} ORDER BY m.seq DESC LIMIT :limit OFFSET :offset`,
  );
  const total = db.prepare<object, number>(`SELECT count(*) FROM move m ${where}`).pluck();
  const one = db.prepare<[string], MoveStored>(`SELECT ${columns} WHERE m.id = ?`);
  const becomes = paymentOf(db);
  const toMove = ({ value, label }: MoveStored): MoveRow => {
    const record = MoveRecord.parse(JSON.parse(value));
    return { ...record, label, payment: becomes(record) };
  };

  return {
    page: (input: Parsed<'moves.page'>): Output<'moves.page'> => ({
      total: total.get(input) ?? 0,
      rows: page.all(input).map(toMove),
    }),
    one(id: string): MoveRow {
      const found = one.get(id);
      if (found === undefined) throw new LedgerError('not-found', `There is no order ${id}.`);
      return toMove(found);
    },
  };
}

/** A requested payment is paid within minutes, if at all; the clocks of phones and services may differ. */
const BEFORE = 5 * 60 * 1_000;
const AFTER = 24 * 60 * 60 * 1_000;

/** Finds the payment that an order became: the one with its receipt, else the only one that fits all else. */
function paymentOf(db: Database) {
  const byReceipt = db
    .prepare<{ receipt: string }, number>(`SELECT id FROM payment p WHERE ${keyedBy('p', ':receipt')} ORDER BY id`)
    .pluck();
  const byReference = db.prepare<{ amount: number; reference: string }, { id: number; at: string }>(`
    SELECT id, occurred_at AS at FROM payment
    WHERE amount = :amount AND account_ref = :reference COLLATE NOCASE AND occurred_at IS NOT NULL
  `);
  return ({ receipt, move, amount, input, pressedAt }: MoveRecord): number | null => {
    if (receipt !== null) return byReceipt.get({ receipt }) ?? null;
    const said: unknown = JSON.parse(input);
    const reference = typeof said === 'object' && said !== null && 'reference' in said ? said.reference : null;
    if (move !== 'request-payment' || amount === null || typeof reference !== 'string') return null;
    const pressed = Date.parse(pressedAt);
    const [only, ...others] = byReference
      .all({ amount, reference })
      .filter(({ at }) => Date.parse(at) >= pressed - BEFORE && Date.parse(at) <= pressed + AFTER);
    return only && others.length === 0 ? only.id : null;
  };
}
