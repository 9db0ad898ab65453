import { type Ends, type Proof, prove, type ProofRow } from './prove.ts';

/** A statement's rows as they stand in the file, declined ones left out: they print a balance and move nothing. */
export type StatementRows = Ends & {
  readonly order: 'newest-first' | 'oldest-first';
  readonly rows: readonly ProofRow[];
};

/** Whether a statement's opening, rows and closing add up, and where they first do not. */
export const proveStatement = ({ order, rows, ...ends }: StatementRows): Proof =>
  prove(order === 'newest-first' ? rows.toReversed() : rows, ends);
