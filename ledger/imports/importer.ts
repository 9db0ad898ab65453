import type { Profile } from '#contract/profile.ts';
import type { NewExpectedPayment } from '#contract/sale.ts';
import type { AccountKind, MovementKind } from '#contract/words.ts';
import type { Cents } from '#parser/money.ts';
import type { StartApart } from './apart/start-apart.ts';

/** A source to be read: a file on disk or pasted text. Importers never see a path. */
export type SourceFile = {
  readonly name: string;
  readonly bytes: number;
  /** The first 64 KiB. */
  readonly head: Uint8Array;
  /** The first 64 KiB as text, its encoding recognised by BOM or content. */
  readonly headText: string;
  /** The whole source as decoded text, in order, in pieces of any length. */
  text(): AsyncIterable<string>;
  /** The whole source as it stands on disk, in pieces: for formats that are not text. */
  raw(): AsyncIterable<Uint8Array>;
};

/** What a reading may need beside the source. */
export type ReadOptions = {
  /** The password of an encrypted document, as the owner typed it. Used for this reading and never kept. */
  readonly password?: string | undefined;
  /** What the columns of tables without a format of their own mean. */
  readonly profiles?: readonly Profile[] | undefined;
  /** Starts a process for formats whose reading could end the one it happens in; those cannot be read without. */
  readonly apart?: StartApart | undefined;
};

/** The account that a movement is of where the file is not one account's statement. */
export type ToldAccount = { readonly kind: AccountKind; readonly shortcode: string | null };

/** What a statement says of itself. Amounts in cents; withdrawn is positive. Null where it prints none. */
export type StatementFacts = {
  readonly account: { readonly kind: AccountKind; readonly shortcode: string | null };
  readonly holder: string | null;
  /** `2026-03-05T00:00:00+03:00`, both ends inclusive. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly opening: Cents | null;
  readonly closing: Cents | null;
  readonly totalIn: Cents | null;
  readonly totalOut: Cents | null;
  /** Which way the rows run, so that the running balance can be followed. */
  readonly order: 'newest-first' | 'oldest-first';
};

/** One change of one account's balance as a file tells it. */
export type NewMovement = {
  readonly kind: MovementKind;
  readonly receipt: string | null;
  readonly linkedReceipt: string | null;
  /** Signed cents: in positive, out negative. */
  readonly amount: Cents;
  readonly fee: Cents | null;
  readonly balanceAfter: Cents | null;
  readonly occurredAt: string | null;
  readonly precision: 'second' | 'minute' | 'day' | null;
  readonly party: string | null;
  readonly phone: string | null;
  readonly shortcode: string | null;
  readonly accountRef: string | null;
  /** Where the file tells of several accounts or has no statement's head; else the statement's. */
  readonly account?: ToldAccount;
  /** Which witness tells; a statement unless said otherwise. */
  readonly source?: 'callback' | 'lookup';
};

/** One thing read from a source. `row` counts from 1 and is what a person finds in the file; `text` is the row as it stood there. */
export type Read =
  | { readonly as: 'statement'; readonly facts: StatementFacts }
  /** The profile that the rows to come are read by. */
  | { readonly as: 'mapped'; readonly profile: Pick<Profile, 'name' | 'use'> }
  | { readonly as: 'movement'; readonly row: number; readonly text: string; readonly movement: NewMovement }
  | {
      readonly as: 'message';
      readonly row: number;
      readonly text: string;
      readonly sender: string | null;
      readonly receivedAt: string | null;
    }
  /** What should be paid: a sale or an invoice. */
  | { readonly as: 'expected'; readonly row: number; readonly text: string; readonly payment: NewExpectedPayment }
  | { readonly as: 'skipped'; readonly row: number; readonly text: string; readonly reason: string }
  | { readonly as: 'rejected'; readonly row: number; readonly text: string; readonly reason: string };

/** Of what is read that which stood in a row, and so ends in a verdict. */
export type RowRead = Exclude<Read, { as: 'statement' | 'mapped' }>;

/**
 * One file format. Recognises cheaply and by content, never by name alone; reads as a stream, in batches, one row to
 * one thing read. Bad rows are values; it throws `LedgerError('unreadable-file')` only where nothing can be read at all, and
 * `password-needed` or `wrong-password` where the document is locked.
 */
export type Importer = {
  readonly id: string;
  readonly version: number;
  recognises(file: SourceFile): boolean;
  read(file: SourceFile, options?: ReadOptions): AsyncIterable<readonly Read[]>;
};
