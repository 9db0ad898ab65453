import type { Evidence, Witness } from '#contract/payment.ts';

type Value = string | number | null;

/**
 * What the message and the statement say, field by field. Fields that neither speaks of are left out; what only one
 * of them prints is missing, never a disagreement.
 */
export function evidenceOf(
  receipt: string | null,
  message: Witness | null,
  statement: Witness | null,
  charges: { readonly message: number | null; readonly statement: number | null },
): Evidence[] {
  const field = (
    name: Evidence['field'],
    read: (witness: Witness) => Value,
    agree: (a: Value, b: Value) => boolean = Object.is,
  ) => held(name, message && read(message), statement && read(statement), agree);
  const given = (witness: Witness | null) => (witness ? receipt : null);
  return [
    held('receipt', given(message), given(statement), Object.is),
    field('amount', ({ amount }) => amount),
    field('time', ({ occurredAt }) => occurredAt, sameTime),
    field('party', ({ party }) => party, sameName),
    field('phone', ({ phone }) => phone, samePhone),
    field('accountRef', ({ accountRef }) => accountRef, sameWords),
    held('charges', charges.message, charges.statement, Object.is),
  ].filter(({ message: left, statement: right }) => left !== null || right !== null);
}

function held(
  field: Evidence['field'],
  message: Value,
  statement: Value,
  agree: (a: Value, b: Value) => boolean,
): Evidence {
  const missing = message === null || statement === null;
  return { field, message, statement, verdict: missing ? 'missing' : agree(message, statement) ? 'agree' : 'differ' };
}

/** Messages tell the minute, and the statement's clock may have turned just after. */
const CLOCKS = 2 * 60 * 1_000;

const sameTime = (a: Value, b: Value) => Math.abs(Date.parse(String(a)) - Date.parse(String(b))) < CLOCKS;

const plain = (value: Value) => String(value).toUpperCase().replace(/\s+/g, ' ').trim();

const sameWords = (a: Value, b: Value) => plain(a) === plain(b);

/** `ALICE **** EXAMPLE` agrees with every name that begins and ends like it. */
function sameName(a: Value, b: Value): boolean {
  const [left, right] = [plain(a).split(' '), plain(b).split(' ')];
  const masked = [...left, ...right].some((word) => word.includes('*'));
  if (!masked)
    return (
      left.join(' ') === right.join(' ') || [left, right].some((name) => name.length === 1 && left[0] === right[0])
    );
  return (
    left[0] === right[0] && (left.at(-1) === right.at(-1) || [left, right].some((name) => name.at(-1)?.includes('*')))
  );
}

/** Masks say nothing about how many digits they hide: what both print before and after them must be the same. */
function samePhone(a: Value, b: Value): boolean {
  const [left, right] = [localPhone(a), localPhone(b)];
  const head = Math.min(left.head.length, right.head.length);
  const tail = Math.min(left.tail.length, right.tail.length);
  return (
    left.head.slice(0, head) === right.head.slice(0, head) &&
    left.tail.slice(-tail || 20) === right.tail.slice(-tail || 20)
  );
}

function localPhone(value: Value): { head: string; tail: string } {
  const digits = String(value)
    .replace(/[^\d*]/g, '')
    .replace(/^254/, '0');
  return { head: digits.split('*')[0] ?? '', tail: digits.split('*').at(-1) ?? '' };
}
