import { Menu } from '@base-ui/react/menu';
import { BookPlus, Check, ChevronsUpDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RememberedBook } from '#contract/shelf.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { MakeBookDialog } from './make-book-dialog.tsx';

type BookMenuProps = { name: string; books: readonly RememberedBook[] };

/** The books of this computer that were open before, and the way to a new one. */
export function BookMenu({ name, books }: BookMenuProps) {
  const { t } = useTranslation();
  const { data: work } = useQuery('work.current', {});
  const turn = useCommand('books.open');
  const [making, setMaking] = useState(false);
  const busy = work !== null && work !== undefined;
  return (
    <>
      <Menu.Root>
        <Menu.Trigger
          className="button plain book-name"
          aria-label={t('books.switch', { name })}
          title={books.find(({ open }) => open)?.path}
        >
          <span>{name}</span>
          <Icon of={ChevronsUpDown} />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="start" className="book-menu-place">
            <Menu.Popup className="book-menu">
              <Menu.RadioGroup value={books.find(({ open }) => open)?.id ?? ''}>
                {books.map((book) => (
                  <BookItem key={book.id} book={book} disabled={busy} onTurn={(id) => void turn.run({ id })} />
                ))}
              </Menu.RadioGroup>
              <Menu.Separator className="book-menu-line" />
              <Menu.Item className="book-item" disabled={busy} onClick={() => setMaking(true)}>
                <Icon of={BookPlus} />
                {t('books.make')}
              </Menu.Item>
              {busy && <p className="muted small book-menu-note">{t('books.busy')}</p>}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {making && <MakeBookDialog onClose={() => setMaking(false)} />}
      {turn.error && (
        <PlainDialog title={t('books.title')} onClose={turn.reset}>
          <ErrorNote error={turn.error} />
        </PlainDialog>
      )}
    </>
  );
}

type BookItemProps = { book: RememberedBook; disabled: boolean; onTurn: (id: string) => void };

function BookItem({ book: { id, name, path, open, there }, disabled, onTurn }: BookItemProps) {
  const { t } = useTranslation();
  return (
    <Menu.RadioItem
      className="book-item"
      value={id}
      disabled={!there || (disabled && !open)}
      closeOnClick
      onClick={() => !open && onTurn(id)}
    >
      <span className="book-item-sign">{open && <Icon of={Check} />}</span>
      <span className="book-item-words">
        <b>{name}</b>
        <span className="muted small">{there ? path : t('books.gone')}</span>
      </span>
    </Menu.RadioItem>
  );
}
