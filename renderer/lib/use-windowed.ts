import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { QueryName } from '#contract/index.ts';
import { refusalOf } from './call.ts';

type Window = { readonly offset: number; readonly limit: number };
type Page<Row> = { readonly total: number; readonly rows: readonly Row[] };

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
  const wanted = useMemo(() => pagesOf(range), [range]);
  const results = useQueries({
    queries: wanted.map((page) => {
      const window = { offset: page * pageRows, limit: pageRows };
      return {
        queryKey: [name, question, window] as const,
        queryFn: () => ask(window),
        // Page 0 keeps the total while a filter changes; other pages must never show another filter's rows.
        ...(page === 0 && { placeholderData: keepPreviousData }),
      };
    }),
  });

  const head = results[0];
  const failed = results.find((result) => result.error)?.error;
  const rowAt = (index: number): Row | undefined =>
    results[wanted.indexOf(Math.floor(index / pageRows))]?.data?.rows[index % pageRows];
  const onRange = useCallback(
    (first: number, last: number) =>
      setRange((old) => (old.first === first && old.last === last ? old : { first, last })),
    [],
  );
  return {
    total: head?.data?.total ?? 0,
    first: head?.data,
    rowAt,
    onRange,
    error: failed ? refusalOf(failed) : null,
    loading: head?.isPending ?? true,
  };
}

/** Page 0 always, for the totals; then those that the range touches. */
export function pagesOf({ first, last }: { first: number; last: number }): number[] {
  const [from, to] = [Math.floor(first / pageRows), Math.floor(last / pageRows)];
  const pages = new Set([0]);
  for (let page = from; page <= to; page += 1) pages.add(page);
  return [...pages];
}
