import type { Op } from './template.ts';
import type { Node } from './trie.ts';

/** Told of every step that did not fit. Only the slow run that explains a failure has one. */
export type Witness = {
  /** `ops` were expected at `at`. */
  failed(at: number, ops: readonly Op[]): void;
  /** The way on that ends at `node` is about to be tried. */
  entering(node: Node): void;
  /** None of the ways on from `node` fitted at `at`. */
  stuck(at: number, node: Node): void;
  /** A place where the free text might end is about to be tried. */
  trying(end: number): void;
  /** No end was found for the free text that begins at `at`; `node` is what would follow it. */
  endless(at: number, node: Node): void;
};
