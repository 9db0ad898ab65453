import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useDebounced } from '#renderer/lib/use-debounced.ts';
import { Icon } from './icon.tsx';

type SearchFieldProps = { label: string; hint: string; value: string; onChange: (value: string) => void };

/** Down and Enter lead from the search to the list below it. */
function toList(event: KeyboardEvent) {
  if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
  const list = event.currentTarget.closest('main')?.querySelector<HTMLElement>('[role="grid"]');
  if (!list) return;
  event.preventDefault();
  list.focus();
}

/** Writes the search into the address once typing rests. */
export function SearchField({ label, hint, value, onChange }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const rested = useDebounced(typed, 150);
  // A link elsewhere on the page may have changed the search under the field.
  if (asked !== value) {
    setAsked(value);
    if (value !== rested) setTyped(value);
  }
  useEffect(() => {
    if (rested === typed && rested !== value) onChange(rested);
    // Only typing starts a search: a new `onChange` must not repeat the last one.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [rested]);
  return (
    <span className="search-field">
      <Icon of={Search} />
      <input
        type="search"
        className="field"
        maxLength={200}
        aria-label={label}
        placeholder={hint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={toList}
      />
    </span>
  );
}
