import { BookSwitcher } from '#renderer/features/books/book-switcher.tsx';
import { CounterField } from './counter-field.tsx';
import { UndoKeys } from './undo-keys.tsx';
import { WorkStrip } from './work-strip.tsx';

export function TopBar({ name }: { name: string }) {
  return (
    <header className="top-bar">
      <BookSwitcher name={name} />
      <CounterField />
      <UndoKeys />
      <WorkStrip />
    </header>
  );
}
