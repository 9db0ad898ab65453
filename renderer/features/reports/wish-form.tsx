import { useTranslation } from 'react-i18next';
import type { OwnAccount } from '#contract/accounts.ts';
import type { ExportFormat, ExportWish } from '#contract/export.ts';
import { Select } from '#renderer/components/select.tsx';
import { en } from '#renderer/i18n/en.ts';
import { entriesOf } from '#renderer/lib/entries.ts';
import { accountWords } from '#renderer/lib/names.ts';
import { formatGroups, takes } from './what-fits.ts';

type WishFormProps = {
  wish: ExportWish;
  accounts: readonly OwnAccount[];
  onChange: (part: Partial<ExportWish>) => void;
};

/** What is to be written, as what, of which account and days. */
export function WishForm({ wish, accounts, onChange }: WishFormProps) {
  const { t } = useTranslation();
  return (
    <>
      <fieldset className="choice">
        <legend>{t('reports.what')}</legend>
        {entriesOf(en.reports.subject).map(([subject]) => (
          <label key={subject}>
            <input
              type="radio"
              name="subject"
              checked={subject === wish.subject}
              onChange={() => onChange({ subject })}
            />
            {t(`reports.subject.${subject}`)}
          </label>
        ))}
      </fieldset>
      <FormatList wish={wish} onChoose={(format) => onChange({ format })} />
      <Select
        label={t('reports.account')}
        value={String(wish.account ?? '')}
        options={[
          ['', t('filter.allAccounts')],
          ...accounts.map((account) => [String(account.id), account.ownName ?? accountWords(t, account)] as const),
        ]}
        onChoose={(id) => onChange({ account: id === '' ? null : Number(id) })}
      />
      <div className="reports-days">
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="labelled">
            {t(`reports.${end}`)}
            <input
              className="field"
              type="date"
              value={wish[end] ?? ''}
              onChange={(event) => onChange({ [end]: event.target.value || null })}
            />
          </label>
        ))}
      </div>
    </>
  );
}

/** The formats that take the subject, grouped by who would read them. */
function FormatList({ wish, onChoose }: { wish: ExportWish; onChoose: (format: ExportFormat) => void }) {
  const { t } = useTranslation();
  const groups = entriesOf<keyof typeof formatGroups, readonly ExportFormat[]>(formatGroups).map(
    ([group, formats]) => [group, formats.filter((format) => takes(format, wish.subject))] as const,
  );
  return (
    <label className="labelled">
      {t('reports.format')}
      <select
        className="field"
        value={wish.format}
        onChange={(event) => {
          const chosen = groups.flatMap(([, formats]) => formats).find((format) => format === event.target.value);
          if (chosen) onChoose(chosen);
        }}
      >
        {groups.map(
          ([group, formats]) =>
            formats.length > 0 && (
              <optgroup key={group} label={t(`reports.${group}`)}>
                {formats.map((format) => (
                  <option key={format} value={format}>
                    {t(`reports.as.${format}`)}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </label>
  );
}
