import { lazy, Suspense } from 'react';
import { useQuery } from '#renderer/lib/use-query.ts';

const BookMenu = lazy(async () => ({ default: (await import('./book-menu.tsx')).BookMenu }));

type BookSwitcherProps = {
  /** The file's name of the book that is open. */
  name: string;
  /** Nothing is shown where there is no other book to turn to. */
  onlyIfMore?: boolean;
};

/** Which book is open, and the way to the others: one book a business. */
export function BookSwitcher({ name, onlyIfMore = false }: BookSwitcherProps) {
  const { data: books = [] } = useQuery('books.list', {});
  const shown = name.replace(/\.risiti$/, '');
  if (onlyIfMore && books.length < 2) return null;
  const plain = <div className="book-name">{shown}</div>;
  if (books.length === 0) return plain;
  return (
    <Suspense fallback={plain}>
      <BookMenu name={shown} books={books} />
    </Suspense>
  );
}
