import { Popover } from '@base-ui/react/popover';
import { Bookmark, Trash2 } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hrefTo, type Params, type Place } from '#renderer/lib/route.ts';
import type { ListViewDesk } from '#renderer/lib/use-list-view.ts';
import { Icon } from './icon.tsx';

type ViewsMenuProps = { place: Place; params: Params; desk: ListViewDesk };

/** Filters and an order kept under a name: to go to, to keep, to drop. */
export function ViewsMenu({ place, params, desk }: ViewsMenuProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { saved } = desk.view;
  const now = JSON.stringify(params);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="button plain">
        <Icon of={Bookmark} />
        {saved.find((view) => JSON.stringify(view.params) === now)?.name ?? t('table.views')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="popover-place" sideOffset={4} align="end">
          <Popover.Popup className="popover" aria-label={t('table.views')}>
            {saved.length === 0 && <p className="muted small">{t('table.noViews')}</p>}
            <ul>
              {saved.map(({ name, params: to }) => (
                <li key={name} className="views-line">
                  <a href={hrefTo(place, to)} onClick={() => setOpen(false)}>
                    {name}
                  </a>
                  <button
                    type="button"
                    className="button plain icon-only"
                    aria-label={t('table.dropView', { name })}
                    onClick={() => desk.change({ saved: saved.filter((view) => view.name !== name) })}
                  >
                    <Icon of={Trash2} />
                  </button>
                </li>
              ))}
            </ul>
            <KeepView params={params} desk={desk} onKept={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function KeepView({ params, desk, onKept }: Omit<ViewsMenuProps, 'place'> & { onKept: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const keep = (event: SubmitEvent) => {
    event.preventDefault();
    const said = name.trim();
    if (said === '') return;
    const others = desk.view.saved.filter((view) => view.name !== said);
    desk.change({ saved: [...others, { name: said, params: { ...params } }] });
    setName('');
    onKept();
  };
  return (
    <form className="views-keep" onSubmit={keep}>
      <input
        className="field"
        maxLength={60}
        aria-label={t('table.viewName')}
        placeholder={t('table.viewName')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        {t('table.keepView')}
      </button>
    </form>
  );
}
