// The rows stand by transform in their own scroller, which the tags of a table cannot do.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { type ChoiceDesk, isChosen } from './table-choice.ts';
import type { Column, Sorting } from './table-columns.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { leastWidth, tracksOf, within } from './table-widths.ts';
import { tableKeys, useKeysFromPage } from './use-table-keys.ts';

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
  /** Rows can be chosen: Space, Shift with the keys that move, Ctrl+A; a press with Ctrl or Shift. */
  choice?: ChoiceDesk;
  onCopy?: () => void;
  /** Widths set by hand, in pixels; without it columns are not pulled. */
  widths?: Readonly<Record<string, number>>;
  onWidth?: (id: string, pixels: number) => void;
};

/** Rows without end: only those in sight are in the page. Focus stays on the grid; arrows move the marked row. */
export function Table<Row, Sort extends string = never>(props: TableProps<Row, Sort>) {
  const { label, columns, question, total, rowAt, onRange, rowHeight, marked, onMark, onOpen, choice } = props;
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
  const { tracks, least, onWidth } = useWidths(props);
  const onClick = useRowPress(props);
  const press = tableKeys({
    marked,
    total,
    seen: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1),
    mark: (index) => {
      onMark(index);
      rows.scrollToIndex(index);
    },
    onOpen,
    choice,
    onCopy: props.onCopy,
  });

  useKeysFromPage(() => scroller.current, press);
  const shown = items.some((item) => item.index === marked);
  return (
    <div
      ref={scroller}
      className="table"
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-multiselectable={choice !== undefined}
      aria-activedescendant={shown ? `${id}-${marked}` : undefined}
      tabIndex={0}
      onKeyDown={(event) => event.target === event.currentTarget && press(event, event.currentTarget)}
    >
      <div className="table-inner" role="presentation" style={{ minWidth: least }}>
        <TableHead columns={columns} tracks={tracks} sorting={props.sorting} onSort={props.onSort} onWidth={onWidth} />
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
              chosen={choice && isChosen(choice.choice, index)}
              columns={columns}
              row={rowAt(index)}
              onClick={onClick}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The tracks of the grid, and those of an edge that is being pulled. */
function useWidths<Row, Sort extends string>({ columns, widths = {}, onWidth }: TableProps<Row, Sort>) {
  const [pulled, setPulled] = useState<Readonly<Record<string, number>> | null>(null);
  const set = { ...widths, ...pulled };
  const pull = (id: string, pixels: number, done: boolean) => {
    setPulled(done ? null : { [id]: within(pixels) });
    if (done) onWidth?.(id, within(pixels));
  };
  return { tracks: tracksOf(columns, set), least: leastWidth(columns, set), onWidth: onWidth && pull };
}

/** A press marks and opens; with Ctrl it chooses, with Shift it chooses all up to there. */
function useRowPress<Row, Sort extends string>({ onMark, onOpen, marked, choice }: TableProps<Row, Sort>) {
  const { toggle, extend, rest } = choice ?? {};
  // Where Shift begins; a ref, so that moving the mark does not draw every row again.
  const from = useRef(marked);
  useEffect(() => void (from.current = marked), [marked]);
  return useCallback(
    (index: number, event: MouseEvent) => {
      if (event.shiftKey && extend) extend(from.current ?? index, index);
      else if ((event.ctrlKey || event.metaKey) && toggle) toggle(index);
      else {
        rest?.();
        onOpen(index);
      }
      onMark(index);
    },
    [onMark, onOpen, toggle, extend, rest],
  );
}
