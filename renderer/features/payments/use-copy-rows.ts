import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment, PaymentSort } from '#contract/payment.ts';
import { type Choice, countOf } from '#renderer/components/table-choice.ts';
import type { Column } from '#renderer/components/table-columns.ts';
import { asText } from '#renderer/lib/as-text.ts';
import { call, useBridge } from '#renderer/lib/call.ts';
import { copyText } from '#renderer/lib/copy-text.ts';
import { count } from '#renderer/lib/format.ts';
import type { Filter } from './filter.ts';

const most = 20_000;
const pageRows = 500;

/** Copies rows of the list as text, those out of sight too. `said` tells what became of it. */
export function useCopyRows(
  question: { readonly filter: Filter; readonly sort: PaymentSort },
  columns: readonly Column<Payment, PaymentSort['by']>[],
) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const [said, setSaid] = useState('');

  const rowsOf = async (choice: Choice): Promise<Payment[]> => {
    const rows: Payment[] = [];
    for (const [first, last] of choice) {
      for (let offset = first; offset <= last; offset += pageRows) {
        const limit = Math.min(pageRows, last - offset + 1);
        rows.push(...(await call(bridge, 'payments.page', { ...question, offset, limit })).rows);
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
