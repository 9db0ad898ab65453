import { z } from 'zod';
import { say } from '#contract/sentences.ts';
import type { Cents } from '#parser/money.ts';
import type { NewMovement } from '../importer.ts';
import { toCents } from '../statement-cells.ts';

/** What an answer comes to: money that moved, or why this is not that. */
export type Told =
  | { readonly as: 'movement'; readonly movement: NewMovement }
  | { readonly as: 'skipped'; readonly reason: string };

/** An answer's fields before anything is known about them. */
export type Fields = Readonly<Record<string, unknown>>;

/** One kind of callback or answer: told by its keys alone, then read by its schema. */
export type AnswerShape = {
  readonly id: string;
  is(value: Fields): boolean;
  /** One thing for each payment in it. Throws `ZodError` where a field is not what the provider documents. */
  tell(value: Fields): readonly Told[];
};

type Definition<S extends z.ZodType> = {
  readonly id: string;
  readonly is: (value: Fields) => boolean;
  readonly schema: S;
  readonly tell: (value: z.output<S>) => Told | readonly Told[];
};

/** A shape whose `tell` receives what its schema lets through. */
export const answerShape = <S extends z.ZodType>({ id, is, schema, tell }: Definition<S>): AnswerShape => ({
  id,
  is,
  tell: (value) => [tell(schema.parse(value))].flat(),
});

/** Whether a value is an object with all of these keys. */
export const has = (value: unknown, ...keys: readonly string[]): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  keys.every((key) => Object.hasOwn(value, key));

/** An answer that moved no money, or does not say how much: kept with its reason. */
export const skipped = (reason: string): Told => ({ as: 'skipped', reason });

/** What did not pay, with the provider's own words and its code where it has one. */
export const notPaid = (why: string | null | undefined, code?: string): Told =>
  skipped(
    code === undefined
      ? say('not-paid', { why: why ?? 'no reason given' })
      : say('not-paid-code', { why: why ?? 'no reason given', code }),
  );

type Moved = Partial<NewMovement> & Pick<NewMovement, 'kind' | 'amount' | 'account' | 'source'>;

const nothingTold = {
  receipt: null,
  linkedReceipt: null,
  fee: null,
  balanceAfter: null,
  occurredAt: null,
  precision: null,
  party: null,
  phone: null,
  shortcode: null,
  accountRef: null,
} satisfies Partial<NewMovement>;

/** A movement with null for all that the answer does not tell. */
export const moved = (told: Moved): Told => ({ as: 'movement', movement: { ...nothingTold, ...told } });

/** The same amount leaving. */
export const outward = (amount: Cents): Cents => toCents(0 - Math.abs(amount));
