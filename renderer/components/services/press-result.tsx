import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { MoveSign } from './signs.tsx';

type PressResultProps = { pressed: Output<'moves.press'>; onBack: () => void; onClose: () => void };

/** What became of a press. An unknown outcome says so, and offers no second press. */
export function PressResult({ pressed, onBack, onClose }: PressResultProps) {
  const { t } = useTranslation();
  if (!pressed.ok) {
    return (
      <div className="dialog-form">
        <p role="alert">{t(`links.declined.${pressed.declined}`)}</p>
        <footer className="dialog-ways">
          <button type="button" className="button" onClick={onBack}>
            {t('links.order.back')}
          </button>
        </footer>
      </div>
    );
  }
  const { id, state, reason, failure } = pressed.record;
  return (
    <div className="dialog-form">
      <output>
        <MoveSign state={state} />
        <p>{t(`links.moveStateText.${state}`)}</p>
        {reason !== null && <p className="muted">{t('links.order.serviceSays', { reason })}</p>}
        {failure !== null && <p className="muted">{t(`links.failure.${failure}`)}</p>}
      </output>
      <footer className="dialog-ways">
        <a className="button" href={hrefTo('links', { tab: 'orders', order: id })}>
          {t('links.order.see')}
        </a>
        <button type="button" className="button primary" onClick={onClose}>
          {t('common.close')}
        </button>
      </footer>
    </div>
  );
}
