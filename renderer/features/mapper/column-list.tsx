import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { GuessReason, MapperGuess } from '#contract/mapper.ts';
import type { Profile, ProfileColumn } from '#contract/profile.ts';
import { Select } from '#renderer/components/select.tsx';
import { en } from '#renderer/i18n/en.ts';
import { entriesOf } from '#renderer/lib/entries.ts';

type ColumnListProps = { guess: MapperGuess; profile: Profile; onChange: (profile: Profile) => void };

/** Every column with what it was taken for, why, and a cell of it; the person has the last word. */
export function ColumnList({ guess, profile, onChange }: ColumnListProps) {
  const { t } = useTranslation();
  const meanings = entriesOf(en.mapper.meaning).map(([column]) => [column, t(`mapper.meaning.${column}`)] as const);
  const choose = (at: number, meaning: ProfileColumn) =>
    onChange({ ...profile, columns: profile.columns.map((column, index) => (index === at ? meaning : column)) });
  return (
    <ol className="mapper-columns">
      {profile.titles.map((title, at) => {
        const guessed = guess.columns[at];
        const meaning = profile.columns[at] ?? 'ignore';
        const key = `${at}-${title}`;
        return (
          <li key={key} className={meaning === 'ignore' ? 'mapper-column quiet' : 'mapper-column'}>
            <div className="mapper-cell">
              <b>{title || '–'}</b>
              <span className="muted small">{exampleOf(guess, at)}</span>
            </div>
            <div className="mapper-choice">
              <Select
                bare
                label={`${t('mapper.tells')}: ${title}`}
                value={meaning}
                options={meanings}
                onChoose={(chosen) => choose(at, chosen)}
              />
              {guessed?.meaning === meaning && <span className="muted small">{whyOf(guessed.reason, t)}</span>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function whyOf(reason: GuessReason, t: TFunction): string {
  if ('cell' in reason) return t(`mapper.why.${reason.code}`, { cell: reason.cell });
  if ('meaning' in reason) return t('mapper.why.taken', { meaning: t(`mapper.meaning.${reason.meaning}`) });
  return t(`mapper.why.${reason.code}`);
}

/** The first cell of the column that is not empty. */
const exampleOf = ({ rows }: MapperGuess, at: number): string =>
  rows.map(({ cells }) => cells[at] ?? '').find((cell) => cell.trim() !== '') ?? '–';
