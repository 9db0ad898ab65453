import { useTranslation } from 'react-i18next';
import type { DayBalance } from '#contract/pictures.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { inThousands, minus, plainAmount, sentenceAmount, shortDate } from '#renderer/lib/format.ts';
import { daysOf } from '#renderer/lib/months.ts';
import { hrefTo, type Params } from '#renderer/lib/route.ts';
import { Picture } from './picture.tsx';

type Balances = readonly DayBalance[];
type BalanceProps = { month: string; balances: Balances; of: Params };

/** The drawing's own units, about a pixel each; its days stand under those of the hours, behind a column of words. */
const [wide, high, margin] = [1_134, 180, 16];

/** The last balance of each day as a line; where balances stop adding up it is broken and says by how much. */
export function BalanceLine({ month, balances, of }: BalanceProps) {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const source = t(balances[0]?.source === 'sms' ? 'pictures.fromSms' : 'pictures.fromStatement');
  const hrefOf = (date: string) => hrefTo('payments', { ...of, from: date, to: date });
  return (
    <Picture
      title={t('pictures.balance')}
      note={t('pictures.balanceNote', { source })}
      nothing={t(of['account'] === undefined ? 'pictures.oneAccount' : 'pictures.noBalance')}
      heads={[t('pictures.day'), t('pictures.closing'), t('pictures.proof')]}
      rows={balances.map(({ date, balance, gap }) => ({
        key: date,
        href: hrefOf(date),
        cells: [
          shortDate(date, calendar),
          plainAmount(balance),
          gap === 0 ? t('pictures.holds') : t('pictures.breaks', { sum: sentenceAmount(gap) }),
        ],
      }))}
    >
      <Line month={month} balances={balances} hrefOf={hrefOf} />
    </Picture>
  );
}

function Line({ month, balances, hrefOf }: Omit<BalanceProps, 'of'> & { hrefOf: (date: string) => string }) {
  const days = daysOf(month);
  const cents = balances.map(({ balance }) => balance);
  const [least, most] = [Math.min(0, ...cents), Math.max(1, ...cents)];
  const x = (date: string) => ((days.indexOf(date) + 1.5) / (days.length + 1)) * wide;
  const y = (balance: number) => high - margin - ((balance - least) / (most - least)) * (high - 3 * margin);
  const labelled = new Set([balances.at(-1), balances.find(({ balance }) => balance === most)]);
  return (
    <svg className="balance-line" viewBox={`0 0 ${wide} ${high}`}>
      <line className="balance-zero" x1={0} x2={wide} y1={y(0)} y2={y(0)} />
      {stretchesOf(balances).map((stretch) => (
        <polyline
          key={stretch[0]!.date}
          points={stretch.map(({ date, balance }) => `${x(date)},${y(balance)}`).join(' ')}
        />
      ))}
      {balances.map((day) => (
        <a key={day.date} href={hrefOf(day.date)} tabIndex={-1}>
          <circle className={day.gap === 0 ? 'point' : 'point break'} cx={x(day.date)} cy={y(day.balance)} r={5} />
          {day.gap !== 0 && (
            <text className="break" x={x(day.date)} y={y(day.balance) - 10}>
              ! {inThousands(day.gap)}
            </text>
          )}
          {day.gap === 0 && labelled.has(day) && (
            <text x={x(day.date)} y={y(day.balance) - 10}>
              {day.balance < 0 && minus}
              {inThousands(day.balance)}
            </text>
          )}
        </a>
      ))}
    </svg>
  );
}

/** The days between two breaks: the line is not drawn across one. */
function stretchesOf(balances: Balances): DayBalance[][] {
  const stretches: DayBalance[][] = [];
  for (const day of balances) {
    if (day.gap !== 0 || stretches.length === 0) stretches.push([day]);
    else stretches.at(-1)!.push(day);
  }
  return stretches;
}
