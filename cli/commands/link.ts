import { ServiceId } from '#contract/provider.ts';
import type { Books } from '#ledger/index.ts';
import { environmentSecrets } from '#ledger/links/secrets.ts';
import { providers } from '#ledger/providers/registry.ts';
import { UsageError, type Command, type ExitCode, type Terminal } from '../command.ts';
import { SECRETS_HELP, withLinkedBook } from '../linked-book.ts';
import { bookOptions, readWords } from '../options.ts';
import { harmless, table } from '../print.ts';

const help = `risiti link [list | add SERVICE | test ID | remove ID] [--book PATH]

Links the services that collect for the shop, so that they can be asked about payments.

  add SERVICE      ${ServiceId.options.join(', ')}
  --label NAME     the owner's name for it; the service's where it is not given
  --account ID     the account of the book whose payments it knows
  --address URL    its address, where the service has none of its own; or a simulator's
  --simulated      it is a simulator on this computer (risiti simulate)
  --set NAME=VALUE a field that is no secret, as in environment=sandbox
  --book PATH      the book; RISITI_BOOK or the usual one where it is not given

${SECRETS_HELP}Exit code 1: the service did not take the credentials.
`;

export const link: Command = { name: 'link', summary: 'link a service, to ask it about payments', help, run };

const options = {
  book: bookOptions.book,
  label: { type: 'string' },
  account: { type: 'string' },
  address: { type: 'string' },
  simulated: { type: 'boolean' },
  set: { type: 'string', multiple: true },
} as const;

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, options);
  const [action = 'list', subject, ...more] = positionals;
  if (more.length > 0) throw new UsageError(`“${more[0]}” means nothing here.`);
  const deeds: Readonly<Record<string, (books: Books) => Promise<ExitCode>>> = {
    list: (books) => list(books, terminal),
    add: (books) => add(books, terminal, subject, values),
    test: (books) => test(books, terminal, numbered(subject, 'test')),
    remove: async (books) => {
      await books.ask('links.remove', { linkedAccount: numbered(subject, 'remove') });
      return 0;
    },
  };
  const deed = Object.hasOwn(deeds, action) ? deeds[action] : undefined;
  if (!deed) throw new UsageError(`There is no “link ${action}”.`);
  return withLinkedBook(values.book, terminal, deed);
}

async function list(books: Books, { stdout }: Terminal): Promise<ExitCode> {
  const { links } = await books.ask('links.list', {});
  if (links.length === 0) stdout.write('No service is linked.\n');
  else {
    stdout.write(
      table(
        links.map(({ id, service, label, secrets }) => [String(id), service, harmless(label), `secrets: ${secrets}`]),
      ),
    );
  }
  return 0;
}

type Said = {
  readonly label?: string;
  readonly account?: string;
  readonly address?: string;
  readonly simulated?: boolean;
  readonly set?: readonly string[];
};

async function add(books: Books, terminal: Terminal, named: string | undefined, said: Said): Promise<ExitCode> {
  const service = ServiceId.safeParse(named);
  if (!service.success) throw new UsageError(`Name one service: ${ServiceId.options.join(', ')}.`);
  const provider = providers[service.data];
  const lent = environmentSecrets(terminal.env, service.data, provider.secrets);
  const sealed = terminal.env['RISITI_PASSPHRASE'] ? lent : {};
  const { id } = await books.ask('links.add', {
    service: service.data,
    label: said.label ?? provider.label,
    account: said.account === undefined ? null : numbered(said.account, '--account'),
    baseUrl: said.address ?? null,
    simulated: said.simulated ?? false,
    credentials: { ...fieldsOf(said.set ?? [], provider.secrets), ...sealed },
  });
  terminal.stdout.write(`${id}\n`);
  return 0;
}

/** Words of a command line can be read by every program on this computer. */
function fieldsOf(words: readonly string[], secrets: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    words.map((word) => {
      const at = word.indexOf('=');
      const name = word.slice(0, at);
      if (at < 1) throw new UsageError('--set takes NAME=VALUE.');
      if (secrets.includes(name)) throw new UsageError(`“${name}” is a secret: give it by the environment.`);
      return [name, word.slice(at + 1)];
    }),
  );
}

async function test(books: Books, { stdout }: Terminal, linkedAccount: number): Promise<ExitCode> {
  const { failure } = await books.ask('links.test', { linkedAccount });
  stdout.write(failure === null ? 'The service takes the credentials.\n' : `It failed: ${failure}\n`);
  return failure === null ? 0 : 1;
}

function numbered(word: string | undefined, what: string): number {
  if (!/^[1-9]\d{0,8}$/.test(word ?? '')) throw new UsageError(`${what} takes a number.`);
  return Number(word);
}
