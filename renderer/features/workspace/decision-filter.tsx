import { Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { DateChip } from '#renderer/components/date-chip.tsx';
import { SearchField } from '#renderer/components/search-field.tsx';
import { count, sentenceAmount } from '#renderer/lib/format.ts';
import { entriesOf } from '#renderer/lib/entries.ts';
import { accountWords } from '#renderer/lib/names.ts';
import { dateOf, type Params } from '#renderer/lib/route.ts';
import { en } from '#renderer/i18n/en.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import type { Question } from './use-kept-list.ts';

// The catalogue names every code and every state: the contract's own lists would bring its validator along.
const codes = entriesOf(en.decision).map(([code]) => code);
const states = entriesOf(en.decisionState).map(([state]) => state);

/** The question that an address names; what it names wrongly filters nothing. */
export function questionOf(params: Params): Question {
  const account = Number(params['account']);
  const date = dateOf(params['date']);
  return {
    code: codes.find((code) => code === params['code']) ?? null,
    state: states.find((state) => state === params['state']) ?? null,
    ...(date && { date }),
    account: Number.isInteger(account) && account > 0 ? account : null,
    search: (params['search'] ?? '').slice(0, 200),
  };
}

type DecisionFilterProps = {
  question: Question;
  head: Output<'decisions.page'> | null;
  onChange: (changes: Record<string, string>) => void;
  onHelp: () => void;
};

/** Which decisions are listed, and what is at risk in all of them. */
export function DecisionFilter({ question, head, onChange, onHelp }: DecisionFilterProps) {
  const { t } = useTranslation();
  const { data: book } = useQuery('book.summary', {});
  return (
    <search className="filter-line" aria-label={t('filter.label')}>
      <SearchField
        label={t('workspace.search')}
        hint={t('workspace.searchHint')}
        value={question.search ?? ''}
        onChange={(search) => onChange({ search })}
      />
      <select
        className="field"
        aria-label={t('workspace.kind')}
        value={question.code ?? ''}
        onChange={(event) => onChange({ code: event.target.value })}
      >
        <option value="">{t('workspace.allKinds')}</option>
        {codes.map((code) => {
          const found = head?.codes.find((one) => one.code === code)?.count ?? 0;
          return found === 0 && question.code !== code ? null : (
            <option key={code} value={code}>
              {t(`decision.${code}`)} ({count(found)})
            </option>
          );
        })}
      </select>
      <select
        className="field"
        aria-label={t('workspace.state')}
        value={question.state ?? ''}
        onChange={(event) => onChange({ state: event.target.value })}
      >
        <option value="">{t('workspace.asking')}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {t(`decisionState.${state}`)}
          </option>
        ))}
      </select>
      <select
        className="field"
        aria-label={t('column.account')}
        value={question.account ?? ''}
        onChange={(event) => onChange({ account: event.target.value })}
      >
        <option value="">{t('filter.allAccounts')}</option>
        {book?.accounts.map((account) => (
          <option key={account.id} value={account.id}>
            {accountWords(t, account)}
          </option>
        ))}
      </select>
      {question.date && <DateChip date={question.date} onClear={() => onChange({ date: '' })} />}
      <output className="filter-totals">
        {head &&
          t('workspace.listed', { count: head.total, decisions: count(head.total), sum: sentenceAmount(head.cents) })}
      </output>
      <button type="button" className="button plain" onClick={onHelp}>
        <Icon of={Keyboard} />
        {t('workspace.keys')} <kbd aria-hidden="true">?</kbd>
      </button>
    </search>
  );
}
