import { writerThread } from '#ledger/index.ts';
import { readBook } from '#ledger/read-book.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { BOOK_HELP, bookOptions, bookPath, noMore, readWords } from '../options.ts';
import { counted } from '../print.ts';

const help = `risiti audit [--book PATH] [--json]

Walks the record of everything that was done to the book, each entry chained to the one before by SHA-256, and says
whether it is whole. Write the last line down elsewhere: who rewrites all of the chain cannot rewrite that.

${BOOK_HELP}
Exit code 1: the chain is broken. 2: no such book.
`;

export const audit: Command = { name: 'audit', summary: 'verify the record of what was done', help, run };

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, bookOptions);
  noMore(positionals);
  const book = await readBook(bookPath(values.book, terminal), writerThread);
  try {
    const found = await book.ask('audit.verify', {});
    const { holds, entries, firstBroken, head } = found;
    const words = holds
      ? `The chain holds: ${counted(entries, 'entry', 'entries')}.`
      : `The chain is broken at entry ${firstBroken}.`;
    terminal.stdout.write(values.json ? `${JSON.stringify(found)}\n` : `${words}\n${head}\n`);
    return holds ? 0 : 1;
  } finally {
    await book.close();
  }
}
