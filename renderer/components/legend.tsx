import { useTranslation } from 'react-i18next';
import { tones } from '#renderer/lib/slots.ts';

/** What the colours under a message's words mean. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="legend" aria-label={t('message.legend')}>
      {tones.map((tone) => (
        <li key={tone}>
          <i className={`read-${tone}`} />
          {t(`tone.${tone}`)}
        </li>
      ))}
    </ul>
  );
}
