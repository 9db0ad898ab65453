import { legOf, type Movement, richest, spelledOut } from './movement.ts';
import { withoutRivals } from './rivals.ts';

/** What one kind of witness says of one payment. Cents; `in`, `out` and `charges` are positive. */
export type Side = {
  /** How many movements, every telling counted once. */
  readonly count: number;
  /** The movement that speaks for the payment; null where this side knows only a charge. */
  readonly main: Movement | null;
  /** The payment's amount, signed. Null where this side is silent about it. */
  readonly amount: number | null;
  /** How far a second message, or a statement that was not believed, strays from that amount; 0 where all agree. */
  readonly conflict: number;
  /** Charges on top. */
  readonly charges: number;
  /** Everything that moved, charges and loans included. */
  readonly in: number;
  readonly out: number;
};

/**
 * The statement rows of one receipt. Several principals that one statement tells are legs of one event and add up; of
 * statements that contradict one another one is believed.
 */
export function statementSide(told: readonly Movement[], messages: readonly Movement[]): Side {
  const { rows, conflict } = withoutRivals(told, messages);
  const charges = rows.filter((row) => legOf(row.kind) === 'charge');
  const speaking = speakers(rows.filter((row) => legOf(row.kind) !== 'charge'));
  return {
    count: rows.length,
    main: speaking[0] ?? null,
    amount: speaking.length === 0 ? null : sum(speaking),
    conflict,
    charges: -sum(charges),
    in: sum(rows.filter((row) => row.amount > 0)),
    out: -sum(rows.filter((row) => row.amount < 0)),
  };
}

/**
 * The messages of one receipt. They never add up: two messages of one payment say the same twice, or contradict one
 * another, and then the one that agrees with the statement speaks. A loan that funded the payment does count beside it.
 */
export function messageSide(messages: readonly Movement[], statementAmount: number | null): Side {
  const speaking = speakers(messages);
  const main = speaking.find((message) => message.amount === statementAmount) ?? speaking[0] ?? null;
  const fee = Math.max(0, ...speaking.map((message) => message.fee ?? 0));
  const credit = main && legOf(main.kind) === 'credit' ? 0 : sum(creditsOf(messages));
  const amount = main?.amount ?? null;
  return {
    count: messages.length,
    main,
    amount,
    conflict: main ? Math.max(0, ...speaking.map((message) => Math.abs(message.amount - main.amount))) : 0,
    charges: fee,
    in: Math.max(0, amount ?? 0) + Math.max(0, credit),
    out: Math.max(0, -(amount ?? 0)) + Math.max(0, -credit) + fee,
  };
}

/** A Fuliza notice of one draw may come twice; the same amount counts once. */
function creditsOf(messages: readonly Movement[]): Movement[] {
  const credits = messages.filter((message) => legOf(message.kind) === 'credit');
  return credits.filter((one, at) => credits.findIndex((other) => other.amount === one.amount) === at);
}

/** Who may speak for the payment: principals, else echoes, else the loan alone. */
function speakers(movements: readonly Movement[]): Movement[] {
  const legs = ['principal', 'echo', 'credit'] as const;
  for (const leg of legs) {
    const of = movements.filter(({ kind }) => legOf(kind) === leg);
    if (of.length > 0) return inOrder(of);
  }
  return [];
}

/** In an order that does not depend on ids. */
export function inOrder(movements: readonly Movement[]): Movement[] {
  if (movements.length < 2) return [...movements];
  const keyed = movements.map((movement) => ({ movement, key: spelledOut(movement) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ movement }) => movement);
}

/** Every movement once: of several tellings the one that says most, told by the files of all. */
export function tellOnce(movements: readonly Movement[]): Movement[] {
  if (movements.length === 1) return [...movements];
  return inOrder([...Map.groupBy(movements, ({ identity }) => identity).values()].map(together));
}

const together = (tellings: readonly Movement[]): Movement =>
  tellings.length === 1 ? tellings[0]! : { ...richest(tellings), files: tellings.flatMap(({ files }) => files) };

const sum = (movements: readonly Movement[]) => movements.reduce((total, { amount }) => total + amount, 0);
