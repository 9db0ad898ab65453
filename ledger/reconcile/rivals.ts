import { legOf, type Movement, spelledOut } from './movement.ts';

/** The rows that are believed, and how far the rest strays from them in cents: 0 where all tell the same money. */
export type Believed = { readonly rows: readonly Movement[]; readonly conflict: number };

/**
 * Of the statement rows of one receipt those that may stand together. What goes the same way under one receipt adds up only
 * where one file tells it all: two files that tell it otherwise, with another amount or at another time, tell the same
 * money twice. Then the file whose totals hold is believed, else the one that a message bears out.
 */
export function withoutRivals(rows: readonly Movement[], messages: readonly Movement[]): Believed {
  if (rows.length < 2) return { rows, conflict: 0 };
  const ways = Map.groupBy(rows, ({ kind, amount }) => `${legOf(kind) === 'charge'} ${Math.sign(amount)}`);
  const believed = [...ways.values()].map((way) =>
    way.length < 2 ? { rows: way, conflict: 0 } : believe(way, messages),
  );
  return {
    rows: rows.filter((row) => believed.some((one) => one.rows.includes(row))),
    conflict: believed.reduce((sum, { conflict }) => sum + conflict, 0),
  };
}

/** All that one file tells. */
type Telling = { readonly proved: boolean; readonly rows: readonly Movement[] };

function believe(rows: readonly Movement[], messages: readonly Movement[]): Believed {
  const files = [...new Set(rows.flatMap((row) => row.files))];
  const tellings = files.map((file) => ({ proved: file > 0, rows: rows.filter((row) => row.files.includes(file)) }));
  const [first, ...rest] = tellings;
  if (!first) return { rows, conflict: 0 };
  const best = rest.reduce((found, next) => (compare(next, found, messages) > 0 ? next : found), first);
  const rivals = tellings.filter((telling) => telling.rows.some((row) => !best.rows.includes(row)));
  return { rows: best.rows, conflict: Math.max(0, ...rivals.map((rival) => Math.abs(sum(rival) - sum(best)))) };
}

/** A total order that no order of imports shows in. */
function compare(a: Telling, b: Telling, messages: readonly Movement[]): number {
  if (a.proved !== b.proved) return a.proved ? 1 : -1;
  const heard = Number(isHeard(a, messages)) - Number(isHeard(b, messages));
  if (heard !== 0) return heard;
  if (a.rows.length !== b.rows.length) return a.rows.length - b.rows.length;
  const [left, right] = [a, b].map((telling) => telling.rows.map(spelledOut).join());
  return left! < right! ? 1 : -1;
}

const isHeard = (telling: Telling, messages: readonly Movement[]) =>
  messages.some(({ amount }) => amount === sum(telling));
const sum = ({ rows }: Telling) => rows.reduce((total, { amount }) => total + amount, 0);
