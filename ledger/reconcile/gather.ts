import { isReversal, legOf, type Movement } from './movement.ts';
import { messageSide, type Side, statementSide, tellOnce } from './witnesses.ts';

/** Ends the key of a reversal that shares the receipt of what it takes back. */
export const REVERSAL = '~reversal';

/** What gathers under one key before it is judged. */
export type Gathered = {
  readonly account: number;
  readonly key: string;
  readonly receipt: string | null;
  readonly tellings: readonly Movement[];
  readonly message: Side | null;
  readonly statement: Side | null;
  /** What providers answered when asked, and what they told by themselves. */
  readonly answer: Side | null;
  readonly notice: Side | null;
  readonly main: Movement;
  readonly reverses: string | null;
};

/** From when to when messages tell of an account, in milliseconds. */
export type Span = { readonly first: number; readonly last: number };

/** Lays the movements of whole groups together: one payment an account and receipt. `movements` are all live. */
export function gather(movements: readonly Movement[], accountOf: (movement: Movement) => number): Gathered[] {
  const receiptOf = reversalReceipts(movements, accountOf);
  const groups = Map.groupBy(
    movements,
    (movement) => `${accountOf(movement)} ${movement.receipt ?? receiptOf(movement) ?? movement.identity}`,
  );
  return [...groups.values()].flatMap((group) => {
    const account = accountOf(group[0]!);
    return apart(group).map((tellings) => gatherOne(account, tellings, tellings !== group && isTakenBack(tellings)));
  });
}

const isNamed = (movement: Movement) => movement.linkedReceipt !== null && isReversal(movement);

/**
 * Finds the receipt of a reversal of which a provider tells without it: of what takes the same payment back in the same
 * account by the same amount, where that has one receipt.
 */
function reversalReceipts(movements: readonly Movement[], accountOf: (movement: Movement) => number) {
  const nameOf = (movement: Movement) => `${accountOf(movement)} ${movement.linkedReceipt} ${movement.amount}`;
  const loose = movements.filter((movement) => movement.receipt === null && isNamed(movement));
  if (loose.length === 0) return () => null;
  const wanted = new Set(loose.map(nameOf));
  const told = movements.filter((movement) => movement.receipt !== null && isNamed(movement));
  const found = Map.groupBy(
    told.filter((movement) => wanted.has(nameOf(movement))),
    nameOf,
  );
  return (movement: Movement): string | null => {
    if (movement.receipt !== null || !isNamed(movement)) return null;
    const receipts = new Set(found.get(nameOf(movement))?.map(({ receipt }) => receipt));
    return receipts.size === 1 ? [...receipts][0]! : null;
  };
}

const isTakenBack = (tellings: readonly Movement[]) => tellings.every(isReversal);

/** A reversal that was given the receipt of what it takes back is an event of its own. */
function apart(group: Movement[]): Movement[][] {
  if (!group.some(isReversal)) return [group];
  const taken = group.filter(isReversal);
  const rest = group.filter((movement) => !isReversal(movement));
  return rest.some(({ kind }) => legOf(kind) !== 'charge') ? [rest, taken] : [group];
}

function gatherOne(account: number, tellings: readonly Movement[], sharesReceipt: boolean): Gathered {
  const once = tellOnce(tellings);
  const rows = once.filter(({ source }) => source === 'statement');
  const texts = once.filter(({ source }) => source === 'sms');
  const statement = rows.length > 0 ? statementSide(rows, texts) : null;
  const answers = once.filter(({ source }) => source === 'lookup');
  const notices = once.filter(({ source }) => source === 'callback');
  const message = texts.length > 0 ? messageSide(texts, statement?.amount ?? null) : null;
  // Answers repeat one another just as messages do, and never add up.
  const answer = answers.length > 0 ? messageSide(answers, statement?.amount ?? message?.amount ?? null) : null;
  const told = statement?.amount ?? message?.amount ?? answer?.amount ?? null;
  const notice = notices.length > 0 ? messageSide(notices, told) : null;
  const main = statement?.main ?? message?.main ?? answer?.main ?? notice?.main ?? once[0]!;
  const reversal = once.find((movement) => isReversal(movement) && movement.linkedReceipt !== null);
  const receipt = once.find((movement) => movement.receipt !== null)?.receipt ?? null;
  return {
    account,
    key: `${receipt ?? main.identity}${sharesReceipt ? REVERSAL : ''}`,
    receipt,
    tellings,
    message,
    statement,
    answer,
    notice,
    main,
    reverses: reversal?.linkedReceipt ?? null,
  };
}

/** A payment's amount in signed cents: the statement's where it speaks, else the message's, else what a provider told. */
export const amountOf = ({ message, statement, answer, notice, main }: Gathered): number =>
  statement?.amount ?? message?.amount ?? answer?.amount ?? notice?.amount ?? main.amount;

/** How far the messages of each account reach, of those gathered. */
export function spansOf(gathered: Iterable<Gathered>): Map<number, Span> {
  const spans = new Map<number, Span>();
  for (const { account, tellings } of gathered) {
    for (const { source, occurredAt } of tellings) {
      if (source !== 'sms' || occurredAt === null) continue;
      const at = Date.parse(occurredAt);
      spans.set(account, joined(spans.get(account), { first: at, last: at }));
    }
  }
  return spans;
}

/** The one span that holds both. */
export const joined = (a: Span | undefined, b: Span): Span =>
  a === undefined ? b : { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) };
