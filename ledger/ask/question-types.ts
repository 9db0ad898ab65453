import type { Output, Parsed, QueryName } from '#contract/index.ts';
import type { ShelfName } from '#contract/shelf.ts';
import type { HostQuestion } from '../protocol.ts';

/** One handler a query of the contract; what is under way is not in the book, so it is not asked here. */
export type Questions = {
  readonly [N in Exclude<QueryName, HostQuestion | ShelfName>]: (input: Parsed<N>) => Output<N>;
};
