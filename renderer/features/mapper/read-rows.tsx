import { useTranslation } from 'react-i18next';
import type { MappedRow } from '#contract/mapper.ts';
import { Amount } from '#renderer/components/amount.tsx';
import { HeadLine } from '#renderer/components/head-line.tsx';
import { Reason } from '#renderer/components/reason.tsx';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { dateWords, tableInstant } from '#renderer/lib/format.ts';

/** The first rows as they would be read, each not taken with its reason. */
export function ReadRows({ rows }: { rows: readonly MappedRow[] }) {
  const { t } = useTranslation();
  return (
    // Wider than its pane, so a keyboard must reach it to scroll.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="mapper-rows" tabIndex={0} aria-labelledby="mapper-rows">
      <table>
        <HeadLine
          of={[
            { figure: t('column.row') },
            t('mapper.when'),
            { figure: t('mapper.amount') },
            t('mapper.receipt'),
            t('mapper.who'),
            t('mapper.reference'),
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <ReadRow key={row.row} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ReadRow({ row: { row, read, reason } }: { row: MappedRow }) {
  const calendar = useCalendar();
  if (!read) {
    return (
      <tr>
        <td className="figure">{row}</td>
        <td colSpan={5} className="mapper-why">
          <Reason text={reason ?? ''} />
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td className="figure">{row}</td>
      <td>{read.at === null ? '–' : (atMidnight(read.at) ? dateWords : tableInstant)(read.at, calendar)}</td>
      <td className="figure">
        <Amount cents={read.amount} />
      </td>
      <td>{read.receipt ?? '–'}</td>
      <td>{read.party ?? '–'}</td>
      <td>{read.reference ?? '–'}</td>
    </tr>
  );
}

/** A row without a time of day stands at its day's beginning. */
const atMidnight = (instant: string) => instant.includes('T00:00');
