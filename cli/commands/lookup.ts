import { setTimeout as sleep } from 'node:timers/promises';
import type { LookupRow } from '#contract/links.ts';
import type { Books } from '#ledger/index.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { SECRETS_HELP, withLinkedBook } from '../linked-book.ts';
import { bookOptions, noMore, readWords } from '../options.ts';
import { harmless, money, table } from '../print.ts';

const help = `risiti lookup [--book PATH]

Asks the linked services about every payment that is only seen, and says what they answered. What a service cannot
answer now stays in the queue: it is asked again by the next risiti lookup, risiti serve or the app.

  --book PATH   the book; RISITI_BOOK or the usual one where it is not given

${SECRETS_HELP}Exit code 1: an answer does not agree with the book, or none came.
`;

export const lookup: Command = { name: 'lookup', summary: 'ask the linked services about what waits', help, run };

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, { book: bookOptions.book });
  noMore(positionals);
  return withLinkedBook(values.book, terminal, async (books) => {
    const { added, already, impossible } = await books.ask('lookups.start', {
      linkedAccount: null,
      payments: 'waiting',
    });
    await answered(books);
    const { counts, rows } = await books.ask('lookups.page', { offset: 0, limit: 500 });
    const asked = rows.slice(0, Math.min(500, added + already));
    terminal.stdout.write(table(asked.map(lineOf)));
    if (impossible > 0) terminal.stdout.write(`${impossible} cannot be looked up: no linked service knows them.\n`);
    if (counts.open > 0) terminal.stdout.write(`${counts.open} wait and are asked again later.\n`);
    return asked.every(({ outcome }) => outcome?.verdict === 'confirmed') ? 0 : 1;
  });
}

/** Until every question of the first round has been asked: what a service has not decided waits too long for a terminal. */
async function answered(books: Books): Promise<void> {
  for (;;) {
    const { rows } = await books.ask('lookups.page', { state: 'open', offset: 0, limit: 500 });
    if (
      !rows.some(
        ({ state, rounds, failure }) => state === 'asking' || (state === 'waiting' && rounds === 0 && failure === null),
      )
    )
      return;
    await sleep(200);
  }
}

const lineOf = ({ key, expected, state, outcome, failure }: LookupRow) => [
  harmless(expected.receipt ?? key.value),
  money(expected.amount),
  outcome?.verdict ?? state,
  failure ?? outcome?.reasons.join(', ') ?? '',
];
