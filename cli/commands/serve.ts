import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultBook } from '#ledger/default-book.ts';
import { openDesk } from '#ledger/desk.ts';
import { writerThread } from '#ledger/index.ts';
import { UsageError, type Command, type ExitCode, type Terminal } from '../command.ts';
import { build, pageIsOld } from '../serve/build-page.ts';
import { startHost, type Host, type HostOptions } from '../serve/host.ts';
import { openBrowser } from '../serve/open-browser.ts';

const project = join(import.meta.dirname, '../..');

const help = `risiti serve [--book FILE] [--port N] [--no-open]

Opens the app in a browser of this computer. Nothing outside this computer can reach it.

  --book FILE   the book to open; RISITI_BOOK or the usual one where it is not given
  --port N      listen on this port instead of any free one
  --no-open     print the address, open no browser

The printed address works once, in the browser that opens it first. Ctrl+C ends it.
`;

export const serve: Command = { name: 'serve', summary: 'open the app in a browser, on this computer only', help, run };

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const wanted = read(argv);
  const book = wanted.book ?? defaultBook(process.platform, terminal.env, homedir());
  const log = (line: string) => void terminal.stderr.write(`${line}\n`);
  if (pageIsOld(project)) {
    log('Building the page, once.');
    await build(project);
  }
  const open = await openDesk(book, { writer: writerThread, samples: join(project, 'samples'), log });
  try {
    const host = await start({ desk: open.desk, root: join(project, 'out/renderer'), port: wanted.port, log });
    terminal.stdout.write(`${host.url}\n`);
    if (wanted.open) openBrowser(host.url);
    await stopSignal();
    await host.close();
  } finally {
    await open.close();
  }
  return 0;
}

/** The first Ctrl+C or SIGTERM. Later ones are heard and do nothing: the book is being closed. */
const stopSignal = () =>
  new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => done());
  });

function read(argv: readonly string[]): { book: string | undefined; port: number; open: boolean } {
  const { book, port, 'no-open': closed } = words(argv);
  if (port !== undefined && !/^\d{1,5}$/.test(port)) throw new UsageError('--port takes a number from 0 to 65535.');
  return { book, port: Number(port ?? 0), open: closed !== true };
}

function words(argv: readonly string[]) {
  try {
    const options = { book: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } } as const;
    return parseArgs({ args: [...argv], options, strict: true }).values;
  } catch (error) {
    // What `parseArgs` says names the word it does not know.
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

async function start(options: HostOptions): Promise<Host> {
  try {
    return await startHost(options);
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['EADDRINUSE', 'EACCES', 'ERR_SOCKET_BAD_PORT'].includes(String(error.code))
    ) {
      throw new UsageError(`Port ${options.port} cannot be used; choose another, or leave --port out.`, {
        cause: error,
      });
    }
    throw error;
  }
}
