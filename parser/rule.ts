import type { FieldName, SlotName, slots } from './fields.ts';
import type { AccountKind, Kind } from './kinds.ts';
import type { Cents, Currency } from './money.ts';
import type { Country, Direction, Language } from './reading.ts';

type Clauses = Readonly<Record<string, string>>;

/** What all wordings of one operator in one country and language share. */
export type Grammar = {
  readonly id: string;
  readonly country: Country;
  readonly language: Language;
  readonly currency: Currency;
  /** Phrases written once and used as `<name>` in templates. */
  readonly clauses: Clauses;
  /** Read from too few messages to be sure of: every reading of it carries a note. */
  readonly provisional: boolean;
};

/** One wording of one kind of message, as a grammar file states it. */
export type Wording = {
  /** Unique in its grammar. */
  readonly id: string;
  readonly kind: Kind;
  readonly direction: Direction;
  /** Whose message it is; the wallet unless stated. */
  readonly account?: AccountKind;
  /** Guessed from other wordings, or seen too seldom to be sure of. */
  readonly provisional?: boolean;
  /** When messages so worded were seen: `2016–`, `2011–2015`. */
  readonly era?: string;
  readonly template: string;
  /** A message so worded, with invented values. */
  readonly example: string;
};

/** A wording in its grammar. `T` keeps the template's letters, so that its slots become types. */
export type Rule<T extends string = string, C extends Clauses = Clauses> = Wording & {
  readonly grammar: Grammar & { readonly clauses: C };
  readonly template: T;
};

/** How a field's value looks to the program. */
type ValueOf<F extends FieldName> = F extends 'money' | 'sum' ? Cents : string;

type SlotOf<S extends string> = S extends `:${string}`
  ? unknown
  : S extends `${infer Name extends SlotName}:${infer F extends FieldName}`
    ? { readonly [K in Name]: ValueOf<F> }
    : S extends `${infer Name extends SlotName}=${string}`
      ? { readonly [K in Name]: string }
      : S extends SlotName
        ? { readonly [K in S]: ValueOf<(typeof slots)[S]> }
        : { readonly 'there is no such slot': S };

/** The slots of a template as a type: `'{amount} sent to {name}'` → `{ amount: Cents; name: string }`. */
export type Slots<T extends string, C extends Clauses> = T extends `${infer Before}{${infer S}}${infer After}`
  ? ClauseSlots<Before, C> & SlotOf<S> & Slots<After, C>
  : ClauseSlots<T, C>;

type ClauseSlots<T extends string, C extends Clauses> = T extends `${string}<${infer Name}>${infer After}`
  ? (Name extends keyof C ? Slots<C[Name], C> : { readonly 'there is no such clause': Name }) & ClauseSlots<After, C>
  : unknown;

/** Where values of a rule are asked for: none is required, as most clauses are optional; a slot it lacks is an error. */
export type ValuesOf<R extends Rule> = R extends Rule<infer T, infer C> ? Partial<Slots<T, C>> : never;

/** Lets a template through only if every slot and clause in it exists. */
type Checked<T extends string, C extends Clauses> =
  Slots<T, C> extends { readonly 'there is no such slot': infer S }
    ? { readonly 'there is no such slot': S }
    : Slots<T, C> extends { readonly 'there is no such clause': infer N }
      ? { readonly 'there is no such clause': N }
      : T;

/** A grammar and the way to state its wordings: `const { rule } = grammar({ … })`. */
export function grammar<const C extends Clauses>(
  definition: Omit<Grammar, 'clauses' | 'provisional'> & { readonly clauses: C; readonly provisional?: boolean },
) {
  const owner = { provisional: false, ...definition };
  return {
    ...owner,
    rule: <const T extends string>(wording: Wording & { readonly template: Checked<T, C> & T }): Rule<T, C> => ({
      ...wording,
      grammar: owner,
    }),
  };
}

/** Unique in the whole program: `mpesa-ke/send-person`. */
export const ruleId = (rule: Rule): string => `${rule.grammar.id}/${rule.id}`;
