import { LinkQuestion } from '#contract/links.ts';
import type { Exchange, HttpFailure } from '#contract/provider-answer.ts';
import { Move } from '#contract/provider.ts';
import type { Books } from '#ledger/index.ts';
import { UsageError, type ExitCode, type Terminal } from '../command.ts';
import { harmless, table } from '../print.ts';

type Tried = { readonly failure: HttpFailure | null; readonly exchanges: readonly Exchange[] };

/** A failure in its code, with what the service said where it said anything. */
function failed({ failure, exchanges }: Tried, { stdout }: Terminal): ExitCode {
  stdout.write(`It failed: ${failure}\n`);
  const said = exchanges.at(-1)?.answer;
  if (said) stdout.write(`${harmless(said).slice(0, 400)}\n`);
  return 1;
}

/** Asks whether the service takes the credentials. */
export async function test(books: Books, terminal: Terminal, linkedAccount: number): Promise<ExitCode> {
  const tried = await books.ask('links.test', { linkedAccount });
  if (tried.failure !== null) return failed(tried, terminal);
  terminal.stdout.write('The service takes the credentials.\n');
  return 0;
}

/** Puts one question; its answer in lines of name and value. */
export async function ask(
  books: Books,
  terminal: Terminal,
  linkedAccount: number,
  [named, value = '']: readonly string[],
): Promise<ExitCode> {
  const question = LinkQuestion.safeParse(named);
  if (!question.success) throw new UsageError(`Name one question: ${LinkQuestion.options.join(', ')}.`);
  const tried = await books.ask('links.ask', { linkedAccount, question: question.data, value });
  if (tried.failure !== null) return failed(tried, terminal);
  const lines = Object.entries(tried.answer ?? {}).map(([name, told]) => [name, harmless(String(told ?? '–'))]);
  terminal.stdout.write(table(lines));
  return 0;
}

/** Reads the service's list into the book. */
export async function pull(
  books: Books,
  { stdout }: Terminal,
  linkedAccount: number,
  { fetch, since }: { readonly fetch: boolean; readonly since: string | null },
): Promise<ExitCode> {
  if (since !== null && !/^\d{4}-\d\d-\d\d$/.test(since)) throw new UsageError('--since takes a day, as 2026-03-01.');
  const done = await books.ask('pulls.start', { linkedAccount, which: fetch ? 'fetch' : 'list', since });
  const { failure, pages, read, stored, duplicate, skipped } = done;
  stdout.write(
    `${pages} pages, ${read} payments: ${stored} new, ${duplicate} already there, ${skipped} not final or without an amount\n`,
  );
  if (failure !== null) stdout.write(`It ended early: ${failure}\n`);
  return failure === null ? 0 : 1;
}

/** The service's one-time registration of addresses for notices. */
export async function register(books: Books, terminal: Terminal, linkedAccount: number): Promise<ExitCode> {
  const tried = await books.ask('links.register-callbacks', { linkedAccount });
  if (tried.failure !== null) return failed(tried, terminal);
  const taken = tried.answer?.accepted === true;
  terminal.stdout.write(taken ? 'The service has registered the addresses.\n' : 'The service refused.\n');
  return taken ? 0 : 1;
}

type Switched = {
  readonly enable?: readonly string[];
  readonly disable?: readonly string[];
  readonly automatic?: string;
};

/** Switches moves and automatic lookups on and off. */
export async function set(
  books: Books,
  { stdout }: Terminal,
  linkedAccount: number,
  { enable = [], disable = [], automatic }: Switched,
): Promise<ExitCode> {
  if (automatic !== undefined && automatic !== 'on' && automatic !== 'off')
    throw new UsageError('--automatic takes on or off.');
  const [on, off] = [enable, disable].map((names) => names.map(moveOf));
  const { links } = await books.ask('links.list', {});
  const enabled = links.find(({ id }) => id === linkedAccount)?.enabled ?? [];
  const after = await books.ask('links.set', {
    linkedAccount,
    enabled: [...new Set([...enabled, ...on!])].filter((move) => !off!.includes(move)),
    ...(automatic === undefined ? {} : { automatic: automatic === 'on' }),
  });
  stdout.write(`on: ${after.enabled.join(', ') || 'nothing that moves or costs money'}\n`);
  stdout.write(`looks up by itself: ${after.automatic ? 'yes' : 'no'}\n`);
  return 0;
}

function moveOf(name: string): Move {
  const move = Move.safeParse(name);
  if (!move.success) throw new UsageError(`There is no move “${name}”. There are: ${Move.options.join(', ')}.`);
  return move.data;
}
