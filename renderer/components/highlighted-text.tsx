import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reading } from '#parser/reading.ts';
import { splitAtSpans } from '#renderer/lib/highlight.ts';
import { slotLabel, toneOf } from '#renderer/lib/slots.ts';

type HighlightedTextProps = { text: string; reading: Pick<Reading, 'spans' | 'expected'> };

/** A message exactly as received, what was read in it marked; where reading stopped, the place is marked. */
export function HighlightedText({ text, reading }: HighlightedTextProps) {
  const { t } = useTranslation();
  const pieces = useMemo(() => splitAtSpans(text, spansOf(text, reading)), [text, reading]);
  return (
    <p className="message-text">
      {pieces.map(({ text: words, slot, start }) =>
        slot === null ? (
          words
        ) : (
          <mark
            key={start}
            className={`read-${slot === stopped ? 'stop' : toneOf(slot)}`}
            data-label={slotLabel(t, slot)}
          >
            {words}
          </mark>
        ),
      )}
    </p>
  );
}

const stopped = 'stopped-here';

/** The spans of what was read; for a message that was not, the word at which reading stopped. */
function spansOf(text: string, { spans, expected }: HighlightedTextProps['reading']) {
  if (!expected) return spans;
  const rest = /^\s*\S+/.exec(text.slice(expected.at))?.[0].length ?? 0;
  // At the very end there is no word left to mark: the last one stands for the place.
  const last = /\S+\s*$/.exec(text)?.index ?? 0;
  const place = rest > 0 ? { start: expected.at, end: expected.at + rest } : { start: last, end: text.length };
  return [...spans.filter((span) => span.end <= place.start), { slot: stopped, ...place }];
}
