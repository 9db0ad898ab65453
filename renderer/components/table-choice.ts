import { useCallback, useMemo, useState } from 'react';
import type { RowRange } from '#contract/payment.ts';

/** Chosen rows by their places in the list: in order, none touching another, so that a whole list is one range. */
export type Choice = readonly RowRange[];

export const isChosen = (choice: Choice, index: number): boolean =>
  choice.some(([first, last]) => index >= first && index <= last);

export const countOf = (choice: Choice): number => choice.reduce((sum, [first, last]) => sum + last - first + 1, 0);

/** The choice with every row between two places, whichever comes first. */
export function withRange(choice: Choice, one: number, other: number): Choice {
  let [first, last] = [Math.min(one, other), Math.max(one, other)];
  const apart: RowRange[] = [];
  for (const range of choice) {
    if (range[1] < first - 1 || range[0] > last + 1) apart.push(range);
    else [first, last] = [Math.min(first, range[0]), Math.max(last, range[1])];
  }
  return [...apart, [first, last] as RowRange].toSorted((a, b) => a[0] - b[0]);
}

/** The choice with one row more, or without it. */
export function toggled(choice: Choice, index: number): Choice {
  if (!isChosen(choice, index)) return withRange(choice, index, index);
  return choice.flatMap(([first, last]): RowRange[] => {
    if (index < first || index > last) return [[first, last]];
    const parts: RowRange[] = [
      [first, index - 1],
      [index + 1, last],
    ];
    return parts.filter(([from, to]) => from <= to);
  });
}

type Kept = { list: object; total: number; choice: Choice; anchor: number | null; base: Choice };

export type ChoiceDesk = {
  readonly choice: Choice;
  toggle: (index: number) => void;
  /** Chooses from where the last stretch began, or from `from`, to `to`; a new end takes the place of the last one. */
  extend: (from: number, to: number) => void;
  /** The next stretch begins anew. */
  rest: () => void;
  all: () => void;
  none: () => void;
};

/** Rows chosen in one list. Places mean nothing in another list, so a new question, or other rows, begin with none. */
export function useChoice(list: object, total: number): ChoiceDesk {
  const [kept, setKept] = useState<Kept>(() => begun(list, total));
  const current = kept.list === list && kept.total === total ? kept : begun(list, total);
  const change = useCallback(
    (step: (old: Kept) => Kept) =>
      setKept((old) => step(old.list === list && old.total === total ? old : begun(list, total))),
    [list, total],
  );
  const steps = useMemo(
    () => ({
      toggle: (index: number) =>
        change((old) => {
          const choice = toggled(old.choice, index);
          return { ...old, choice, base: choice, anchor: index };
        }),
      extend: (from: number, to: number) =>
        change((old) => {
          const [anchor, base] = old.anchor === null ? [from, old.choice] : [old.anchor, old.base];
          return { ...old, anchor, base, choice: withRange(base, anchor, to) };
        }),
      rest: () => change((old) => (old.anchor === null ? old : { ...old, anchor: null })),
      all: () => change((old) => ({ ...old, choice: total === 0 ? [] : [[0, total - 1]], anchor: null })),
      none: () => change(() => begun(list, total)),
    }),
    [change, list, total],
  );
  return { choice: current.choice, ...steps };
}

const begun = (list: object, total: number): Kept => ({ list, total, choice: [], anchor: null, base: [] });
