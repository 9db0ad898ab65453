import { Ban, CheckCheck, CircleAlert, Clock, type LucideIcon, Search, Smartphone, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Payment } from '#contract/payment.ts';
import type { CounterAnswer, CounterVerdict } from '#contract/counter.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { Standing } from '#renderer/components/standing.tsx';
import { TakenBack } from '#renderer/components/taken-back.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { dateWords, instantWords, sentenceAmount } from '#renderer/lib/format.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { useAccountName } from '#renderer/lib/use-account-name.ts';

const signs: Record<CounterVerdict, { icon: LucideIcon; tone: 'good' | 'quiet' | 'warn' | 'danger' }> = {
  'not-income': { icon: Ban, tone: 'danger' },
  'already-used': { icon: Ban, tone: 'danger' },
  'taken-back': { icon: Undo2, tone: 'danger' },
  'part-taken-back': { icon: Undo2, tone: 'danger' },
  'amount-differs': { icon: CircleAlert, tone: 'danger' },
  'date-differs': { icon: CircleAlert, tone: 'warn' },
  'not-on-statement': { icon: CircleAlert, tone: 'danger' },
  disputed: { icon: CircleAlert, tone: 'danger' },
  'other-receipt': { icon: CircleAlert, tone: 'warn' },
  confirmed: { icon: CheckCheck, tone: 'good' },
  seen: { icon: Smartphone, tone: 'good' },
  'not-confirmed': { icon: Clock, tone: 'quiet' },
  'no-receipt': { icon: Search, tone: 'quiet' },
};

/** A name, a phone or an amount can be searched for; more is a text. */
const longestSearch = 60;
export const canBeSearched = (asked: string): boolean => asked !== '' && asked.length <= longestSearch;

type AnswerProps = { asked: string; answer: CounterAnswer; onLeave: () => void };

/** What the book knows of it, what to do next, and what that rests on. */
export function Answer({ asked, answer, onLeave }: AnswerProps) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const { verdict, found, at, receiptDate } = answer;
  const { icon, tone } = signs[verdict];
  return (
    <>
      <div className={`counter-verdict ${tone}`}>
        <Icon of={icon} />
        <div>
          <strong>{t(`counter.verdict.${verdict}`)}</strong>
          {t(`counter.next.${verdict}`)}
        </div>
      </div>
      {verdict === 'date-differs' && at !== null && receiptDate !== null && (
        <p>{t('counter.printed', { printed: dateWords(at, calendar), receipt: dateWords(receiptDate, calendar) })}</p>
      )}
      <ul className="counter-facts">
        {found.map((one) => (
          <Found key={one.payment.id} one={one} asked={answer.amount} onLeave={onLeave} />
        ))}
      </ul>
      {verdict === 'no-receipt' && canBeSearched(asked) && (
        <a href={hrefTo('payments', { search: asked })} onClick={onLeave}>
          {t('counter.search', { words: asked })}
        </a>
      )}
      {answer.unread && answer.receipt !== null && (
        <p>
          {t('counter.unread')}{' '}
          <a href={hrefTo('messages', { tab: 'book', search: answer.receipt })} onClick={onLeave}>
            {t('counter.seeUnread')}
          </a>
        </p>
      )}
      {found.length === 0 && verdict !== 'no-receipt' && <Reach coverage={answer.coverage} />}
    </>
  );
}

/** Which witnesses tell of it: a service's answer where neither message nor statement does. */
const toldBy = ({ messageAmount, statementAmount }: Payment) =>
  statementAmount === null
    ? messageAmount === null
      ? 'service'
      : 'message'
    : messageAmount === null
      ? 'statement'
      : 'both';

type FoundProps = { one: CounterAnswer['found'][number]; asked: number | null; onLeave: () => void };

function Found({ one: { payment, slip, differsBy, usedFor }, asked, onLeave }: FoundProps) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const when = payment.occurredAt === null ? '–' : instantWords(payment.occurredAt, calendar);
  const paid = sentenceAmount(Math.abs(payment.amount));
  return (
    <li className="counter-found">
      <p>
        <b>
          {t(payment.amount < 0 ? 'counter.sent' : 'counter.paid', {
            sum: paid,
            who: payment.party ?? t('counter.someone'),
            when,
          })}
        </b>{' '}
        <Standing of={payment.standing} />
      </p>
      <p>{t(`counter.told.${toldBy(payment)}`)}</p>
      <TakenBack payment={payment} />
      {slip && payment.receipt !== null && <p>{t('counter.slip', { receipt: payment.receipt })}</p>}
      {differsBy !== null && differsBy !== 0 && asked !== null && (
        <p className="amiss-text">
          {t('counter.differs', {
            asked: sentenceAmount(asked),
            paid,
            difference: sentenceAmount(Math.abs(differsBy)),
          })}
        </p>
      )}
      {usedFor?.sales.map((sale) => (
        <p key={sale.id} className="amiss-text">
          {t('counter.usedFor', {
            sale: t('counter.usedSale', {
              customer: sale.customer ?? t('counter.aSale'),
              sum: sentenceAmount(sale.amount),
              when: sale.at === null ? '–' : instantWords(sale.at, calendar),
            }),
          })}
        </p>
      ))}
      {payment.receipt !== null && (
        <a href={hrefTo('payments', { search: payment.receipt })} onClick={onLeave}>
          {t('counter.see')}
        </a>
      )}
    </li>
  );
}

/** How far each account's witnesses reach, so that nothing found can be understood. */
function Reach({ coverage }: Pick<CounterAnswer, 'coverage'>) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const accountName = useAccountName();
  return (
    <ul className="counter-facts" aria-label={t('counter.reach')}>
      {coverage.map(({ account, statementTo, messagesTo }) => (
        <li key={account.id}>
          {statementTo === null
            ? t('counter.noStatement', { account: accountName(account) })
            : t('counter.statementTo', {
                account: accountName(account),
                when: instantWords(statementTo, calendar),
              })}{' '}
          {messagesTo !== null && t('counter.messagesTo', { when: instantWords(messagesTo, calendar) })}
        </li>
      ))}
    </ul>
  );
}
