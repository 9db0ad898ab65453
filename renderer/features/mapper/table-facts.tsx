import { useTranslation } from 'react-i18next';
import { DateOrder, type Profile } from '#contract/profile.ts';
import { AccountKind } from '#contract/words.ts';
import type { MapperGuess } from '#contract/mapper.ts';

type TableFactsProps = {
  profile: Profile;
  undecided: MapperGuess['undecidedDate'];
  dateDecided: boolean;
  onChange: (profile: Profile) => void;
  onDateDecided: () => void;
};

/** What holds for the whole table: its name, whose rows they are, how its dates and cents are written. */
export function TableFacts({ profile, undecided, dateDecided, onChange, onDateDecided }: TableFactsProps) {
  const { t } = useTranslation();
  const { account } = profile;
  return (
    <div className="mapper-facts">
      {undecided && (
        <WhichDay
          undecided={undecided}
          order={dateDecided ? profile.dateOrder : null}
          onOrder={(dateOrder) => {
            onChange({ ...profile, dateOrder });
            onDateDecided();
          }}
        />
      )}
      <label className="labelled">
        {t('mapper.name')}
        <input
          className="field"
          required
          maxLength={100}
          value={profile.name}
          onChange={(event) => onChange({ ...profile, name: event.target.value })}
        />
      </label>
      <label className="labelled">
        {t('mapper.account')}
        <select
          className="field"
          value={account.kind}
          onChange={(event) =>
            onChange({ ...profile, account: { ...account, kind: AccountKind.parse(event.target.value) } })
          }
        >
          {AccountKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t(`account.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="labelled">
        {t('mapper.shortcode')}
        <input
          className="field"
          maxLength={40}
          placeholder={t('mapper.shortcodeHint')}
          value={account.shortcode ?? ''}
          onChange={(event) =>
            onChange({ ...profile, account: { ...account, shortcode: event.target.value.trim() || null } })
          }
        />
      </label>
      {!undecided && (
        <label className="labelled">
          {t('mapper.dateOrder')}
          <select
            className="field"
            value={profile.dateOrder}
            onChange={(event) => onChange({ ...profile, dateOrder: DateOrder.parse(event.target.value) })}
          >
            {DateOrder.options.map((order) => (
              <option key={order} value={order}>
                {t(`mapper.order.${order}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="labelled">
        {t('mapper.decimal')}
        <select
          className="field"
          value={profile.decimal}
          onChange={(event) => onChange({ ...profile, decimal: event.target.value === ',' ? ',' : '.' })}
        >
          <option value=".">{t('mapper.decimalPoint')}</option>
          <option value=",">{t('mapper.decimalComma')}</option>
        </select>
      </label>
    </div>
  );
}

type WhichDayProps = {
  undecided: NonNullable<MapperGuess['undecidedDate']>;
  order: DateOrder | null;
  onOrder: (order: DateOrder) => void;
};

/** A date of the file that reads both ways, in words: only its owner knows which is meant. */
function WhichDay({ undecided: { cell, dayFirst, monthFirst }, order, onOrder }: WhichDayProps) {
  const { t } = useTranslation();
  const readings = [
    ['day-month-year', dayFirst],
    ['month-day-year', monthFirst],
  ] as const;
  return (
    <fieldset className="mapper-day">
      <legend>{t('mapper.whichDay', { cell })}</legend>
      <p className="muted small">{t('mapper.whichDayText')}</p>
      {readings.map(([value, words]) => (
        <label key={value} className="choice-line">
          <input type="radio" name="which-day" checked={order === value} onChange={() => onOrder(value)} />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
