// The rows stand by transform in their own scroller, which the tags of a table cannot do, and the grid takes their keys.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
import { memo, type MouseEvent } from 'react';
import type { Column } from './table-columns.ts';

type TableRowProps<Row, Sort extends string> = {
  id: string;
  index: number;
  start: number;
  size: number;
  tracks: string;
  marked: boolean;
  /** Undefined where rows of this table are not chosen. */
  chosen: boolean | undefined;
  columns: readonly Column<Row, Sort>[];
  row: Row | undefined;
  onClick: (index: number, event: MouseEvent) => void;
};

/** Drawn again only when something of it changed: while scrolling, most rows are as they were. */
function PlainRow<Row, Sort extends string>(props: TableRowProps<Row, Sort>) {
  const { id, index, start, size, tracks, marked, chosen, columns, row, onClick } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen ?? marked}
      className={marked ? 'table-row marked' : 'table-row'}
      style={{ transform: `translateY(${start}px)`, height: size, gridTemplateColumns: tracks }}
      onClick={(event) => onClick(index, event)}
    >
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={column.figure ? 'cell figure' : 'cell'}>
          {row === undefined ? <span className="cell-waiting" /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

// memo forgets type parameters.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const TableRow = memo(PlainRow) as typeof PlainRow;
