import type { ReactNode } from 'react';

/** A column of a list: how it is headed, how wide it is, and what stands in it. */
export type Column<Row, Sort extends string> = {
  readonly id: string;
  readonly head: string;
  /** One track of a CSS grid: `120px`, `minmax(160px, 1fr)`. */
  readonly width: string;
  readonly figure?: boolean;
  readonly sort?: Sort;
  cell: (row: Row) => ReactNode;
  /** The same as plain text, for what is copied. */
  text?: (row: Row) => string;
};

/** What a list is sorted by. */
export type Sorting<Sort extends string> = { readonly by: Sort; readonly descending: boolean };
