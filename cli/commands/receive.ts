import { once } from 'node:events';
import { UsageError, type Command, type ExitCode, type Terminal } from '../command.ts';
import { SECRETS_HELP, withLinkedBook } from '../linked-book.ts';
import { bookOptions, noMore, readWords } from '../options.ts';

const help = `risiti receive [--link ID] [--port N] [--book PATH]

Listens for the notices that linked services send, on this computer only: a tunnel or a reverse proxy brings them.
A notice is stored before the service hears 200. It proves nothing by itself: a lookup confirms it. Ctrl+C ends it.

  --link ID     make a new way in for this link and print its path, this once; the one before stops working
  --port N      listen on this port instead of any free one
  --book PATH   the book; RISITI_BOOK or the usual one where it is not given

${SECRETS_HELP}`;

export const receive: Command = { name: 'receive', summary: 'listen for notices of linked services', help, run };

const options = { book: bookOptions.book, link: { type: 'string' }, port: { type: 'string' } } as const;

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, options);
  noMore(positionals);
  const { port = '0', link } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new UsageError('--port takes a number from 0 to 65535.');
  if (link !== undefined && !/^[1-9]\d{0,8}$/.test(link)) throw new UsageError('--link takes the number of a link.');
  await withLinkedBook(values.book, terminal, async (books) => {
    const way = link === undefined ? null : await books.ask('receiver.path', { linkedAccount: Number(link) });
    const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    const state = await books.ask('receiver.start', { port: Number(port) });
    terminal.stdout.write(`http://127.0.0.1:${state.port}${way?.path ?? ''}\n`);
    await stopped;
    await books.ask('receiver.stop', {});
  });
  return 0;
}
