import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { SupportFacts } from '#contract/support.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { openToRead } from '../open-to-read.ts';
import { bookOptions, bookPath, noMore, readWords } from '../options.ts';
import { writeNew } from '../write-new.ts';

const help = `risiti support [--out FILE] [--book PATH]

Prints, as JSON, what helps somebody else to find out why a book behaves as it does: versions, counts, codes of failures.
It tells nothing of the shop: no name, number, amount, receipt, address, file name or text of a message, and no key. Read
it before you send it. Nothing is sent by itself.

  --out FILE    write it there; a file that is there already is left alone
  --book PATH   the book; RISITI_BOOK or the usual one where it is not given
`;

export const support: Command = {
  name: 'support',
  summary: 'say what helps to find a fault, and nothing of the shop',
  help,
  run,
};

const Bundle = z.object({
  program: z.object({ name: z.literal('risiti'), version: z.string() }),
  host: z.object({ platform: z.string(), arch: z.string(), node: z.string() }),
  book: SupportFacts,
});

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readWords(argv, { book: bookOptions.book, out: { type: 'string' } });
  noMore(positionals);
  const book = await openToRead(bookPath(values.book, terminal), terminal);
  try {
    const bundle = Bundle.parse({
      program: { name: 'risiti', version: packageJson.version },
      host: { platform: process.platform, arch: process.arch, node: process.version },
      book: await book.ask('support.facts', {}),
    });
    keep(`${JSON.stringify(bundle, null, 2)}\n`, values.out, terminal);
    return 0;
  } finally {
    await book.close();
  }
}

function keep(text: string, out: string | undefined, { stdout }: Terminal): void {
  if (out === undefined) stdout.write(text);
  else writeNew(out, (path) => writeFileSync(path, text, { flag: 'wx', mode: 0o600 }));
}
