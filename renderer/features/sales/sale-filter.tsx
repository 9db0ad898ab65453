import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import type { Sale } from '#contract/sales.ts';
import { DateChip } from '#renderer/components/date-chip.tsx';
import { SearchField } from '#renderer/components/search-field.tsx';
import { ViewsMenu } from '#renderer/components/views-menu.tsx';
import { count, sentenceAmount } from '#renderer/lib/format.ts';
import { dateOf, type Params, useRoute } from '#renderer/lib/route.ts';
import { useListView } from '#renderer/lib/use-list-view.ts';

const states = ['open', 'proposed', 'part-paid', 'paid'] as const satisfies readonly Sale['state'][];

export type SaleQuestion = { readonly state: Sale['state'] | null; readonly search: string; readonly date?: string };

/** Which sales an address asks for; what it says that is none of ours is left out. */
export function questionOf(params: Params): SaleQuestion {
  const date = dateOf(params['date']);
  return {
    state: states.find((name) => name === params['state']) ?? null,
    search: (params['search'] ?? '').slice(0, 200),
    ...(date && { date }),
  };
}

export const isFiltered = ({ state, search, date }: SaleQuestion): boolean =>
  state !== null || search !== '' || date !== undefined;

type SaleFilterProps = {
  question: SaleQuestion;
  found: Output<'sales.page'> | undefined;
  onChange: (changes: Record<string, string>) => void;
};

/** Which sales are listed, how many they are, and what is to be paid for them. */
export function SaleFilter({ question: { state, search, date }, found, onChange }: SaleFilterProps) {
  const { t } = useTranslation();
  const { params } = useRoute();
  const desk = useListView('sales');
  return (
    <search className="filter-line" aria-label={t('filter.label')}>
      <SearchField
        label={t('sales.search')}
        hint={t('sales.searchHint')}
        value={search}
        onChange={(words) => onChange({ search: words })}
      />
      <select
        className="field"
        aria-label={t('sales.stateLabel')}
        value={state ?? ''}
        onChange={(event) => onChange({ state: event.target.value })}
      >
        <option value="">{t('common.all')}</option>
        {states.map((name) => (
          <option key={name} value={name}>
            {t(`sales.state.${name}`)}
          </option>
        ))}
      </select>
      {date !== undefined && <DateChip date={date} onClear={() => onChange({ date: '' })} />}
      <div className="filter-end">
        <output className="filter-totals">
          {found &&
            t('sales.listed', { count: found.total, sales: count(found.total), sum: sentenceAmount(found.cents) })}
        </output>
        <ViewsMenu place="reconcile" params={params} desk={desk} />
      </div>
    </search>
  );
}
