import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Decision } from '#contract/decisions.ts';
import type { Input } from '#contract/index.ts';
import { call, refusalOf, useBridge } from '#renderer/lib/call.ts';
import { keepOrder, type KeptRow } from './kept-order.ts';

export type Question = Omit<Input<'decisions.page'>, 'offset' | 'limit'>;
type Kept = { question: Question; fresh: readonly Decision[] | null; rows: readonly KeptRow<Decision>[] };

const pageRows = 500;

/** The decisions of one question in the order they first came in: what is settled stays until `sortAnew`. */
export function useKeptList(question: Question) {
  const bridge = useBridge();
  const [pages, setPages] = useState({ question, count: 1 });
  const count = pages.question === question ? pages.count : 1;
  const { fresh, head, error } = useQueries({
    queries: Array.from({ length: count }, (_, page) => {
      const input = { ...question, offset: page * pageRows, limit: pageRows };
      return { queryKey: ['decisions.page', input] as const, queryFn: () => call(bridge, 'decisions.page', input) };
    }),
    combine: (answers) => {
      const told = answers.flatMap(({ data }) => data ?? []);
      const failed = answers.find((answer) => answer.error)?.error ?? null;
      return {
        // An answer that is being asked for again may be from before the last change.
        fresh:
          told.length === answers.length && !answers.some(({ isFetching }) => isFetching)
            ? told.flatMap(({ rows }) => rows)
            : null,
        head: told[0] ?? null,
        error: failed === null ? null : refusalOf(failed),
      };
    },
  });

  const [kept, setKept] = useState<Kept>({ question, fresh: null, rows: [] });
  if (fresh !== null && (kept.fresh !== fresh || kept.question !== question)) {
    setKept({ question, fresh, rows: keepOrder(kept.question === question ? kept.rows : [], fresh) });
  }
  const sortAnew = useCallback(
    () => setKept((old) => ({ ...old, rows: old.fresh === null ? old.rows : keepOrder([], old.fresh) })),
    [],
  );
  const onRange = useCallback(
    (_: number, last: number) => {
      if (fresh && head && fresh.length < head.total && last > fresh.length - 50) {
        setPages({ question, count: count + 1 });
      }
    },
    [fresh, head, question, count],
  );
  return { rows: kept.rows, head, error, loading: kept.fresh === null && error === null, sortAnew, onRange };
}
