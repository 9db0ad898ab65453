import { useTranslation } from 'react-i18next';
import type { Pictures } from '#contract/pictures.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { count, plainAmount, shortDate } from '#renderer/lib/format.ts';
import { daysOf } from '#renderer/lib/months.ts';
import { hrefTo, type Params } from '#renderer/lib/route.ts';
import { Picture } from './picture.tsx';

type HoursProps = { month: string; hours: Pictures['hours']; of: Params };

const shades = 5;
/** The shop's day where fewer hours have payments. */
const [opens, closes] = [7, 20];

/** A month as a strip: a column a day, a row an hour, the stronger the colour the more payments. The number stands in the mark. */
export function Hours({ month, hours, of }: HoursProps) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const hrefOf = (date: string, hour: number) =>
    hrefTo('payments', { ...of, from: date, to: date, hour: String(hour) });
  const words = (hour: number) => t('pictures.hourLabel', { from: hour, to: hour + 1 });
  return (
    <Picture
      title={t('pictures.hours')}
      note={t('pictures.hoursNote')}
      nothing={t('pictures.nothing')}
      heads={[t('pictures.day'), t('pictures.count'), t('pictures.in'), t('pictures.out')]}
      rows={hours.map((one) => ({
        key: `${one.date}-${one.hour}`,
        href: hrefOf(one.date, one.hour),
        cells: [
          `${shortDate(one.date, calendar)}, ${words(one.hour)}`,
          count(one.count),
          plainAmount(one.in),
          plainAmount(one.out),
        ],
      }))}
    >
      <Strip month={month} hours={hours} hrefOf={hrefOf} />
    </Picture>
  );
}

type StripProps = { month: string; hours: Pictures['hours']; hrefOf: (date: string, hour: number) => string };

function Strip({ month, hours, hrefOf }: StripProps) {
  const { t } = useTranslation();
  const days = daysOf(month);
  const most = Math.max(1, ...hours.map((one) => one.count));
  const found = new Map(hours.map((one) => [`${one.date} ${one.hour}`, one.count]));
  const first = Math.min(opens, ...hours.map(({ hour }) => hour));
  const last = Math.max(closes, ...hours.map(({ hour }) => hour));
  return (
    <table className="heat">
      <thead>
        <tr>
          <th>{t('pictures.hour')}</th>
          {days.map((date) => (
            <th key={date}>{Number(date.slice(8))}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: last - first + 1 }, (_, at) => first + at).map((hour) => (
          <tr key={hour}>
            <th>{hour}</th>
            {days.map((date) => (
              <td key={date}>
                <Mark many={found.get(`${date} ${hour}`) ?? 0} most={most} href={hrefOf(date, hour)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mark({ many, most, href }: { many: number; most: number; href: string }) {
  if (many === 0) return null;
  return (
    <a className={`heat-mark shade-${Math.ceil((many / most) * shades)}`} href={href} tabIndex={-1}>
      {count(many)}
    </a>
  );
}
