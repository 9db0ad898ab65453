import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportDone } from '#contract/import.ts';
import type { Outcome } from '#parser/reading.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Legend } from '#renderer/components/legend.tsx';
import { Refused } from '#renderer/lib/call.ts';
import { useDraft } from '#renderer/lib/draft.tsx';
import { count } from '#renderer/lib/format.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { OutcomeChips } from './outcome-chips.tsx';
import { ReadingList } from './reading-list.tsx';
import { SavedNote } from './saved-note.tsx';
import { tallyOf, useReadings } from './use-readings.ts';
import { useTyped } from './use-typed.ts';

/** Paste, see at once what was read, save. Nothing is stored before Save. */
export function PasteBox() {
  const { t } = useTranslation();
  const [text, setText] = useDraft();
  // Reading gives way to typing: a long paste must not hold up the next key.
  const settled = useDeferredValue(text);
  const { reads, total } = useReadings(settled);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [saved, setSaved] = useState<ImportDone | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const save = useCommand('imports.run');
  const error = save.error ?? refused;
  const tally = useMemo(() => tallyOf(reads), [reads]);
  const shown = useMemo(
    () => (outcome === null ? reads : reads.filter(({ reading }) => reading.outcome === outcome)),
    [reads, outcome],
  );

  const { field, waiting, onInput, clear: clearField } = useTyped(text, setText);
  const begin = () => {
    setSaved(null);
    setRefused(null);
    if (save.error) save.reset();
  };
  const clear = () => {
    clearField();
    begin();
  };
  const onSave = async () => {
    // What a person pastes and saves once more is wanted, even if it was undone before.
    const done = await save.run({ sources: [{ text, again: true }] });
    const first = done?.files[0];
    if (!first) return;
    if (!first.ok) return setRefused(new Refused(first.code, first.message));
    clear();
    setOutcome(null);
    setSaved(first.report);
  };

  return (
    <div className={total > 0 ? 'paste full' : 'paste'}>
      <label className="hidden-visually" htmlFor="paste">
        {t('messages.pasteLabel')}
      </label>
      <textarea
        ref={field}
        id="paste"
        className="field paste-field"
        spellCheck={false}
        autoComplete="off"
        placeholder={t('messages.pasteHint')}
        defaultValue={text}
        onInput={() => {
          onInput();
          begin();
        }}
      />
      {error && <ErrorNote error={error} />}
      {saved && <SavedNote done={saved} onClose={() => setSaved(null)} />}
      {total > 0 && (
        <>
          <div className="paste-bar">
            <OutcomeChips tally={tally} chosen={outcome} onChoose={setOutcome} />
            <Legend />
            <span className="push muted small">{t('messages.notStored')}</span>
            <button type="button" className="button" onClick={clear}>
              {t('messages.clear')}
            </button>
            <button
              type="button"
              className="button primary"
              disabled={save.busy || waiting || reads.length < total || settled !== text}
              onClick={() => void onSave()}
            >
              {t(save.busy ? 'messages.saving' : 'messages.save', { count: total, messages: count(total) })}
            </button>
          </div>
          <ReadingList reads={shown} />
        </>
      )}
    </div>
  );
}
