import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { QueryName } from '#contract/index.ts';
import { refusalOf } from './call.ts';

type Window = { readonly offset: number; readonly limit: number };
type Page<Row> = { readonly total: number; readonly rows: readonly Row[] };
/** Asks for rows of a list by their places. */
export type Ask<Row> = (window: Window) => Promise<Page<Row>>;

const pageRows = 200;

/**
 * A long list of which only the pages on screen are asked for. `rowAt` answers undefined for a row still on its way;
 * `first` is the first page, for what it says besides rows. `ask` must answer alike for the same `name` and `question`.
 */
export function useWindowed<Row, P extends Page<Row>>(
  name: QueryName,
  question: object,
  ask: (window: Window) => Promise<P & Page<Row>>,
) {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const page = (number: number) => {
    const window = { offset: number * pageRows, limit: pageRows };
    return { queryKey: [name, question, window] as const, queryFn: () => ask(window) };
  };
  // While a filter changes the first page and the total stay; other pages must never show another filter's rows.
  const head = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const wanted = useMemo(() => laterPagesOf(range), [range]);
  const later = useQueries({ queries: wanted.map(page) });

  const failed = [head, ...later].find(({ error }) => error)?.error;
  const rowAt = (index: number): Row | undefined => {
    const number = Math.floor(index / pageRows);
    const { data } = number === 0 ? head : (later[wanted.indexOf(number)] ?? {});
    return data?.rows[index % pageRows];
  };
  const onRange = useCallback(
    (first: number, last: number) =>
      setRange((old) => (old.first === first && old.last === last ? old : { first, last })),
    [],
  );
  return {
    question,
    ask,
    total: head.data?.total ?? 0,
    first: head.data,
    rowAt,
    onRange,
    error: failed ? refusalOf(failed) : null,
    loading: head.isPending,
  };
}

/** The pages after the first that the range touches. */
export function laterPagesOf({ first, last }: { first: number; last: number }): number[] {
  const from = Math.max(1, Math.floor(first / pageRows));
  const to = Math.floor(last / pageRows);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
