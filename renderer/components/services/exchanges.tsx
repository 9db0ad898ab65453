import { useTranslation } from 'react-i18next';
import type { Exchange } from '#contract/provider-answer.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { count, tableInstant } from '#renderer/lib/format.ts';

/** What was asked and what was answered, word for word; keys have been taken out before it was kept. */
export function Exchanges({ exchanges }: { exchanges: readonly Exchange[] }) {
  const { t } = useTranslation();
  if (exchanges.length === 0) return null;
  return (
    <section>
      <h2>{t('links.exchange.title')}</h2>
      <p className="muted small">{t('links.exchange.redacted')}</p>
      {exchanges.map((exchange, index) => (
        <OneExchange key={`${exchange.at}-${index}`} exchange={exchange} />
      ))}
    </section>
  );
}

function OneExchange({ exchange }: { exchange: Exchange }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { at, tookMs, method, url, requestHeaders, requestBody, status, answer, failure } = exchange;
  const headers = Object.entries(requestHeaders).map(([name, value]) => `${name}: ${value}`);
  const asked = [`${method} ${url}`, ...headers, ...(requestBody === null ? [] : ['', requestBody])];
  return (
    <details className="exchange">
      <summary>
        {tableInstant(at, calendar)}
        <span className="muted"> · {[status ?? t('links.exchange.noStatus'), `${count(tookMs)} ms`].join(' · ')}</span>
      </summary>
      {failure !== null && <p>{t(`links.failure.${failure}`)}</p>}
      <h3>{t('links.exchange.asked')}</h3>
      <pre>{asked.join('\n')}</pre>
      <h3>{t('links.exchange.answered')}</h3>
      {answer === null ? <p className="muted">{t('links.exchange.nothing')}</p> : <pre>{answer}</pre>}
    </details>
  );
}
