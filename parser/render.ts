import type { SlotName } from './fields.ts';
import { type Cents, type Currency, writeCents } from './money.ts';
import type { Rule, ValuesOf } from './rule.ts';
import { type Op, templateReader } from './template.ts';

const currencyWords: Readonly<Record<Currency, (amount: string) => string>> = {
  KES: (amount) => `Ksh${amount}`,
  TZS: (amount) => `Tsh${amount}`,
  MZN: (amount) => `${amount}MT`,
  LSL: (amount) => `M${amount}`,
};

type Values = Readonly<Partial<Record<SlotName, Cents | string>>>;

/**
 * The message that says these values in a rule's words: the inverse of reading. Optional parts are there when one of
 * their values is; values passed over are written as a dash. Throws where a slot that must be there has no value.
 */
export function render<R extends Rule>(rule: R, values: ValuesOf<R>): string {
  const ops = opsOf(rule);
  return writeAll(ops, values).trim();
}

/** The steps of a rule's template. */
export const opsOf = ({ grammar, template }: Rule): readonly Op[] =>
  templateReader(grammar.currency, grammar.clauses).ops(template);

/** The slots a rule may fill, in the order of its template. */
export function slotsOf(rule: Rule): readonly { readonly slot: SlotName; readonly op: Op }[] {
  const list = (op: Op): { slot: SlotName; op: Op }[] => {
    if (op.kind === 'slot') return op.slot === null ? [] : [{ slot: op.slot, op }];
    if (op.kind === 'named') return [{ slot: op.slot, op }];
    if (op.kind === 'optional') return op.ops.flatMap(list);
    return op.kind === 'choice' ? op.branches.flatMap((branch) => branch.flatMap(list)) : [];
  };
  return opsOf(rule).flatMap(list);
}

const writeAll = (ops: readonly Op[], values: Values): string => ops.map((op) => write(op, values)).join('');

// oxlint-disable-next-line typescript/consistent-return -- every kind returns
function write(op: Op, values: Values): string {
  switch (op.kind) {
    case 'word':
      return op.written;
    case 'blank':
    case 'join':
      return ' ';
    case 'maybe-blank':
    case 'end':
      return '';
    case 'named':
      return writeAll(op.ops, values);
    case 'optional':
      return op.ops.some((inner) => wanted(inner, values)) ? writeAll(op.ops, values) : '';
    case 'choice':
      return writeAll(branchOf(op.branches, values), values);
    case 'slot':
      return writeSlot(op, values);
  }
}

const branchOf = (branches: readonly (readonly Op[])[], values: Values): readonly Op[] =>
  branches.find((ops) => ops.some((op) => wanted(op, values))) ??
  branches.find((ops) => !ops.some(needsValue)) ??
  branches[0]!;

function wanted(op: Op, values: Values): boolean {
  if (op.kind === 'slot' || op.kind === 'named') return op.slot !== null && values[op.slot] !== undefined;
  if (op.kind === 'optional') return op.ops.some((inner) => wanted(inner, values));
  return op.kind === 'choice' && op.branches.some((ops) => ops.some((inner) => wanted(inner, values)));
}

const needsValue = (op: Op): boolean =>
  op.kind === 'slot' || (op.kind === 'choice' && op.branches.every((ops) => ops.some(needsValue)));

function writeSlot(op: Op & { kind: 'slot' }, values: Values): string {
  if (op.slot === null) return op.field === 'money' ? currencyWords[op.currency]('0.00') : '-';
  const value = values[op.slot];
  if (value === undefined) throw new RangeError(`there is no value for {${op.slot}}`);
  return typeof value === 'number' ? currencyWords[op.currency](writeCents(value)) : value;
}
