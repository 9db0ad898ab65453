import { useTranslation } from 'react-i18next';
import type { CoverageDay } from '#contract/proof.ts';
import { Icon } from '#renderer/components/icon.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { dateWords, sentenceAmount } from '#renderer/lib/format.ts';
import { monthWords, weeksOf } from '#renderer/lib/months.ts';
import { hrefTo } from '#renderer/lib/route.ts';
import { dayIcons } from './day-icons.ts';
import { type DayKind, dayKind } from './day-kind.ts';

type CoverageMonthProps = { account: number; month: string; days: readonly CoverageDay[] };

const tones: Record<DayKind, string> = {
  proved: 'good',
  statement: 'good',
  part: 'warn',
  break: 'danger',
  messages: 'quiet',
  quiet: 'quiet',
  nothing: 'quiet',
};

/** A month as a wall calendar; each day opens its payments. */
export function CoverageMonth({ account, month, days }: CoverageMonthProps) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const byDate = new Map(days.map((day) => [day.date, day]));
  // The calendar's names begin with Sunday, its weeks with Monday.
  const weekdays = [...calendar.weekdays.slice(1), calendar.weekdays[0]];
  return (
    <table className="coverage">
      <caption className="hidden-visually">{t('coverage.days', { month: monthWords(month, calendar) })}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, index) => (
          <tr key={`${month}-${week.find((date) => date !== null) ?? index}`}>
            {week.map((date, weekday) => {
              const day = date === null ? undefined : byDate.get(date);
              return (
                <td key={weekdays[weekday]}>
                  {day ? <Day account={account} day={day} /> : date !== null && <Unknown date={date} />}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const dayOf = (date: string) => Number(date.slice(8));

function Unknown({ date }: { date: string }) {
  return <div className="coverage-day nothing muted">{dayOf(date)}</div>;
}

function Day({ account, day }: { account: number; day: CoverageDay }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const kind = dayKind(day);
  const { date, messages, statementRows, open } = day;
  return (
    <a
      className={`coverage-day ${kind}`}
      href={hrefTo('payments', { account: String(account), from: date, to: date })}
      aria-label={[
        dateWords(date, calendar),
        t(`coverage.kind.${kind}`),
        t('coverage.messages', { count: messages }),
        t('coverage.rows', { count: statementRows }),
        t('today.dayLabel', { in: sentenceAmount(day.in), out: sentenceAmount(day.out) }).replace(/^: /, ''),
      ].join(', ')}
    >
      <b>{dayOf(date)}</b>
      <span className={`standing ${tones[kind]}`}>
        <Icon of={dayIcons[kind]} />
        {t(`coverage.kind.${kind}`)}
      </span>
      <span className="small">
        {messages > 0 && t('coverage.messages', { count: messages })}
        {open.count > 0 && <b className="amiss-text"> {t('coverage.open', { count: open.count })}</b>}
      </span>
    </a>
  );
}
