import { ServiceId } from '#contract/provider.ts';
import type { Books } from '#ledger/index.ts';
import { environmentSecrets } from '#ledger/links/secrets.ts';
import { providers } from '#ledger/providers/registry.ts';
import { UsageError, type Command, type ExitCode, type Terminal } from '../command.ts';
import { numbered, SECRETS_HELP, withLinkedBook } from '../linked-book.ts';
import { bookOptions, readWords } from '../options.ts';
import { harmless, table } from '../print.ts';
import { ask, pull, register, set, test } from './link-asking.ts';

const help = `risiti link [list | add SERVICE | test ID | set ID | ask ID QUESTION [VALUE] | pull ID | register ID | remove ID]

Links the services that collect for the shop, so that they can be asked about payments.

  add SERVICE      ${ServiceId.options.join(', ')}
  --label NAME     the owner's name for it; the service's where it is not given
  --account ID     the account of the book whose payments it knows
  --address URL    its address, where the service has none of its own; or a simulator's
  --simulated      it is a simulator on this computer (risiti simulate)
  --set NAME=VALUE a field that is no secret, as in environment=sandbox
  test ID          asks whether the service takes the credentials
  set ID           --enable MOVE, --disable MOVE (what moves or costs money), --automatic on|off (looks up by itself)
  ask ID QUESTION  balance, transaction-status, validate-phone, sms-status, sms-balance, instructions; what the service
                   is asked about as VALUE: a phone, or its own number of a message or payment
  pull ID          reads its list into the book; --fetch the provider's own list, --since 2026-03-01 from that day on
  register ID      its one-time registration of addresses for notices
  remove ID        unlinks it; what it told stays in the book
  --book PATH      the book; RISITI_BOOK or the usual one where it is not given

${SECRETS_HELP}Exit code 1: the service did not answer, or not as it was asked.
`;

export const link: Command = { name: 'link', summary: 'link a service, to ask it about payments', help, run };

const options = {
  book: bookOptions.book,
  label: { type: 'string' },
  account: { type: 'string' },
  address: { type: 'string' },
  simulated: { type: 'boolean' },
  set: { type: 'string', multiple: true },
  enable: { type: 'string', multiple: true },
  disable: { type: 'string', multiple: true },
  automatic: { type: 'string' },
  fetch: { type: 'boolean' },
  since: { type: 'string' },
} as const;

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, options);
  const [action = 'list', subject, ...more] = positionals;
  if (more.length > (action === 'ask' ? 2 : 0))
    throw new UsageError(`“${more.at(-1)}” means nothing here: leave it out.`);
  const id = () => numbered(subject, action);
  const deeds: Readonly<Record<string, (books: Books) => Promise<ExitCode>>> = {
    list: (books) => list(books, terminal),
    add: (books) => add(books, terminal, subject, values),
    test: (books) => test(books, terminal, id()),
    set: (books) => set(books, terminal, id(), values),
    ask: (books) => ask(books, terminal, id(), more),
    pull: (books) => pull(books, terminal, id(), { fetch: values.fetch ?? false, since: values.since ?? null }),
    register: (books) => register(books, terminal, id()),
    remove: async (books) => {
      await books.ask('links.remove', { linkedAccount: id() });
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
