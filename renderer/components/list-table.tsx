import type { ReactNode } from 'react';
import type { ListName } from '#contract/views.ts';
import { useListView } from '#renderer/lib/use-list-view.ts';
import { useRowHeight } from '#renderer/lib/use-row-height.ts';
import type { useWindowed } from '#renderer/lib/use-windowed.ts';
import { ListFoot } from './list-foot.tsx';
import type { ChoiceDesk } from './table-choice.ts';
import type { Column, Sorting } from './table-columns.ts';
import { Table } from './table.tsx';
import { useCopyRows } from './use-copy-rows.ts';

type ListTableProps<Row, Page extends { total: number; rows: readonly Row[] }, Sort extends string> = {
  /** What its look is kept under. */
  name: ListName;
  label: string;
  list: ReturnType<typeof useWindowed<Row, Page>>;
  columns: readonly Column<Row, Sort>[];
  /** Beside an open pane there is no room for widths set by hand. */
  narrow: boolean;
  marked: number | null;
  onMark: (index: number) => void;
  onOpen: () => void;
  sorting?: Sorting<Sort>;
  onSort?: (by: Sort) => void;
  choice: ChoiceDesk;
  /** What the chosen rows come to, or all; without it only how many are chosen is said. */
  sums?: ReactNode;
  /** What the keys do, where letters do not search. */
  hint?: string;
};

/** A long list whose rows are chosen and copied and whose columns are laid out, with the line below that says so. */
export function ListTable<Row, Page extends { total: number; rows: readonly Row[] }, Sort extends string = never>({
  name,
  list,
  columns,
  narrow,
  marked,
  choice,
  sums,
  hint,
  ...rest
}: ListTableProps<Row, Page, Sort>) {
  const rowHeight = useRowHeight();
  const desk = useListView(name);
  const shown = columns.filter(({ id }) => !desk.view.hidden.includes(id));
  const copy = useCopyRows(list.ask, shown);
  const onCopy = () =>
    void copy.run(choice.choice.length > 0 ? choice.choice : marked === null ? [] : [[marked, marked]]);
  return (
    <div className="table-frame">
      <Table
        {...rest}
        columns={shown}
        question={list.question}
        total={list.total}
        rowAt={list.rowAt}
        onRange={list.onRange}
        rowHeight={rowHeight}
        marked={marked}
        choice={choice}
        onCopy={onCopy}
        {...(!narrow && { widths: desk.view.widths, onWidth: desk.onWidth })}
      />
      <ListFoot
        choice={choice}
        columns={columns}
        desk={desk}
        copied={copy.said}
        sums={sums}
        hint={hint}
        onCopy={onCopy}
      />
    </div>
  );
}
