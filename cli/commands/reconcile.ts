import type { AccountReconciliation, Reconciliation } from '#contract/reconciliation.ts';
import { DecisionCode, informing } from '#contract/decisions.ts';
import { MatchRule } from '#contract/match.ts';
import { Standing } from '#contract/words.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { openToRead } from '../open-to-read.ts';
import { BOOK_HELP, bookOptions, bookPath, noMore, readWords } from '../options.ts';
import { outputs } from '../outputs.ts';
import { counted, dateAndTime, figure, harmless, money, table } from '../print.ts';
import { exceptions, passes, standings } from '../words.ts';

const help = `risiti reconcile [--book PATH] [--json]

Holds the messages against the statements: what every payment stands on, what does not agree, and what explains the
difference between the two, to the cent.

${BOOK_HELP}
Exit code 1: something does not agree. 2: no such book.
`;

export const reconcile: Command = { name: 'reconcile', summary: 'hold messages against statements', help, run };

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, bookOptions);
  noMore(positionals);
  const book = await openToRead(bookPath(values.book, terminal), terminal);
  try {
    const found = outputs.reconcile.parse(await book.ask('reconcile.summary', {}));
    terminal.stdout.write(values.json ? `${JSON.stringify(found)}\n` : textOf(found));
    return amiss.some((code) => found.by_exception[code].count > 0) ? 1 : 0;
  } finally {
    await book.close();
  }
}

const reasons: Readonly<Record<AccountReconciliation['explanation'][number]['reason'], string>> = {
  'no-message': 'on the statement, but no message',
  'not-on-statement': 'a message, but not on the statement',
  'amounts-differ': 'amounts differ',
  charges: 'charges',
  settlement: 'moved to the settlement account',
  reversal: 'reversals that no message told',
};

type Tally = Reconciliation['payments'];
const tallied = ({ count, in: paidIn, out }: Tally) => [figure(count), money(paidIn), money(out)];

/** What only informs is no reason to worry. */
const amiss = DecisionCode.options.filter((code) => !informing.includes(code));

function textOf({ payments, by_standing, by_exception, allocation, accounts }: Reconciliation): string {
  const stands = Standing.options.map((name) => [standings[name], by_standing[name]] as const);
  const lines = DecisionCode.options.map((name) => [exceptions[name], by_exception[name]] as const);
  const found = lines.filter(([, { count }]) => count > 0);
  return [
    `${counted(payments.count, 'payment')}\n`,
    table([
      ['', '', 'in', 'out'],
      ...stands.filter(([, tally]) => tally.count > 0).map(([words, tally]) => [words, ...tallied(tally)]),
      ['together', ...tallied(payments)],
    ]),
    `\n${found.length === 0 ? 'Nothing is amiss.' : 'What does not agree'}\n`,
    table(found.map(([words, { count, cents }]) => [words, figure(count), money(cents)])),
    allocationText(allocation),
    ...accounts.map(accountText),
  ].join('');
}

const sum = ({ count, cents }: { count: number; cents: number }) => [figure(count), money(cents)];

function allocationText({ sales, paid, by_pass }: Reconciliation['allocation']): string {
  if (sales.count === 0) return '';
  const used = MatchRule.options.filter((rule) => by_pass[rule].confirmed.count + by_pass[rule].proposed.count > 0);
  return [
    `\n${counted(sales.count, 'sale')}, ${money(sales.cents)}; ${figure(paid.count)} paid, ${money(paid.cents)}\n`,
    table([
      ['', 'confirmed', '', 'proposed', ''],
      ...used.map((rule) => [passes[rule], ...sum(by_pass[rule].confirmed), ...sum(by_pass[rule].proposed)]),
    ]),
  ].join('');
}

function accountText({
  account,
  covered,
  messages,
  statement,
  difference,
  explanation,
  notCompared,
}: AccountReconciliation): string {
  const stretches = covered.map(
    ({ from, to, proved }) => `${dateAndTime(from)} to ${dateAndTime(to)}${proved ? ', proved' : ''}`,
  );
  if (covered.length === 0)
    return `\n${harmless(account.name)}: no statement yet, ${counted(notCompared.count, 'message')} not compared\n`;
  return [
    `\n${harmless(account.name)}, ${stretches.join('; ')}\n`,
    table([
      ['', '', 'in', 'out'],
      ['statement', ...tallied(statement)],
      ['messages', ...tallied(messages)],
    ]),
    `  difference ${money(difference)}${explanation.length === 0 ? '' : ', which is'}\n`,
    table(explanation.map(({ reason, count, cents }) => [`  ${reasons[reason]}`, figure(count), money(cents)])),
    notCompared.count === 0 ? '' : `  ${counted(notCompared.count, 'message')} outside that time, not compared\n`,
  ].join('');
}
