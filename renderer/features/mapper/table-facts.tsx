import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { DateOrder, Profile } from '#contract/profile.ts';
import type { DateProof, MapperGuess } from '#contract/mapper.ts';
import { Select } from '#renderer/components/select.tsx';
import { en } from '#renderer/i18n/en.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { entriesOf } from '#renderer/lib/entries.ts';
import { dateWords } from '#renderer/lib/format.ts';
import { accountKinds } from '#renderer/lib/names.ts';

type TableFactsProps = {
  profile: Profile;
  undecided: MapperGuess['undecidedDate'];
  proof: MapperGuess['dateProof'];
  dateDecided: boolean;
  onChange: (profile: Profile) => void;
  onDateDecided: () => void;
};

const dateOrders = [
  'day-month-year',
  'month-day-year',
  'year-month-day',
  'day-number',
] as const satisfies readonly DateOrder[];

/** What holds for the whole table: its name, whose rows they are, how its dates and cents are written. */
export function TableFacts({ profile, undecided, proof, dateDecided, onChange, onDateDecided }: TableFactsProps) {
  const { t } = useTranslation();
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
      <Select
        label={t('mapper.use')}
        value={profile.use}
        options={entriesOf(en.mapper.uses).map(([use]) => [use, t(`mapper.uses.${use}`)])}
        onChoose={(use) => onChange({ ...profile, use })}
      />
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
      {profile.use === 'payments' && <Whose profile={profile} onChange={onChange} />}
      {!undecided && (
        <div className="labelled">
          <Select
            label={t('mapper.dateOrder')}
            value={profile.dateOrder}
            options={dateOrders.map((order) => [order, t(`mapper.order.${order}`)])}
            onChoose={(dateOrder) => onChange({ ...profile, dateOrder })}
          />
          {proof !== null && <span className="muted small">{shownBy(proof, t)}</span>}
        </div>
      )}
      <Select
        label={t('mapper.decimal')}
        value={profile.decimal}
        options={[
          ['.', t('mapper.decimalPoint')],
          [',', t('mapper.decimalComma')],
        ]}
        onChoose={(decimal) => onChange({ ...profile, decimal })}
      />
    </div>
  );
}

const shownBy = ({ cell, receipt }: DateProof, t: TFunction) =>
  receipt === null ? t('mapper.dateShown', { cell }) : t('mapper.dateReceipt', { cell, receipt });

/** Which of the owner's accounts the money moved on. */
function Whose({ profile, onChange }: Pick<TableFactsProps, 'profile' | 'onChange'>) {
  const { t } = useTranslation();
  const { account } = profile;
  return (
    <>
      <Select
        label={t('mapper.account')}
        value={account.kind}
        options={accountKinds(t)}
        onChoose={(kind) => onChange({ ...profile, account: { ...account, kind } })}
      />
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
    </>
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
  const calendar = useCalendar();
  const readings = [
    ['day-month-year', dayFirst],
    ['month-day-year', monthFirst],
  ] as const;
  return (
    <fieldset className="mapper-day">
      <legend>{t('mapper.whichDay', { cell })}</legend>
      <p className="muted small">{t('mapper.whichDayText')}</p>
      {readings.map(([value, day]) => (
        <label key={value} className="choice-line">
          <input type="radio" name="which-day" checked={order === value} onChange={() => onOrder(value)} />
          {dateWords(day, calendar)}
        </label>
      ))}
    </fieldset>
  );
}
