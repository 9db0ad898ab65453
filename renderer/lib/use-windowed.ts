import { useQueries, keepPreviousData } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Input, Output, QueryName } from '#contract/index.ts';
import { call, type Refused, useBridge } from './call.ts';

/** Questions that answer a window of a long list. */
export type WindowedName = {
  [N in QueryName]: Output<N> extends { total: number; rows: unknown[] } ? N : never;
}[QueryName];
type Row<N extends WindowedName> = Output<N>['rows'][number];
type Answer = { total: number; rows: unknown[] };

const pageRows = 200;

/**
 * A long list of which only the pages on screen are asked for. `rowAt` answers undefined for a row still on its way.
 * `first` is the answer to the first page, for what it says besides rows.
 */
export function useWindowed<N extends WindowedName>(name: N, question: Omit<Input<N>, 'offset' | 'limit'>) {
  const bridge = useBridge();
  const [range, setRange] = useState({ first: 0, last: 0 });
  const wanted = useMemo(() => pagesOf(range), [range]);
  const results = useQueries({
    queries: wanted.map((page) => {
      // The question and the window together are the input that `question` was left out of.
      const input = { ...question, offset: page * pageRows, limit: pageRows } as unknown as Input<N>;
      return {
        queryKey: [name, input] as const,
        queryFn: () => call(bridge, name, input),
        // Page 0 keeps the total while a filter changes; other pages must never show another filter's rows.
        ...(page === 0 && { placeholderData: keepPreviousData }),
      };
    }),
  });

  const head = results[0];
  const first = head?.data as Output<N> | undefined;
  const total = (first as Answer | undefined)?.total ?? 0;
  const rowAt = (index: number): Row<N> | undefined => {
    const page = results[wanted.indexOf(Math.floor(index / pageRows))];
    return (page?.data as Answer | undefined)?.rows[index % pageRows] as Row<N> | undefined;
  };
  const onRange = useCallback(
    (from: number, to: number) =>
      setRange((old) => (old.first === from && old.last === to ? old : { first: from, last: to })),
    [],
  );

  const error = (results.find((result) => result.error)?.error ?? null) as Refused | null;
  return {
    total,
    first,
    rowAt,
    onRange,
    error,
    loading: head?.isPending ?? true,
    stale: head?.isPlaceholderData ?? false,
  };
}

/** Page 0 always, for the totals; then those that the range touches. */
export function pagesOf({ first, last }: { first: number; last: number }): number[] {
  const [from, to] = [Math.floor(first / pageRows), Math.floor(last / pageRows)];
  const pages = new Set([0]);
  for (let page = from; page <= to; page += 1) pages.add(page);
  return [...pages];
}
