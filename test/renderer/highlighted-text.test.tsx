import { cleanup, render } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, expect, test } from 'vitest';
import { parseMessage } from '#parser/parse.ts';
import { HighlightedText } from '#renderer/components/highlighted-text.tsx';
import { newI18n } from '#renderer/i18n/i18n.ts';

afterEach(cleanup);

function marksOf(text: string): { text: string; marks: [string, string][] } {
  const { container } = render(
    <I18nextProvider i18n={newI18n()}>
      <HighlightedText text={text} reading={parseMessage(text)} />
    </I18nextProvider>,
  );
  const marks = [...container.querySelectorAll('mark')];
  return {
    text: container.textContent,
    marks: marks.map((mark) => [mark.dataset['label'] ?? '', mark.textContent]),
  };
}

const received =
  'UE5QK4M8TZ Confirmed.You have received Ksh1,250.00 from WANJA DOE 0703***418 on 5/5/26 at 2:05 PM New M-PESA balance is Ksh3,400.00.';

test('marks what was read, names it, and changes no letter', () => {
  const { text, marks } = marksOf(received);
  expect(text).toBe(received);
  expect(marks).toEqual([
    ['Receipt', 'UE5QK4M8TZ'],
    ['Amount', 'Ksh1,250.00'],
    ['Name', 'WANJA DOE'],
    ['Phone', '0703***418'],
    ['Date', '5/5/26'],
    ['Time', '2:05 PM'],
    ['Balance', 'Ksh3,400.00'],
  ]);
});

test.each([
  ['in the middle', 'UE5QK4M8TZ Confirmed. Ksh500.00 wandered off to WANJA DOE on 5/5/26'],
  ['at the very end', 'UE5QK4M8TZ Confirmed.You have received Ksh1,250.00 from'],
  ['at the start', 'Good morning, how is business?'],
])('marks the place where reading stopped: %s', (_, message) => {
  const { text, marks } = marksOf(message);
  expect(text).toBe(message);
  expect(marks.map(([label]) => label)).toContain('Reading stopped here');
});
