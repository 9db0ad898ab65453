import type { Report } from '#contract/report.ts';
import { Standing } from '#contract/words.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { openToRead } from '../open-to-read.ts';
import { BOOK_HELP, bookOptions, bookPath, noMore, readWords } from '../options.ts';
import { outputs } from '../outputs.ts';
import { counted, date, dateAndTime, figure, harmless, money, table } from '../print.ts';
import { exceptions, standings } from '../words.ts';

const help = `risiti report [--book PATH] [--json]

Sums up what the book holds: accounts and kinds, days, standings, the payments that do not agree, and the files it was
filled from.

${BOOK_HELP}
Exit code 1: something does not agree or could not be read. 2: no such book.
`;

export const report: Command = { name: 'report', summary: 'sum up what the book holds', help, run };

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, bookOptions);
  noMore(positionals);
  const path = bookPath(values.book, terminal);
  const book = await openToRead(path, terminal);
  try {
    const found = outputs.report.parse(await book.ask('report.summary', {}));
    terminal.stdout.write(values.json ? `${JSON.stringify(found)}\n` : `${harmless(path)}\n${textOf(found)}`);
    return found.exceptions.length > 0 || found.unread.length > 0 ? 1 : 0;
  } finally {
    await book.close();
  }
}

type Tally = { readonly count: number; readonly in: number; readonly out: number };
const titles = ['', '', 'in', 'out'];
const tallied = ({ count, in: paidIn, out }: Tally) => [figure(count), money(paidIn), money(out)];

function textOf(found: Report): string {
  const { period, payments, days, by_standing: byStanding, imports } = found;
  const proved = imports.filter(({ verified }) => verified);
  return [
    period === null ? '' : `${dateAndTime(period.from)} to ${dateAndTime(period.to)}\n`,
    `${counted(payments.count, 'payment')}, in ${money(payments.in)}, out ${money(payments.out)}, charges ${money(payments.charges)}\n`,
    ...found.accounts.map(accountText),
    '\nBy day\n',
    table([titles, ...days.map((day) => [date(day.date), ...tallied(day)])]),
    '\nBy standing\n',
    table([
      titles,
      ...Standing.options
        .filter((name) => byStanding[name].count > 0)
        .map((name) => [standings[name], ...tallied(byStanding[name])]),
    ]),
    amissText(found),
    `\n${counted(imports.length, 'import')}, ${proved.length} of them proved\n`,
    table(
      imports.map(({ name, importer, rows, verified }) => [
        harmless(name),
        importer,
        counted(rows.read, 'row'),
        verified ? 'proved' : '',
      ]),
    ),
  ].join('');
}

function accountText({ name, holder, payments, kinds, lastBalance }: Report['accounts'][number]): string {
  const balance = lastBalance === null ? '' : `, ${money(lastBalance.amount)} on ${date(lastBalance.at)}`;
  return [
    `\n${harmless(name)}${holder === null ? '' : `, ${harmless(holder)}`}${balance}\n`,
    table([titles, ...kinds.map((kind) => [kind.kind, ...tallied(kind)]), ['together', ...tallied(payments)]]),
  ].join('');
}

function amissText({ exceptions: payments, unread }: Report): string {
  if (payments.length === 0 && unread.length === 0) return '\nNo payment disagrees with what tells of it.\n';
  return [
    '\nWhat does not agree\n',
    table(payments.map(lineOf)),
    ...unread.map((text) => `  could not be read: ${harmless(text).slice(0, 100)}\n`),
  ].join('');
}

const lineOf = ({ receipt, occurredAt, amount, party, exception }: Report['exceptions'][number]) => [
  receipt ?? '',
  occurredAt === null ? '' : dateAndTime(occurredAt),
  money(amount),
  harmless(party ?? ''),
  exceptions[exception],
];
