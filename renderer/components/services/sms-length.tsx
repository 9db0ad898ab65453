import { useTranslation } from 'react-i18next';
import { useDebounced } from '#renderer/lib/use-debounced.ts';
import { useQuery } from '#renderer/lib/use-query.ts';

/** How long a text is as an SMS, and as how many messages it is paid. */
export function SmsLength({ text, numbers }: { text: string; numbers: number }) {
  const { t } = useTranslation();
  const rested = useDebounced(text, 150);
  const { data } = useQuery('sms.measure', { text: rested });
  if (!data) return <p className="muted small">&nbsp;</p>;
  const { alphabet, units, parts, left } = data;
  return (
    <output className="muted small">
      {t('links.sms.parts', { count: parts })} {t('links.sms.length', { units, left, alphabet })}
      {numbers > 1 && ` ${t('links.sms.paid', { count: parts * numbers, numbers })}`}
    </output>
  );
}
