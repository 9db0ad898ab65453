import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Witness } from '#contract/payment.ts';
import { parseMessage } from '#parser/parse.ts';
import { Amount, PlainAmount } from '#renderer/components/amount.tsx';
import { HighlightedText } from '#renderer/components/highlighted-text.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { tableInstant } from '#renderer/lib/format.ts';

/** Message and statement side by side, each with the very words it was read from. */
export function Witnesses({ witnesses }: { witnesses: readonly Witness[] }) {
  const { t } = useTranslation();
  const sides = [
    [t('story.message'), witnesses.filter(({ source }) => source === 'sms'), t('story.noMessage')],
    [t('story.statement'), witnesses.filter(({ source }) => source === 'statement'), t('story.noStatement')],
  ] as const;
  const service = witnesses.filter(({ source }) => source === 'lookup' || source === 'callback');
  return (
    <section>
      <h2>{t('story.witnesses')}</h2>
      <div className="witnesses">
        {sides.map(([title, told, none]) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            {told.length === 0 && <p className="muted">{none}</p>}
            {told.map((witness) => (
              <Facts key={`${witness.importId}-${witness.row}-${witness.kind}`} witness={witness} />
            ))}
          </section>
        ))}
        {service.length > 0 && (
          <section className="witness-service" aria-label={t('links.story.witness')}>
            <h3>{t('links.story.witness')}</h3>
            {service.map((witness) => (
              <Facts key={`${witness.importId}-${witness.row}-${witness.kind}`} witness={witness} />
            ))}
          </section>
        )}
      </div>
      {witnesses.map((witness) => (
        <Original key={`${witness.importId}-${witness.row}-${witness.kind}`} witness={witness} />
      ))}
    </section>
  );
}

function Facts({ witness }: { witness: Witness }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { amount, fee, balanceAfter, occurredAt } = witness;
  return (
    <dl className="witness-facts">
      <Fact name={t('slot.amount')}>
        <Amount cents={amount} />
      </Fact>
      {fee !== null && fee !== 0 && (
        <Fact name={t('slot.fee')}>
          <PlainAmount cents={fee} />
        </Fact>
      )}
      <Fact name={t('column.when')}>{occurredAt === null ? '–' : tableInstant(occurredAt, calendar)}</Fact>
      {balanceAfter !== null && (
        <Fact name={t('slot.balance')}>
          <PlainAmount cents={balanceAfter} />
        </Fact>
      )}
      <Fact name={t('column.kind')}>{t(`kind.${witness.kind}`)}</Fact>
      {witness.party !== null && <Fact name={t('slot.name')}>{witness.party}</Fact>}
      {witness.phone !== null && <Fact name={t('slot.phone')}>{witness.phone}</Fact>}
      {witness.accountRef !== null && <Fact name={t('slot.account')}>{witness.accountRef}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="muted small">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Original({ witness }: { witness: Witness }) {
  const { t } = useTranslation();
  const { source, original, file, row } = witness;
  const reading = useMemo(() => (source === 'sms' ? parseMessage(original) : null), [source, original]);
  return (
    <figure className="original">
      <figcaption className="muted small">{t('story.from', { file, row })}</figcaption>
      {reading ? <HighlightedText text={original} reading={reading} /> : <p className="message-text">{original}</p>}
    </figure>
  );
}
