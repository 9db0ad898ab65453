import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { type MoveInput, moveInputs, type MoveRecord } from '#contract/move.ts';
import type { Declined } from '#contract/links.ts';
import { type LinkedAccount, Move } from '#contract/provider.ts';
import type { Books } from '#ledger/index.ts';
import { readCents } from '#parser/money.ts';
import { UsageError, type Command, type ExitCode, type Terminal } from '../command.ts';
import { numbered, SECRETS_HELP, withLinkedBook } from '../linked-book.ts';
import { bookOptions, readWords } from '../options.ts';
import { harmless, money, table } from '../print.ts';

const help = `risiti order [list | MOVE --link ID NAME=VALUE…] [--book PATH]

Orders something of a linked service that moves or costs money. It is off until it is switched on for the link:
risiti link set ID --enable MOVE. Shows who, how much and through which account, and goes on only when you type the
amount again (money out) or “yes” on standard input. One run is at most one request: what is not known is looked up,
never sent again.

  request-payment   phone=0712345678 amount=250 reference=INV-7 [description=…]
  send-money        phone=… amount=… command=BusinessPayment|SalaryPayment|PromotionPayment [remarks=…] [occasion=…]
  send-airtime      phone=… amount=…
  reverse           transaction=81 amount=…
  send-sms          phone=… text=…
  send-bulk-sms     phones=0712345678,0722345678 text=…
  simulate          phone=… amount=… reference=… (sandbox)
  list              what was ordered, newest first
  --link ID         the link, as risiti link lists it
  --book PATH       the book; RISITI_BOOK or the usual one where it is not given

${SECRETS_HELP}Exit code 1: nothing was sent, or the service did not take it, or nobody knows.
`;

export const order: Command = { name: 'order', summary: 'request a payment, send money or a message', help, run };

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, { book: bookOptions.book, link: { type: 'string' } });
  const [named = 'list', ...words] = positionals;
  if (named === 'list') return withLinkedBook(values.book, terminal, (books) => list(books, terminal));
  const move = Move.safeParse(named);
  if (!move.success) throw new UsageError(`There is no move “${named}”. There are: ${Move.options.join(', ')}.`);
  const linkedAccount = numbered(values.link, '--link');
  const input = inputOf(move.data, words);
  return withLinkedBook(values.book, terminal, (books) => press(books, terminal, move.data, linkedAccount, input));
}

async function list(books: Books, { stdout }: Terminal): Promise<ExitCode> {
  const { rows } = await books.ask('moves.page', { offset: 0, limit: 100 });
  if (rows.length === 0) stdout.write('Nothing was ordered.\n');
  else
    stdout.write(
      table(
        rows.map(({ pressedAt, label, move, amount, state, receipt }) => [
          pressedAt.slice(0, 16).replace('T', ' '),
          harmless(label),
          move,
          amount === null ? '' : money(amount),
          state,
          receipt ?? '',
        ]),
      ),
    );
  return 0;
}

type Input = MoveInput<Move>;

/** Throws `UsageError`, naming the word that is missing or not as it should be. */
function inputOf(move: Move, words: readonly string[]): Input {
  const given = Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      if (at < 1) throw new UsageError(`“${word}” is not NAME=VALUE.`);
      const [name, value] = [word.slice(0, at), word.slice(at + 1)];
      if (name === 'amount') return [name, readCents(value)];
      return [name, name === 'phones' ? value.split(',') : value];
    }),
  );
  const parsed = moveInputs[move].safeParse(given);
  if (parsed.success) return parsed.data;
  const names = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? 'the words')));
  throw new UsageError(`Not as ${move} needs it: ${[...names].join(', ')}. See risiti order --help.`);
}

const declined: Readonly<Record<Declined, string>> = {
  'not-linked': 'it is no longer linked, or its keys are not at hand. See risiti link.',
  'not-offered': 'the service does not have this.',
  'not-enabled': 'this is switched off for the link. Switch it on with risiti link set ID --enable MOVE.',
  'bad-input': 'the service cannot take what was written.',
  'not-confirmed': 'the amount typed is not the amount of the order.',
  'beyond-limits': 'the amount is outside what the service allows here.',
};

const out: ReadonlySet<Move> = new Set(['send-money', 'send-airtime', 'reverse']);

async function press(
  books: Books,
  terminal: Terminal,
  move: Move,
  linkedAccount: number,
  input: Input,
): Promise<ExitCode> {
  const link = (await books.ask('links.list', {})).links.find(({ id }) => id === linkedAccount);
  if (!link) throw new UsageError(`There is no link ${linkedAccount}.`);
  if (!link.enabled.includes(move)) {
    terminal.stderr.write(`Nothing was sent: ${declined['not-enabled']}\n`);
    return 1;
  }
  const accounts = await books.ask('accounts.list', {});
  const account = accounts.find(({ id }) => id === link.account)?.name ?? null;
  show(terminal, move, { ...link, accountName: account }, input);
  const amount = 'amount' in input ? input.amount : null;
  const typed = await typedLine(terminal, out.has(move) ? 'Type the amount once more: ' : 'Type yes to go on: ');
  const confirmed = out.has(move) ? readCents(typed) : null;
  if (out.has(move) ? confirmed !== amount : typed !== 'yes') {
    terminal.stderr.write('Nothing was sent.\n');
    return 1;
  }
  const pressed = await books.ask('moves.press', { id: randomUUID(), linkedAccount, move, input, confirmed });
  if (!pressed.ok) {
    terminal.stderr.write(`Nothing was sent: ${declined[pressed.declined]}\n`);
    return 1;
  }
  return said(terminal, pressed.record);
}

type Through = LinkedAccount & { readonly accountName: string | null };

function show({ stderr }: Terminal, move: Move, link: Through, input: Input): void {
  const { label, service, simulated, accountName } = link;
  const lines = Object.entries(input).map(([name, value]): [string, string] => [
    name,
    name === 'amount' ? money(Number(value)) : harmless(Array.isArray(value) ? value.join(', ') : String(value)),
  ]);
  const through = `${harmless(label)} (${service}${simulated ? ', simulated' : ''})`;
  const account: string[][] = accountName === null ? [] : [['account', harmless(accountName)]];
  const told = lines.filter(([, value]) => value !== '');
  stderr.write(table([['order', move], ['through', through], ...account, ...told]));
}

function said({ stdout }: Terminal, { id, state, failure, reason }: MoveRecord): ExitCode {
  stdout.write(`${[state, failure, reason && harmless(reason)].filter(Boolean).join(': ')}\n${id}\n`);
  return state === 'accepted' || state === 'completed' ? 0 : 1;
}

/** The next line of standard input; nothing where it ends. */
async function typedLine({ stdin, stderr }: Terminal, prompt: string): Promise<string> {
  stderr.write(prompt);
  for await (const line of createInterface({ input: stdin })) return line.trim();
  return '';
}
