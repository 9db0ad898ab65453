// The cards stand by transform in their own scroller, which the tags of a list box cannot do.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowAfterKey } from '#renderer/components/table-keys.ts';
import { ReadingCard } from './reading-card.tsx';
import type { Read } from './use-readings.ts';

/** The pasted messages, however many: only those in sight are in the page. Arrows move from message to message. */
export function ReadingList({ reads }: { reads: readonly Read[] }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [marked, setMarked] = useState<number | null>(null);
  // We do not compile with the React Compiler, which this hook would not suit.
  // oxlint-disable-next-line react/incompatible-library
  const cards = useVirtualizer({
    count: reads.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 104,
    overscan: 4,
    useFlushSync: false,
    getItemKey: (index) => reads[index]!.index,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const next = rowAfterKey(event.key, marked, reads.length, 5);
    if (next === null) return;
    event.preventDefault();
    setMarked(next);
    cards.scrollToIndex(next);
  };
  const items = cards.getVirtualItems();
  const shown = marked !== null && items.some(({ index }) => index === marked);
  return (
    <div
      ref={scroller}
      className="reading-list"
      role="listbox"
      aria-label={t('messages.readList')}
      aria-activedescendant={shown ? `${id}-${marked}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: cards.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, key, start }) => (
          <div
            key={key}
            ref={cards.measureElement}
            data-index={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === marked}
            aria-setsize={reads.length}
            aria-posinset={index + 1}
            className="reading-item"
            style={{ transform: `translateY(${start}px)` }}
          >
            <ReadingCard text={reads[index]!.text} reading={reads[index]!.reading} />
          </div>
        ))}
      </div>
    </div>
  );
}
