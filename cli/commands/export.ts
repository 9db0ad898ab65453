import { constants, copyFileSync, mkdirSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { ExportFormat, ExportSubject, ExportWish } from '#contract/export.ts';
import { type Books, openBooks, writerThread } from '#ledger/index.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { BOOK_HELP, bookOptions, bookPath, readWords } from '../options.ts';
import { counted, harmless } from '../print.ts';
import { writeNew } from '../write-new.ts';

const help = `risiti export FORMAT --out FILE [--what SUBJECT] [--account NUMBER] [--from DAY] [--to DAY] [--book PATH] [--json]

Writes what the book holds for another program. Where a program takes only so many lines, FILE-2 and so on follow.

  FORMAT        ${ExportFormat.options.slice(0, 7).join(', ')},
                ${ExportFormat.options.slice(7).join(', ')}
  --out FILE    where to write it; a file that is there already is not written over
  --what        ${ExportSubject.options.join(', ')}; only xlsx, pdf and csv take all of them
  --account     the till, paybill or account by its number, or by its number in risiti report --json
  --from, --to  days, 2026-03-01; both belong to it

${BOOK_HELP}`;

/** `risiti export`: what the book holds, in another program's words. */
export const exportBook: Command = {
  name: 'export',
  summary: 'write payments for a spreadsheet or an accounting program',
  help,
  async run(argv, terminal) {
    const { values, positionals } = readWords(argv, {
      ...bookOptions,
      out: { type: 'string' },
      what: { type: 'string' },
      account: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
    });
    const [format, ...more] = positionals;
    if (format === undefined || more.length > 0) throw new UsageError('Name one format.');
    if (values.out === undefined) throw new UsageError('Say where to write it: --out FILE.');
    const books = await openBooks(bookPath(values.book, terminal), { writer: writerThread, samples: null });
    try {
      const wish = wishOf(format, values, await accountOf(books, values.account));
      return await write(books, wish, { out: values.out, json: values.json === true }, terminal);
    } finally {
      await books.close();
    }
  },
};

type Said = { readonly what?: string; readonly from?: string; readonly to?: string };

function wishOf(format: string, { what = 'payments', from, to }: Said, account: number | null): ExportWish {
  const wish = ExportWish.safeParse({ subject: what, format, account, from: from ?? null, to: to ?? null });
  if (wish.success) return wish.data;
  const [issue] = wish.error.issues;
  throw new UsageError(
    `${String(issue?.path[0] ?? 'This')}: ${issue?.message ?? 'cannot be'}. See risiti export --help.`,
  );
}

async function accountOf(books: Books, named: string | undefined): Promise<number | null> {
  if (named === undefined) return null;
  const accounts = await books.ask('accounts.list', {});
  const found =
    accounts.filter(({ shortcode }) => shortcode === named).length === 1
      ? accounts.find(({ shortcode }) => shortcode === named)
      : accounts.find(({ id }) => String(id) === named);
  if (!found) {
    const known = accounts.map(({ shortcode, id, name }) => `${shortcode ?? id} (${harmless(name)})`).join(', ');
    throw new UsageError(
      `There is no account ${harmless(named)}. ${known === '' ? 'The book is empty.' : `Known: ${known}.`}`,
    );
  }
  return found.id;
}

type Target = { readonly out: string; readonly json: boolean };

async function write(books: Books, wish: ExportWish, { out, json }: Target, { stdout }: Terminal): Promise<ExitCode> {
  const { files, rows } = await books.ask('exports.make', wish);
  const target = resolve(out);
  mkdirSync(dirname(target), { recursive: true });
  const written = files.map(({ token }, at) =>
    writeNew(numbered(target, at), (path) => copyFileSync(books.made(token).path, path, constants.COPYFILE_EXCL)),
  );
  if (json) stdout.write(`${JSON.stringify({ rows, files: written })}\n`);
  else stdout.write(`${counted(rows, 'row')} in ${written.map((path) => harmless(path)).join(', ')}\n`);
  return 0;
}

const numbered = (target: string, at: number): string =>
  at === 0 ? target : join(dirname(target), `${basename(target, extname(target))}-${at + 1}${extname(target)}`);
