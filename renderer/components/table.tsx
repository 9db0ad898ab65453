// The rows stand by transform in their own scroller, which the tags of a table cannot do, and the grid takes their keys.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactNode, useCallback, useEffect, useId, useRef } from 'react';
import { Icon } from './icon.tsx';
import { rowAfterKey } from './table-keys.ts';

export type Column<Row, Sort extends string> = {
  readonly id: string;
  readonly head: string;
  /** One track of a CSS grid: `120px`, `minmax(160px, 1fr)`. */
  readonly width: string;
  readonly figure?: boolean;
  readonly sort?: Sort;
  cell: (row: Row) => ReactNode;
};

export type Sorting<Sort extends string> = { readonly by: Sort; readonly descending: boolean };

type TableProps<Row, Sort extends string> = {
  label: string;
  columns: readonly Column<Row, Sort>[];
  /** What the rows answer: a new question begins at the top. */
  question: object;
  total: number;
  /** Undefined for a row still on its way. */
  rowAt: (index: number) => Row | undefined;
  onRange: (first: number, last: number) => void;
  rowHeight: number;
  /** The marked row: the keyboard moves it, a click marks and opens it. */
  marked: number | null;
  onMark: (index: number) => void;
  onOpen: (index: number) => void;
  sorting?: Sorting<Sort>;
  onSort?: (by: Sort) => void;
};

/** Rows without end: only those in sight are in the page. Focus stays on the grid; arrows move the marked row. */
export function Table<Row, Sort extends string = never>(props: TableProps<Row, Sort>) {
  const { label, columns, question, total, rowAt, onRange, rowHeight, marked, onMark, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  // We do not compile with the React Compiler, which this hook would not suit.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: rowHeight,
    useFlushSync: false,
  });
  const items = rows.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onRange(first, last), [onRange, first, last]);
  useEffect(() => rows.measure(), [rows, rowHeight]);
  useEffect(() => rows.scrollToOffset(0), [rows, question]);

  const onClick = useCallback(
    (index: number) => {
      onMark(index);
      onOpen(index);
    },
    [onMark, onOpen],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && marked !== null) return onOpen(marked);
    const seen = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const next = rowAfterKey(event.key, marked, total, seen);
    if (next === null) return;
    event.preventDefault();
    onMark(next);
    rows.scrollToIndex(next);
  };

  const shown = items.some((item) => item.index === marked);
  const tracks = columns.map((column) => column.width).join(' ');
  return (
    <div
      ref={scroller}
      className="table"
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-activedescendant={shown ? `${id}-${marked}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <Head columns={columns} tracks={tracks} sorting={props.sorting} onSort={props.onSort} />
      <div className="table-rows" role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start, size }) => (
          <TableRow
            key={index}
            id={`${id}-${index}`}
            index={index}
            start={start}
            size={size}
            tracks={tracks}
            marked={index === marked}
            columns={columns}
            row={rowAt(index)}
            onClick={onClick}
          />
        ))}
      </div>
    </div>
  );
}

type TableRowProps<Row, Sort extends string> = {
  id: string;
  index: number;
  start: number;
  size: number;
  tracks: string;
  marked: boolean;
  columns: readonly Column<Row, Sort>[];
  row: Row | undefined;
  onClick: (index: number) => void;
};

/** Drawn again only when something of it changed: while scrolling, most rows are as they were. */
function PlainRow<Row, Sort extends string>(props: TableRowProps<Row, Sort>) {
  const { id, index, start, size, tracks, marked, columns, row, onClick } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={marked}
      className="table-row"
      style={{ transform: `translateY(${start}px)`, height: size, gridTemplateColumns: tracks }}
      onClick={() => onClick(index)}
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
const TableRow = memo(PlainRow) as typeof PlainRow;

type HeadProps<Row, Sort extends string> = {
  columns: readonly Column<Row, Sort>[];
  tracks: string;
  sorting: Sorting<Sort> | undefined;
  onSort: ((by: Sort) => void) | undefined;
};

function Head<Row, Sort extends string>({ columns, tracks, sorting, onSort }: HeadProps<Row, Sort>) {
  const directionOf = (sort: Sort | undefined) =>
    sort === undefined || sort !== sorting?.by ? undefined : sorting.descending ? 'descending' : 'ascending';
  return (
    <div className="table-head" role="rowgroup">
      <div role="row" aria-rowindex={1} className="table-head-row" style={{ gridTemplateColumns: tracks }}>
        {columns.map(({ id, head, figure, sort }) => (
          <div key={id} role="columnheader" aria-sort={directionOf(sort)} className={figure ? 'cell figure' : 'cell'}>
            {sort === undefined || !onSort ? (
              head
            ) : (
              <button type="button" className="sort" onClick={() => onSort(sort)}>
                {head}
                {directionOf(sort) && <Icon of={sorting?.descending ? ArrowDown : ArrowUp} />}
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
