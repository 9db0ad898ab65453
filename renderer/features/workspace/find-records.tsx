import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icon.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { sentenceAmount, tableInstant } from '#renderer/lib/format.ts';
import { useDebounced } from '#renderer/lib/use-debounced.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { type HandItem, itemOfPayment, itemOfSale } from './hand-items.ts';

const few = { offset: 0, limit: 5 };
const newest = { by: 'occurredAt' as const, descending: true };

/** Sales that are open and payments, by name, receipt or amount, to be added to a match made by hand. */
export function FindRecords({ onAdd }: { onAdd: (item: HandItem) => void }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const [search, setSearch] = useState('');
  const asked = useDebounced(search.trim(), 150);
  const wanted = asked !== '';
  const sales = useQuery('sales.page', { search: asked, ...few }, wanted);
  const payments = useQuery('payments.page', { filter: { search: asked }, sort: newest, ...few }, wanted);
  const found = wanted
    ? [
        ...(sales.data?.rows ?? []).filter(({ open }) => open > 0).map(itemOfSale),
        ...(payments.data?.rows ?? []).filter(({ amount }) => amount !== 0).map(itemOfPayment),
      ]
    : [];
  return (
    <div className="hand-find">
      <input
        type="search"
        className="field"
        maxLength={200}
        aria-label={t('hand.find')}
        placeholder={`${t('hand.find')}: ${t('hand.findHint')}`}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        // Enter searches, and never sends the form it stands in.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <ul>
        {found.map((item) => (
          <li key={`${item.side}-${item.id}`}>
            <button type="button" className="button plain" onClick={() => onAdd(item)}>
              <Icon of={Plus} />
              <span className="hidden-visually">{t('hand.add')}</span>
              {t(item.side === 'expected' ? 'hand.sales' : 'hand.payments')} · {item.name} ·{' '}
              {item.at === null ? '' : tableInstant(item.at, calendar)} · {sentenceAmount(item.most)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
