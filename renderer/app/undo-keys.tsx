import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { stepWords } from '#renderer/lib/step-words.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { isCovered, isText, useKeys } from '#renderer/lib/use-keys.ts';

const shownFor = 6_000;

/** Ctrl+Z takes the newest step back, Ctrl+Shift+Z or Ctrl+Y does it again, anywhere but where one writes. */
export function UndoKeys() {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const undo = useCommand('history.undo');
  const redo = useCommand('history.redo');
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => setSaid(''), shownFor);
    return () => clearTimeout(timer);
  }, [said]);

  const step = async (again: boolean) => {
    undo.reset();
    redo.reset();
    const answer = await (again ? redo : undo).run({});
    if (answer) setSaid(t(again ? 'history.redid' : 'history.undid', { what: stepWords(t, answer.step, calendar) }));
  };
  useKeys((event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isText(event.target) || isCovered()) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (!undo.busy && !redo.busy) void step(key === 'y' || event.shiftKey);
  });
  const refused = undo.error ?? redo.error;
  const words = refused ? t(`errors.${refused.code}`) : said;
  return <output className={words ? 'undo-said' : 'hidden-visually'}>{words}</output>;
}
