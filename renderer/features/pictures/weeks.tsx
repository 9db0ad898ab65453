import { useTranslation } from 'react-i18next';
import type { Pictures } from '#contract/pictures.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { count, inThousands, minus, periodWords, plainAmount, shortDate } from '#renderer/lib/format.ts';
import { hrefTo, type Params } from '#renderer/lib/route.ts';
import { Picture } from './picture.tsx';

type Weeks = Pictures['weeks'];

/** Money in stands on the line, money out hangs from it, a bar a week on one scale. */
export function InAndOut({ weeks, of }: { weeks: Weeks; of: Params }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const most = Math.max(1, ...weeks.map((week) => week.in)) + Math.max(0, ...weeks.map((week) => week.out));
  const share = (cents: number) => ({ height: `${(cents / most) * 100}%` });
  const line = (Math.max(1, ...weeks.map((week) => week.in)) / most) * 100;
  const filled = weeks.filter((week) => week.count > 0);
  // Only the largest and the newest are labelled: the others are read off by eye, or in the table.
  const labelled = new Set([
    filled.at(-1),
    filled.toSorted((a, b) => b.in - a.in)[0],
    filled.toSorted((a, b) => b.out - a.out)[0],
  ]);
  return (
    <Picture
      title={t('pictures.weeks')}
      note={t('pictures.weeksNote')}
      nothing={t('pictures.nothing')}
      heads={[t('pictures.week'), t('pictures.count'), t('pictures.in'), t('pictures.out')]}
      rows={filled.map((week) => ({
        key: week.from,
        href: hrefTo('payments', { ...of, from: week.from, to: week.to }),
        cells: [weekWords(week, calendar), count(week.count), plainAmount(week.in), plainAmount(week.out)],
      }))}
    >
      <ol className="week-bars">
        {weeks.map((week) => (
          <li key={week.from}>
            <a href={hrefTo('payments', { ...of, from: week.from, to: week.to })} tabIndex={-1}>
              <span className="week-in" style={{ height: `${line}%` }}>
                {labelled.has(week) && week.in > 0 && <span className="week-label">+{inThousands(week.in)}</span>}
                <span className="week-fill" style={{ height: `${(week.in / most / (line / 100)) * 100}%` }} />
              </span>
              <span className="week-fill out" style={share(week.out)} />
              {labelled.has(week) && week.out > 0 && (
                <span className="week-label">{minus + inThousands(week.out)}</span>
              )}
            </a>
            <span className="week-name">{shortDate(week.from, calendar)}</span>
          </li>
        ))}
      </ol>
    </Picture>
  );
}

const parts = ['settled', 'proved', 'confirmed', 'seen'] as const;

/** Of each week's payments, how many are settled, proved, confirmed and seen: one column is all of them. */
export function Share({ weeks, of }: { weeks: Weeks; of: Params }) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const filled = weeks.filter((week) => week.count > 0);
  const counted = (week: Weeks[number], name: string) =>
    week.standings.find(({ standing }) => standing === name)?.count ?? 0;
  const others = (week: Weeks[number]) => week.count - parts.reduce((sum, name) => sum + counted(week, name), 0);
  const hrefOf = (week: Weeks[number], standing: string) =>
    hrefTo('payments', { ...of, from: week.from, to: week.to, standing });
  return (
    <Picture
      title={t('pictures.share')}
      note={t('pictures.shareNote')}
      nothing={t('pictures.nothing')}
      heads={[t('pictures.week'), ...parts.map((name) => t(`standing.${name}`)), t('pictures.others')]}
      rows={filled.map((week) => ({
        key: week.from,
        href: hrefOf(week, ''),
        cells: [weekWords(week, calendar), ...parts.map((name) => count(counted(week, name))), count(others(week))],
      }))}
    >
      <ol className="share-bars">
        {weeks.map((week) => (
          <li key={week.from}>
            <span className="share-column">
              {parts.map((name) => (
                <Part
                  key={name}
                  name={name}
                  words={`${t(`standing.${name}`)} ${count(counted(week, name))}`}
                  many={counted(week, name)}
                  href={hrefOf(week, name)}
                />
              ))}
              <Part
                name="others"
                words={`${t('pictures.others')} ${count(others(week))}`}
                many={others(week)}
                href={hrefOf(week, '')}
              />
            </span>
            <span className="week-name">{shortDate(week.from, calendar)}</span>
          </li>
        ))}
      </ol>
    </Picture>
  );
}

type PartProps = { name: string; words: string; many: number; href: string };

function Part({ name, words, many, href }: PartProps) {
  return (
    <a className={`share-part ${name}`} href={href} title={words} tabIndex={-1} style={{ flexGrow: many }}>
      <span className="hidden-visually">{words}</span>
    </a>
  );
}

/** Both ends are days, which `periodWords` takes as instants. */
const weekWords = ({ from, to }: Weeks[number], calendar: Parameters<typeof periodWords>[2]) =>
  periodWords(`${from}T00:00:00+03:00`, `${to}T23:59:59+03:00`, calendar);
