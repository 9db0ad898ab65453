import { useTranslation } from 'react-i18next';
import type { Settings } from '#contract/book.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PlaceHead } from '#renderer/components/place-head.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useQuery } from '#renderer/lib/use-query.ts';
import { KeptBooks } from './kept-books.tsx';

export function SettingsPage() {
  const { t } = useTranslation();
  const settings = useQuery('settings.read', {});
  const summary = useQuery('book.summary', {});
  return (
    <div className="page">
      <div className="page-inner stack">
        <PlaceHead place="settings" />
        <div className="settings">
          {settings.data && <Choices settings={settings.data} />}
          {settings.error && <ErrorNote error={settings.error} />}
          <section>
            <h2>{t('settings.book')}</h2>
            <p className="muted">{t('settings.bookText')}</p>
            <p className="settings-path">{summary.data?.path}</p>
          </section>
          <KeptBooks />
          <section>
            <h2>{t('settings.about')}</h2>
            <p>{t('settings.aboutText')}</p>
            <p className="muted">{t('settings.aboutPrivate')}</p>
            <p className="muted">{t('settings.aboutLicence')}</p>
          </section>
        </div>
      </div>
    </div>
  );
}

/** Each choice is stored, and seen, at once. */
function Choices({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const { run, error } = useCommand('settings.write');
  const choose = (choice: Partial<Settings>) => void run({ ...settings, ...choice });
  return (
    <section className="settings-choices">
      <Choice
        label={t('settings.language')}
        value={settings.language}
        options={[
          ['en', t('settings.english')],
          ['sw', t('settings.swahili')],
        ]}
        onChoose={(language) => choose({ language })}
      />
      <Choice
        label={t('settings.theme')}
        value={settings.theme}
        options={[
          ['system', t('settings.themeSystem')],
          ['light', t('settings.themeLight')],
          ['dark', t('settings.themeDark')],
        ]}
        onChoose={(theme) => choose({ theme })}
      />
      <Choice
        label={t('settings.density')}
        value={settings.density}
        options={[
          ['compact', t('settings.compact')],
          ['normal', t('settings.normal')],
          ['roomy', t('settings.roomy')],
        ]}
        onChoose={(density) => choose({ density })}
      />
      {error && <ErrorNote error={error} />}
    </section>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChoose: (value: Value) => void;
};

function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      {options.map(([option, words]) => (
        <label key={option}>
          <input type="radio" name={label} checked={option === value} onChange={() => onChoose(option)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
