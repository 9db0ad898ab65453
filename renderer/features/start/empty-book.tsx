import { ChevronRight, ClipboardPaste, FolderInput, Store } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '#renderer/components/brand-mark.tsx';
import { ChooseFiles } from '#renderer/components/choose-files.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Icon } from '#renderer/components/icon.tsx';
import { go, hrefTo } from '#renderer/lib/route.ts';
import { useCommand } from '#renderer/lib/use-command.ts';

/** The first start: three ways in, and nothing that competes with them. */
export function EmptyBook() {
  const { t } = useTranslation();
  const sample = useCommand('sample.load');
  return (
    <div className="empty-book">
      <BrandMark size={44} />
      <h1>{t('start.title')}</h1>
      <p className="muted">{t('start.text')}</p>
      <ul className="offers">
        <li>
          <a className="offer" href={hrefTo('messages')}>
            <Words icon={ClipboardPaste} title={t('start.paste')} text={t('start.pasteText')} />
          </a>
        </li>
        <li>
          <ChooseFiles className="offer" onChosen={() => go('statements')}>
            <Words icon={FolderInput} title={t('start.import')} text={t('start.importText')} />
          </ChooseFiles>
        </li>
        <li>
          <button type="button" className="offer" disabled={sample.busy} onClick={() => void sample.run({})}>
            <Words
              icon={Store}
              title={t('start.sample')}
              text={t(sample.busy ? 'start.sampleBusy' : 'start.sampleText')}
            />
          </button>
        </li>
      </ul>
      {sample.error && <ErrorNote error={sample.error} />}
      <p className="small muted">{t('start.private')}</p>
    </div>
  );
}

function Words({ icon, title, text }: { icon: LucideIcon; title: string; text: string }) {
  return (
    <>
      <Icon of={icon} />
      <span className="offer-words">
        <span className="offer-title">{title}</span>
        <span className="muted">{text}</span>
      </span>
      <Icon of={ChevronRight} className="offer-way" />
    </>
  );
}
