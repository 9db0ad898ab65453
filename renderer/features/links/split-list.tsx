import { type ReactNode, useState } from 'react';
import type { Column } from '#renderer/components/table-columns.ts';
import { Table } from '#renderer/components/table.tsx';
import { useRowHeight } from '#renderer/lib/use-row-height.ts';
import type { useWindowed } from '#renderer/lib/use-windowed.ts';

type Page<Row> = { readonly total: number; readonly rows: readonly Row[] };
type SplitListProps<Row> = {
  label: string;
  list: ReturnType<typeof useWindowed<Row, Page<Row>>>;
  columns: readonly Column<Row, never>[];
  /** The columns for which there is room beside an open pane. */
  narrow: readonly string[];
  opened: string | null;
  onOpen: (row: Row) => void;
  /** The pane of the row that is open. */
  children: ReactNode;
};

/** A long list, and beside it what belongs to the opened row. */
export function SplitList<Row>({ label, list, columns, narrow, opened, onOpen, children }: SplitListProps<Row>) {
  const rowHeight = useRowHeight();
  const [marked, setMarked] = useState<number | null>(null);
  const open = (index: number) => {
    const row = list.rowAt(index);
    if (row !== undefined) onOpen(row);
  };
  return (
    <div className={opened ? 'split open' : 'split'}>
      <Table
        label={label}
        columns={opened ? columns.filter(({ id }) => narrow.includes(id)) : columns}
        question={list.question}
        total={list.total}
        rowAt={list.rowAt}
        onRange={list.onRange}
        rowHeight={rowHeight}
        marked={marked}
        onMark={setMarked}
        onOpen={open}
      />
      {children}
    </div>
  );
}
