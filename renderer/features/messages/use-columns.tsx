import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message, MessageSort } from '#contract/message.ts';
import { Amount } from '#renderer/components/amount.tsx';
import type { Column } from '#renderer/components/table-columns.ts';
import { useCalendar } from '#renderer/i18n/use-calendar.ts';
import { bareAmount, bareInstant, tableInstant } from '#renderer/lib/format.ts';
import { OutcomeSign } from './reading-card.tsx';

type MessageColumn = Column<Message, MessageSort['by']>;

/** The columns of messages; `narrow` where one of them is read beside the list. */
export function useColumns(narrow: boolean): MessageColumn[] {
  const { t } = useTranslation();
  const calendar = useCalendar();
  return useMemo(() => {
    const all: MessageColumn[] = [
      {
        id: 'outcome',
        head: t('messages.outcome'),
        width: '130px',
        sort: 'outcome',
        cell: ({ outcome }) => <OutcomeSign of={outcome} />,
        text: ({ outcome }) => t(`outcome.${outcome}`),
      },
      {
        id: 'when',
        head: t('column.when'),
        width: '150px',
        sort: 'when',
        cell: (message) => instantOf(message, (at) => tableInstant(at, calendar), '–'),
        text: (message) => instantOf(message, bareInstant, ''),
      },
      {
        id: 'who',
        head: t('column.who'),
        width: 'minmax(130px, 1fr)',
        sort: 'party',
        cell: ({ party }) => party ?? '–',
        text: ({ party }) => party ?? '',
      },
      {
        id: 'amount',
        head: t('column.amount'),
        width: '120px',
        figure: true,
        sort: 'amount',
        cell: (message) => <Amount cents={signed(message)} />,
        text: (message) => bareAmount(signed(message)),
      },
      {
        id: 'text',
        head: t('column.text'),
        width: 'minmax(200px, 2fr)',
        cell: ({ text }) => <span className="muted">{text}</span>,
        text: ({ text }) => text,
      },
    ];
    return narrow ? all.filter(({ id }) => id !== 'text') : all;
  }, [t, calendar, narrow]);
}

/** When it says that it happened; where it says nothing, when the phone had it. */
function instantOf({ occurredAt, receivedAt }: Message, say: (instant: string) => string, silent: string): string {
  const at = occurredAt ?? receivedAt;
  return at === null ? silent : say(at);
}

const signed = ({ amount, direction }: Message) => (amount !== null && direction === 'out' ? -amount : amount);
