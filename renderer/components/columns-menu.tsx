import { Popover } from '@base-ui/react/popover';
import { Columns3, Minus, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ListViewDesk } from '#renderer/lib/use-list-view.ts';
import { Icon } from './icon.tsx';
import { leastOf, within } from './table-widths.ts';

type MenuColumn = { readonly id: string; readonly head: string; readonly width: string };
type ColumnsMenuProps = { columns: readonly MenuColumn[]; desk: ListViewDesk };

const step = 24;

/** Which columns a list shows and how wide they are, for the keyboard too. The last one shown cannot be hidden. */
export function ColumnsMenu({ columns, desk }: ColumnsMenuProps) {
  const { t } = useTranslation();
  return (
    <Popover.Root>
      <Popover.Trigger className="button plain">
        <Icon of={Columns3} />
        {t('table.columns')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popover-place" sideOffset={4} align="end">
          <Popover.Popup className="popover" aria-label={t('table.columns')}>
            <ul className="columns-menu">
              {columns.map((column) => (
                <ColumnLine key={column.id} column={column} columns={columns} desk={desk} />
              ))}
            </ul>
            <button type="button" className="button" onClick={() => desk.change({ hidden: [], widths: {} })}>
              {t('table.reset')}
            </button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** How wide the column stands now: one that stretches is wider than its least. */
const drawnWidth = (id: string) => document.querySelector(`.table-head [data-column="${id}"]`)?.clientWidth;

function ColumnLine({ column, columns, desk }: ColumnsMenuProps & { column: MenuColumn }) {
  const { t } = useTranslation();
  const { id, head, width } = column;
  const { hidden, widths } = desk.view;
  const shown = !hidden.includes(id);
  const last = shown && columns.filter((other) => !hidden.includes(other.id)).length === 1;
  const widen = (by: number) => desk.onWidth(id, within((widths[id] ?? drawnWidth(id) ?? leastOf(width)) + by));
  const toggle = () => desk.change({ hidden: shown ? [...hidden, id] : hidden.filter((other) => other !== id) });
  return (
    <li className="columns-line">
      <label>
        <input type="checkbox" checked={shown} disabled={last} onChange={toggle} /> {head}
      </label>
      <button
        type="button"
        className="button plain icon-only"
        aria-label={t('table.narrower', { column: head })}
        onClick={() => widen(-step)}
      >
        <Icon of={Minus} />
      </button>
      <button
        type="button"
        className="button plain icon-only"
        aria-label={t('table.wider', { column: head })}
        onClick={() => widen(step)}
      >
        <Icon of={Plus} />
      </button>
    </li>
  );
}
