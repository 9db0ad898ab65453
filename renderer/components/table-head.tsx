// The head stands above rows that are no table's, see table-row.tsx; its edges are for the pointer, the keyboard has the menu.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type PointerEvent, useRef } from 'react';
import { Icon } from './icon.tsx';
import type { Column, Sorting } from './table-columns.ts';

type HeadProps<Row, Sort extends string> = {
  columns: readonly Column<Row, Sort>[];
  tracks: string;
  sorting: Sorting<Sort> | undefined;
  onSort: ((by: Sort) => void) | undefined;
  /** While an edge is pulled, and, with `done`, where it was let go. */
  onWidth: ((id: string, pixels: number, done: boolean) => void) | undefined;
};

export function TableHead<Row, Sort extends string>({
  columns,
  tracks,
  sorting,
  onSort,
  onWidth,
}: HeadProps<Row, Sort>) {
  const directionOf = (sort: Sort | undefined) =>
    sort === undefined || sort !== sorting?.by ? undefined : sorting.descending ? 'descending' : 'ascending';
  return (
    <div className="table-head" role="rowgroup">
      <div role="row" aria-rowindex={1} className="table-head-row" style={{ gridTemplateColumns: tracks }}>
        {columns.map(({ id, head, figure, sort }) => (
          <div
            key={id}
            data-column={id}
            role="columnheader"
            aria-sort={directionOf(sort)}
            className={figure ? 'cell figure' : 'cell'}
          >
            {sort === undefined || !onSort ? (
              head
            ) : (
              <button type="button" className="sort" onClick={() => onSort(sort)}>
                {head}
                {directionOf(sort) && <Icon of={sorting?.descending ? ArrowDown : ArrowUp} />}
              </button>
            )}
            {onWidth && <Edge onPull={(pixels, done) => onWidth(id, pixels, done)} />}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The right edge of a head, to be pulled. */
function Edge({ onPull }: { onPull: (pixels: number, done: boolean) => void }) {
  const grip = useRef<{ x: number; width: number } | null>(null);
  const pulled = (event: PointerEvent, done: boolean) => {
    if (grip.current) onPull(grip.current.width + event.clientX - grip.current.x, done);
  };
  return (
    <span
      className="table-edge"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        grip.current = { x: event.clientX, width: event.currentTarget.parentElement?.clientWidth ?? 0 };
      }}
      onPointerMove={(event) => pulled(event, false)}
      onPointerUp={(event) => {
        pulled(event, true);
        grip.current = null;
      }}
      onPointerCancel={() => (grip.current = null)}
    />
  );
}
