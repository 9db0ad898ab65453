import { setTimeout as sleep } from 'node:timers/promises';
import type { LookupRow } from '#contract/links.ts';
import type { Books } from '#ledger/index.ts';
import { UsageError, type Command, type ExitCode, type Terminal } from '../command.ts';
import { numbered, SECRETS_HELP, withLinkedBook } from '../linked-book.ts';
import { bookOptions, readWords } from '../options.ts';
import { outputs } from '../outputs.ts';
import { harmless, money, table } from '../print.ts';

const help = `risiti lookup [RECEIPT…] [--link ID] [--json] [--book PATH]

Asks the linked services about these payments, or about every payment that waits: that is only seen, or disputed. Says
what they answered. What a service cannot answer now stays in the queue: it is asked again by the next risiti lookup,
risiti serve or the app.

  RECEIPT       payments by their receipts
  --link ID     ask this service only
  --json        one JSON object instead of a table; \`risiti schema lookup\` prints its schema
  --book PATH   the book; RISITI_BOOK or the usual one where it is not given

${SECRETS_HELP}Exit code 1: an answer does not agree with the book, or none came.
`;

export const lookup: Command = { name: 'lookup', summary: 'ask the linked services about payments', help, run };

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, { ...bookOptions, link: { type: 'string' } });
  const linkedAccount = values.link === undefined ? null : numbered(values.link, '--link');
  return withLinkedBook(values.book, terminal, async (books) => {
    const payments = positionals.length === 0 ? 'waiting' : await paymentsOf(books, positionals);
    const started = await books.ask('lookups.start', { linkedAccount, payments });
    await answered(books);
    const { counts, rows } = await books.ask('lookups.page', { offset: 0, limit: 500 });
    const asked = rows.slice(0, Math.min(500, started.added + started.already));
    const { stdout } = terminal;
    if (values.json) {
      stdout.write(`${JSON.stringify(outputs.lookup.parse({ ...started, open: counts.open, lookups: asked }))}\n`);
    } else {
      stdout.write(table(asked.map(lineOf)));
      if (started.impossible > 0)
        stdout.write(`${started.impossible} cannot be looked up: no linked service knows them.\n`);
      if (counts.open > 0) stdout.write(`${counts.open} wait and are asked again later.\n`);
    }
    return asked.every(({ outcome }) => outcome?.verdict === 'confirmed') ? 0 : 1;
  });
}

/** Throws `UsageError` for a receipt that the book does not have. */
async function paymentsOf(books: Books, receipts: readonly string[]): Promise<number[]> {
  const found = await Promise.all(
    receipts.map(async (receipt) => {
      const { rows } = await books.ask('payments.page', {
        filter: { search: receipt },
        sort: { by: 'receipt', descending: false },
        offset: 0,
        limit: 100,
      });
      const ids = rows.filter((row) => row.receipt === receipt.toUpperCase()).map(({ id }) => id);
      if (ids.length === 0) throw new UsageError(`The book has no payment with the receipt ${harmless(receipt)}.`);
      return ids;
    }),
  );
  return found.flat();
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
    await sleep(100);
  }
}

const lineOf = ({ key, expected, state, outcome, failure }: LookupRow) => [
  harmless(expected.receipt ?? key.value),
  money(expected.amount),
  outcome?.verdict ?? state,
  failure ?? outcome?.reasons.join(', ') ?? '',
];
