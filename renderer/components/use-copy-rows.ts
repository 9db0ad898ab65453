import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asText, type TextColumn } from '#renderer/lib/as-text.ts';
import { copyText } from '#renderer/lib/copy-text.ts';
import { count } from '#renderer/lib/format.ts';
import type { Ask } from '#renderer/lib/use-windowed.ts';
import { type Choice, countOf } from './table-choice.ts';

const most = 20_000;
const pageRows = 500;

/** Copies rows of a list as text, those out of sight too. `said` tells what became of it. */
export function useCopyRows<Row>(ask: Ask<Row>, columns: readonly TextColumn<Row>[]) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');

  const rowsOf = async (choice: Choice): Promise<Row[]> => {
    const rows: Row[] = [];
    for (const [first, last] of choice) {
      for (let offset = first; offset <= last; offset += pageRows) {
        const limit = Math.min(pageRows, last - offset + 1);
        rows.push(...(await ask({ offset, limit })).rows);
      }
    }
    return rows;
  };
  const run = async (choice: Choice) => {
    const wanted = countOf(choice);
    if (wanted === 0) return;
    if (wanted > most) return setSaid(t('table.tooMany', { most: count(most) }));
    try {
      const done = copyText(asText(columns, await rowsOf(choice)));
      setSaid(t(done ? 'table.copied' : 'table.notCopied', { count: wanted, rows: count(wanted) }));
    } catch {
      setSaid(t('table.notCopied'));
    }
  };
  return { run, said };
}
