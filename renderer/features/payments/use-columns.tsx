import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Payment, PaymentSort } from '#contract/payment.ts';
import { Amount } from '#renderer/components/amount.tsx';
import { Standing } from '#renderer/components/standing.tsx';
import type { Column } from '#renderer/components/table-columns.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { bareAmount, bareInstant, shortInstant, tableInstant } from '#renderer/lib/format.ts';
import { useMedia } from '#renderer/lib/use-media.ts';

type PaymentColumn = Column<Payment, PaymentSort['by']>;

/** What is left out, the less room the more. A payment without a name is then named by its kind. */
const leftOut = {
  roomy: [],
  cramped: ['kind'],
  narrow: ['kind', 'receipt'],
  least: ['kind', 'receipt', 'when'],
} as const;

/** The columns of payments; `narrow` where a story stands beside them. */
export function useColumns(narrow: boolean): PaymentColumn[] {
  const { t } = useTranslation();
  const calendar = useCalendar();
  const cramped = useMedia('(max-width: 1200px)');
  return useMemo(() => {
    const when = narrow ? shortInstant : tableInstant;
    // Room for millions, and where there is room for that, for hundreds of them.
    const amounts = cramped ? '120px' : '136px';
    const left: readonly string[] = leftOut[narrow ? (cramped ? 'least' : 'narrow') : cramped ? 'cramped' : 'roomy'];
    const kindShown = !left.includes('kind');
    const all: PaymentColumn[] = [
      {
        id: 'standing',
        head: t('column.standing'),
        width: narrow || cramped ? 'minmax(152px, 1fr)' : '216px',
        sort: 'standing',
        cell: (payment) => <Sign payment={payment} />,
        text: ({ standing, exception }) => [t(`standing.${standing}`), exceptionOf(t, exception)].join(' ').trim(),
      },
      {
        id: 'when',
        head: t('column.when'),
        width: narrow ? '104px' : '136px',
        sort: 'occurredAt',
        cell: ({ occurredAt }) => (occurredAt === null ? '–' : when(occurredAt, calendar)),
        text: ({ occurredAt }) => (occurredAt === null ? '' : bareInstant(occurredAt)),
      },
      {
        id: 'who',
        head: t('column.who'),
        width: 'minmax(96px, 1.2fr)',
        sort: 'party',
        cell: (payment) => whoOf(payment, kindShown ? '–' : t(`kind.${payment.kind}`)),
        text: (payment) => [payment.party, ...moreOf(payment)].filter(Boolean).join(' '),
      },
      {
        id: 'kind',
        head: t('column.kind'),
        width: 'minmax(96px, 1fr)',
        cell: ({ kind }) => t(`kind.${kind}`),
        text: ({ kind }) => t(`kind.${kind}`),
      },
      {
        id: 'receipt',
        head: t('column.receipt'),
        width: '112px',
        sort: 'receipt',
        cell: ({ receipt }) => receipt ?? '–',
        text: ({ receipt }) => receipt ?? '',
      },
      amountColumn('message', t('column.message'), amounts, (payment) => payment.messageAmount),
      amountColumn('statement', t('column.statement'), amounts, (payment) => payment.statementAmount),
    ];
    return all.filter(({ id }) => !left.includes(id));
  }, [t, calendar, narrow, cramped]);
}

function amountColumn(id: string, head: string, width: string, of: (payment: Payment) => number | null): PaymentColumn {
  return {
    id,
    head,
    width,
    figure: true,
    sort: 'amount',
    cell: (payment) => <Amount cents={of(payment)} />,
    text: (payment) => bareAmount(of(payment)),
  };
}

const exceptionOf = (t: TFunction, exception: Payment['exception']) =>
  exception === null ? '' : t(`exceptionShort.${exception}`);

/** The standing, and beside it what does not agree. */
function Sign({ payment: { standing, exception } }: { payment: Payment }) {
  const { t } = useTranslation();
  return (
    <>
      <Standing of={standing} />
      {exception && <span className="amiss">{exceptionOf(t, exception)}</span>}
    </>
  );
}

const moreOf = ({ phone, accountRef }: Payment) => [phone, accountRef].filter((one) => one !== null && one !== '');

function whoOf(payment: Payment, nameless: string) {
  const more = moreOf(payment).join(' · ');
  return (
    <>
      {payment.party ?? (more ? '' : nameless)} {more && <span className="muted">{more}</span>}
    </>
  );
}
