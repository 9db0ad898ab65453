import type { CounterAnswer, CounterVerdict } from '#contract/counter.ts';
import { readCents } from '#parser/money.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { openToRead } from '../open-to-read.ts';
import { BOOK_HELP, bookOptions, bookPath, noMore, readWords } from '../options.ts';
import { dateAndTime, harmless, money } from '../print.ts';

const help = `risiti check RECEIPT [AMOUNT] [--book PATH] [--json]

Says whether a receipt that a customer shows is in the book, by what it is confirmed, and what speaks against it. The
whole message may be given in place of the receipt, between quotation marks.

${BOOK_HELP}
Exit code 0: it is there and nothing speaks against it. 1: look again before the goods go. 2: no such book.
`;

export const check: Command = { name: 'check', summary: 'look a receipt up at the counter', help, run };

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, bookOptions);
  const [text, amount, ...rest] = positionals;
  noMore(rest);
  if (text === undefined) throw new UsageError('Say which receipt: risiti check RECEIPT [AMOUNT].');
  const amountCents = amount === undefined ? null : centsOf(amount);
  const book = await openToRead(bookPath(values.book, terminal), terminal);
  try {
    const found = await book.ask('counter.check', { text, amountCents });
    terminal.stdout.write(values.json ? `${JSON.stringify(found)}\n` : textOf(found));
    return found.verdict === 'confirmed' || found.verdict === 'seen' ? 0 : 1;
  } finally {
    await book.close();
  }
}

function centsOf(amount: string): number {
  const cents = readCents(amount);
  if (cents === null || cents <= 0) throw new UsageError(`“${amount}” is no amount: write it like 1250 or 1250.50.`);
  return cents;
}

const verdicts: Readonly<Record<CounterVerdict, string>> = {
  'not-income': 'No payment of a customer: money that left, a loan, or our own money moving.',
  'already-used': 'It has paid another sale already.',
  'taken-back': 'The money was taken back.',
  'part-taken-back': 'Part of the money was taken back.',
  'amount-differs': 'The amount is another one.',
  'date-differs': 'The day is another one.',
  'not-on-statement': 'The statement covers that time and does not have it.',
  disputed: 'Its witnesses contradict one another.',
  'other-receipt': 'Not this receipt, but one that is a slip of the hand away.',
  confirmed: 'Confirmed: a statement or the provider tells it.',
  seen: 'In our own messages; no statement covers it yet.',
  'not-confirmed': 'Not confirmed yet: nothing in the book tells it.',
  'no-receipt': 'There is no receipt in this.',
};

function textOf({ verdict, receipt, found, coverage }: CounterAnswer): string {
  const lines = found.map(({ payment }) => {
    const at = payment.occurredAt === null ? '' : `, ${dateAndTime(payment.occurredAt)}`;
    const back = payment.takenBack === 0 ? '' : ` (${money(payment.takenBack)} taken back)`;
    return `  ${payment.receipt ?? ''} ${money(payment.amount)}${back}${at}${payment.party === null ? '' : `, ${harmless(payment.party)}`}\n`;
  });
  const reach = coverage.map(({ account, statementTo, messagesTo }) => {
    const statement = statementTo === null ? 'no statement' : `statements to ${dateAndTime(statementTo)}`;
    const messages = messagesTo === null ? 'no messages' : `messages to ${dateAndTime(messagesTo)}`;
    return `  ${harmless(account.name)}: ${statement}, ${messages}\n`;
  });
  return [
    `${receipt === null ? '' : `${receipt}: `}${verdicts[verdict]}\n`,
    ...lines,
    ...(found.length > 0 ? [] : reach),
  ].join('');
}
