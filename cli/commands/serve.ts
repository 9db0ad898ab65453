import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { defaultBook } from '#ledger/default-book.ts';
import { openDesk } from '#ledger/desk.ts';
import { forkApart } from '#ledger/imports/apart/fork-apart.ts';
import { writerThread } from '#ledger/index.ts';
import { rememberedBooks } from '#ledger/remembered-books.ts';
import { makeShelf } from '#ledger/shelf.ts';
import { hostKeys } from '#ledger/links/host-keys.ts';
import { UsageError, type Command, type ExitCode, type Terminal } from '../command.ts';
import { bookPath, noMore, readWords } from '../options.ts';
import { build, pageIsOld } from '../serve/build-page.ts';
import { startHost, type Host, type HostOptions } from '../serve/host.ts';
import { openBrowser } from '../serve/open-browser.ts';

const project = join(import.meta.dirname, '../..');

const options = { book: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } } as const;

const help = `risiti serve [--book PATH] [--port N] [--no-open]

Opens the app in a browser of this computer. Nothing outside this computer can reach it.

  --book PATH   the book; RISITI_BOOK or the usual one where it is not given
  --port N      listen on this port instead of any free one
  --no-open     print the address, open no browser

Other books that were open before can be chosen in the page; a new one is made beside the one that is open.

The printed address works once, in the browser that opens it first. Ctrl+C ends it.

With RISITI_PASSPHRASE set, the secrets of linked accounts are kept in a sealed file beside the book; else only until
it ends, or in RISITI_<SERVICE>_<FIELD>, as in RISITI_PAYNEXUS_SECRET_KEY.
`;

export const serve: Command = { name: 'serve', summary: 'open the app in a browser, on this computer only', help, run };

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, options);
  noMore(positionals);
  const port = portOf(values.port);
  const log = (line: string) => void terminal.stderr.write(`${line}\n`);
  if (pageIsOld(project)) {
    log('Building the page, once.');
    await build(project);
  }
  const shelf = makeShelf({
    open: (book) =>
      openDesk(book, {
        keys: hostKeys(book, terminal.env),
        writer: writerThread,
        apart: forkApart,
        samples: join(project, 'samples'),
        log,
      }),
    books: rememberedBooks(join(booksFolder(terminal), 'books.json')),
    log,
  });
  await shelf.turnTo(bookPath(values.book, terminal));
  const stopped = stopSignal();
  try {
    const host = await start({ desk: shelf.desk, root: join(project, 'out/renderer'), port, log });
    terminal.stdout.write(`${host.url}\n`);
    if (values['no-open'] !== true) openBrowser(host.url);
    await stopped;
    await host.close();
  } finally {
    await shelf.close();
  }
  return 0;
}

/** Where the list of books lies: with the book that nobody named. */
const booksFolder = ({ env }: Terminal) =>
  dirname(defaultBook(process.platform, { ...env, RISITI_BOOK: undefined }, homedir()));

/** The first Ctrl+C or SIGTERM. Later ones are heard and do nothing: the book is being closed. */
const stopSignal = () =>
  new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => done());
  });

function portOf(named = '0'): number {
  if (!/^\d{1,5}$/.test(named)) throw new UsageError('--port takes a number from 0 to 65535.');
  return Number(named);
}

async function start(wanted: HostOptions): Promise<Host> {
  try {
    return await startHost(wanted);
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['EADDRINUSE', 'EACCES', 'ERR_SOCKET_BAD_PORT'].includes(String(error.code))
    ) {
      throw new UsageError(`Port ${wanted.port} cannot be used; choose another, or leave --port out.`, {
        cause: error,
      });
    }
    throw error;
  }
}
