import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapperGuess } from '#contract/mapper.ts';
import type { Profile } from '#contract/profile.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import { type Mapping, useIntake } from '#renderer/lib/intake.tsx';
import { useCommand } from '#renderer/lib/use-command.ts';
import { ColumnList } from './column-list.tsx';
import { ReadRows } from './read-rows.tsx';
import { TableFacts } from './table-facts.tsx';
import { useMapping } from './use-mapping.ts';

/** A table without a format of its own: what its columns tell, and what becomes of its first rows. */
export function MapperDialog({ mapping, onClose }: { mapping: Mapping; onClose: () => void }) {
  const { t } = useTranslation();
  const { guess, profile, setProfile, error } = useMapping(mapping);
  return (
    <PlainDialog
      title={t('mapper.title', { name: mapping.name })}
      text={t('mapper.text')}
      look="wide mapper"
      onClose={onClose}
    >
      {error && <ErrorNote error={error} />}
      {guess && profile && (
        <Explained mapping={mapping} guess={guess} profile={profile} onChange={setProfile} onClose={onClose} />
      )}
    </PlainDialog>
  );
}

type ExplainedProps = {
  mapping: Mapping;
  guess: MapperGuess;
  profile: Profile;
  onChange: (profile: Profile) => void;
  onClose: () => void;
};

function Explained({ mapping, guess, profile, onChange, onClose }: ExplainedProps) {
  const { t } = useTranslation();
  const { say } = useIntake();
  const save = useCommand('profiles.save');
  // A date that reads both ways is decided by a person, never by us.
  const [dateDecided, setDateDecided] = useState(guess.undecidedDate === null);
  const taken = guess.rows.filter(({ read }) => read !== null).length;
  const onSave = async () => {
    const kept = await save.run(profile);
    if (!kept) return;
    onClose();
    await say(mapping.key, { profile: kept.name });
  };
  return (
    <>
      <div className="mapper-panes">
        <section className="mapper-pane" aria-labelledby="mapper-columns">
          <h3 id="mapper-columns">{t('mapper.columns')}</h3>
          <ColumnList guess={guess} profile={profile} onChange={onChange} />
        </section>
        <section className="mapper-pane" aria-labelledby="mapper-rows">
          <TableFacts
            profile={profile}
            undecided={guess.undecidedDate}
            proof={guess.dateProof}
            dateDecided={dateDecided}
            onChange={onChange}
            onDateDecided={() => setDateDecided(true)}
          />
          <h3 id="mapper-rows">{t('mapper.firstRows')}</h3>
          <ReadRows rows={guess.rows} />
        </section>
      </div>
      {save.error && <ErrorNote error={save.error} />}
      <DialogWays
        action={t('mapper.save')}
        ready={!save.busy && taken > 0 && dateDecided && profile.name.trim() !== ''}
        onAct={() => void onSave()}
      >
        <output className="muted mapper-taken">{t('mapper.taken', { count: taken, of: guess.rows.length })}</output>
      </DialogWays>
    </>
  );
}
