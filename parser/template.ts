import { type FieldName, type SlotName, slots } from './fields.ts';
import type { Currency } from './money.ts';

/**
 * One step of a template. `key` is equal for steps that read the same, which is what lets rules share prefixes;
 * `free` says that there is free text in it.
 */
export type Op = { readonly key: string; readonly free: boolean } & (
  | { readonly kind: 'word'; readonly text: string; /** In the letters of the template. */ readonly written: string }
  | { readonly kind: 'blank' | 'maybe-blank' | 'join' | 'end' }
  | {
      readonly kind: 'slot';
      readonly slot: SlotName | null;
      readonly field: FieldName;
      readonly currency: Currency;
    }
  | { readonly kind: 'named'; readonly slot: SlotName; readonly ops: readonly Op[] }
  | { readonly kind: 'optional'; readonly ops: readonly Op[] }
  | { readonly kind: 'choice'; readonly branches: readonly (readonly Op[])[] }
);

const BLANK: Op = { kind: 'blank', key: ' ', free: false };
const MAYBE_BLANK: Op = { kind: 'maybe-blank', key: '~', free: false };
const JOIN: Op = { kind: 'join', key: '_', free: false };
const END: Op = { kind: 'end', key: '$', free: false };

/** Whether a step is what may stand between words. */
export const isGap = (op: Op): boolean => op.kind === 'blank' || op.kind === 'maybe-blank' || op.kind === 'join';

const isFree = (op: Op): boolean => op.free;

const marks: Readonly<Record<string, Op>> = { ' ': BLANK, '~': MAYBE_BLANK, _: JOIN, $: END };

export const keyOf = (ops: readonly Op[]): string => ops.map((op) => op.key).join('');

/** Something in a template that the language has no meaning for. Thrown while the grammar is built, never while reading. */
export class TemplateError extends Error {}

/** What has steps after it: a step does, and so does a cursor at the beginning of a template. */
export type Before = { /** The step that follows; null at the end of the template. */ readonly next: Rest | null };

/** A step of a template. What follows it is read from the template when first asked for. */
export class Rest implements Before {
  readonly op: Op;
  private readonly ops: readonly Op[];
  private readonly place: number;
  private readonly after: Before;
  private following: Rest | null | undefined;

  constructor(ops: readonly Op[], place: number, after: Before) {
    this.op = ops[place]!;
    this.ops = ops;
    this.place = place;
    this.after = after;
    this.following = undefined;
  }

  get next(): Rest | null {
    if (this.following === undefined) this.following = chain(this.ops, this.after, this.place + 1);
    return this.following;
  }
}

/** These steps from `place` on, and then what follows `after`. */
export const chain = (ops: readonly Op[], after: Before, place = 0): Rest | null =>
  place < ops.length ? new Rest(ops, place, after) : after.next;

/** Reads the templates of one grammar. */
export type TemplateReader = {
  /** All steps of a template. */
  readonly ops: (template: string) => readonly Op[];
  /** The same steps one by one, so that only those are read that a message comes to. */
  readonly start: (template: string) => Before;
};

/**
 * Reads templates of one grammar:
 *
 * - a space is one or more blanks of any kind, `~` none or more, `_` any run of blanks and `. , ; :`, even none;
 * - `{amount}` is a slot, `{balance:sum}` a slot written another way, `{:text}` a value that is passed over,
 *   `{name=Hustler Fund}` a slot that holds these very words;
 * - `[…]` is optional, `(a|b)` a choice, `<tail>` a clause of the grammar, `$` the end of the text;
 * - `\` takes the next character as itself. Case never matters.
 */
export function templateReader(currency: Currency, clauses: Readonly<Record<string, string>>): TemplateReader {
  const known = new Map<string, readonly Op[]>();

  function clause(name: string): readonly Op[] {
    const text = clauses[name];
    if (text === undefined) throw new TemplateError(`there is no clause <${name}>`);
    const ops = known.get(name) ?? read(text);
    known.set(name, ops);
    return ops;
  }

  const read = (template: string): readonly Op[] => new Reader(template, currency, clause).all();
  return { ops: read, start: (template) => new Reader(template, currency, clause) };
}

/** The characters that end a word, by code. */
const endsWord = new Uint8Array(128);
for (const mark of ' ~_${<[(|)]}') endsWord[mark.charCodeAt(0)] = 1;

/** A cursor over one template. */
class Reader implements Before {
  private at = 0;
  private readonly source: string;
  private readonly currency: Currency;
  private readonly clause: (name: string) => readonly Op[];

  constructor(source: string, currency: Currency, clause: (name: string) => readonly Op[]) {
    this.source = source;
    this.currency = currency;
    this.clause = clause;
  }

  private get done(): boolean {
    return this.at >= this.source.length;
  }

  get next(): Rest | null {
    return this.done ? null : chain(this.read(), this);
  }

  all(): readonly Op[] {
    const ops = this.sequence('');
    if (!this.done) throw new TemplateError(`\`${this.source[this.at]}\` closes nothing`);
    return ops;
  }

  private sequence(closers: string): Op[] {
    const ops: Op[] = [];
    while (!this.done && !closers.includes(this.source[this.at]!)) ops.push(...this.read());
    return ops;
  }

  /** The steps that the mark or word here stands for: one, or those of a clause. */
  private read(): readonly Op[] {
    const mark = this.source[this.at]!;
    const simple = marks[mark];
    if (simple) {
      this.at += 1;
      return [simple];
    }
    if (mark === '{') return [this.slot()];
    if (mark === '<') return this.clause(this.upTo('>'));
    if (mark === '[') return [this.optional()];
    if (mark === '(') return [this.choice()];
    if (mark === ')' || mark === ']' || mark === '}' || mark === '|')
      throw new TemplateError(`\`${mark}\` closes nothing`);
    return [this.word()];
  }

  /** What stands between the mark here and its closing one. */
  private upTo(closer: string): string {
    const end = this.source.indexOf(closer, this.at);
    if (end < 0) throw new TemplateError(`\`${closer}\` is missing in "${this.source}"`);
    const inside = this.source.slice(this.at + 1, end);
    this.at = end + 1;
    return inside;
  }

  private slot(): Op {
    const words = this.source.indexOf('=', this.at);
    if (words >= 0 && words < this.source.indexOf('}', this.at)) return this.named();
    const [name = '', written] = this.upTo('}').split(':');
    const slot = name === '' ? null : name;
    if (slot !== null && !isSlotName(slot)) throw new TemplateError(`there is no slot {${slot}}`);
    // The types of `rule.ts` let only a field's name stand after the colon.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const field = (written as FieldName | undefined) ?? (slot === null ? 'text' : slots[slot]);
    const currency = field === 'money' || field === 'sum' ? this.currency : '';
    const key = `{${name}:${field}${currency}}`;
    return { kind: 'slot', slot, field, currency: this.currency, key, free: field === 'text' };
  }

  private named(): Op {
    const slot = this.upTo('=');
    if (!isSlotName(slot)) throw new TemplateError(`there is no slot {${slot}}`);
    const ops = this.sequence('}');
    this.at += 1;
    return { kind: 'named', slot, ops, key: `{${slot}=${keyOf(ops)}}`, free: false };
  }

  private optional(): Op {
    this.at += 1;
    const ops = this.sequence(']');
    this.at += 1;
    return { kind: 'optional', ops, key: `[${keyOf(ops)}]`, free: ops.some(isFree) };
  }

  private choice(): Op {
    const branches: Op[][] = [];
    do {
      this.at += 1;
      branches.push(this.sequence('|)'));
    } while (this.source[this.at] === '|');
    this.at += 1;
    const free = branches.some((branch) => branch.some(isFree));
    return { kind: 'choice', branches, key: `(${branches.map(keyOf).join('|')})`, free };
  }

  private word(): Op {
    const start = this.at;
    while (!this.done && endsWord[this.source.charCodeAt(this.at)] !== 1) {
      this.at += this.source[this.at] === '\\' ? 2 : 1;
    }
    const written = this.source.slice(start, this.at).replaceAll('\\', '');
    const text = written.toLowerCase();
    return { kind: 'word', text, written, key: text, free: false };
  }
}

const isSlotName = (name: string): name is SlotName => Object.hasOwn(slots, name);
