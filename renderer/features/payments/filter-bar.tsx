import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/icon.tsx';
import { SearchField } from '#renderer/components/search-field.tsx';
import { ViewsMenu } from '#renderer/components/views-menu.tsx';
import { count } from '#renderer/lib/format.ts';
import { en } from '#renderer/i18n/en.ts';
import { accountWords } from '#renderer/lib/names.ts';
import { useRoute } from '#renderer/lib/route.ts';
import { useListView } from '#renderer/lib/use-list-view.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { directions, type Filter, findings } from './filter.ts';

type Change = (changes: Record<string, string>) => void;
type FilterBarProps = { filter: Filter; total: number; onChange: Change };

/** Which payments are listed, and how many those are. */
export function FilterBar({ filter, total, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const { place, params } = useRoute();
  const desk = useListView('payments');
  return (
    <search className="filter-bar" aria-label={t('filter.label')}>
      <FindingChips filter={filter} onChange={onChange} />
      <div className="filter-line">
        <SearchField
          label={t('filter.search')}
          hint={t('filter.searchHint')}
          value={filter.search}
          onChange={(search) => onChange({ search })}
        />
        <DirectionSelect filter={filter} onChange={onChange} />
        <AccountSelect filter={filter} onChange={onChange} />
        <DateField label={t('filter.from')} value={filter.from} onChange={(from) => onChange({ from })} />
        <DateField label={t('filter.to')} value={filter.to} onChange={(to) => onChange({ to })} />
        <div className="filter-end">
          <output className="filter-totals">{t('filter.listed', { count: total, payments: count(total) })}</output>
          <ViewsMenu place={place} params={params} desk={desk} />
        </div>
      </div>
    </search>
  );
}

/** A finding, a reason, an exception and a standing each choose payments by what was found: one at a time. */
const none = { finding: '', reason: '', exception: '', standing: '', takings: '', side: '' };

function FindingChips({ filter, onChange }: { filter: Filter; onChange: Change }) {
  const { t } = useTranslation();
  const { data } = useQuery('reconcile.summary', {});
  const why = useWhy(filter);
  const narrowed = filter.finding !== null || why !== null;
  return (
    <fieldset className="chips" aria-label={t('filter.finding')}>
      <button type="button" className="chip" aria-pressed={!narrowed} onClick={() => onChange({ ...none })}>
        {t('common.all')} <span className="count">{data ? count(data.payments.count) : ''}</span>
      </button>
      {findings.map((finding) => (
        <button
          key={finding}
          type="button"
          className="chip"
          aria-pressed={filter.finding === finding}
          onClick={() => onChange({ ...none, finding: filter.finding === finding ? '' : finding })}
        >
          {t(`finding.${finding}`)} <span className="count">{data ? count(data.by_finding[finding].count) : ''}</span>
        </button>
      ))}
      {why !== null && (
        <button type="button" className="chip" aria-pressed="true" onClick={() => onChange({ ...none })}>
          {t('filter.because', { why })}
          <Icon of={X} />
        </button>
      )}
      {filter.hour !== null && (
        <button type="button" className="chip" aria-pressed="true" onClick={() => onChange({ hour: '' })}>
          {t('filter.hour', { from: filter.hour, to: filter.hour + 1 })}
          <Icon of={X} />
        </button>
      )}
    </fieldset>
  );
}

/** What a link elsewhere chose them by, in words; null where only a finding or nothing did. */
function useWhy({ reason, exception, standing, takings, side }: Filter): string | null {
  const { t } = useTranslation();
  if (reason !== null) return t(`reasonName.${reason}`);
  if (exception !== null && Object.hasOwn(en.exceptionShort, exception)) return t(`exceptionShort.${exception}`);
  if (takings !== null) return t(`filter.takings.${takings}`);
  if (side !== null) return t(`filter.side.${side}`);
  return standing === null ? null : t(`standing.${standing}`);
}

function DirectionSelect({ filter, onChange }: { filter: Filter; onChange: Change }) {
  const { t } = useTranslation();
  return (
    <select
      className="field"
      aria-label={t('filter.direction')}
      value={filter.direction ?? ''}
      onChange={(event) => onChange({ direction: event.target.value })}
    >
      <option value="">{t('filter.inAndOut')}</option>
      {directions.map((direction) => (
        <option key={direction} value={direction}>
          {t(`filter.${direction}`)}
        </option>
      ))}
    </select>
  );
}

function AccountSelect({ filter, onChange }: { filter: Filter; onChange: Change }) {
  const { t } = useTranslation();
  const { data } = useQuery('book.summary', {});
  return (
    <select
      className="field"
      aria-label={t('column.account')}
      value={filter.account ?? ''}
      onChange={(event) => onChange({ account: event.target.value })}
    >
      <option value="">{t('filter.allAccounts')}</option>
      {data?.accounts.map((account) => (
        <option key={account.id} value={account.id}>
          {accountWords(t, account)}
        </option>
      ))}
    </select>
  );
}

type DateFieldProps = { label: string; value: string | null; onChange: (value: string) => void };

function DateField({ label, value, onChange }: DateFieldProps) {
  return (
    <label className="date-field">
      <span className="muted small">{label}</span>
      <input type="date" className="field" value={value ?? ''} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
