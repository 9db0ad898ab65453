import type { ErrorCode, Reply } from '#contract/errors.ts';
import { type BookName, contract } from '#contract/index.ts';
import { shelfEntries } from '#contract/shelf.ts';
import { InputError, LedgerError } from './errors.ts';
import type { Books } from './index.ts';

/**
 * One call of a page, whoever hosts it: name and input as they came, a reply as data. Never throws: a refusal becomes
 * its code, anything unexpected goes to `log` in full and to the page as `internal`.
 */
export async function answer(
  books: Pick<Books, 'call'>,
  name: string,
  raw: unknown,
  log: (error: unknown) => void,
): Promise<Reply<unknown>> {
  if (!isName(name)) return refuse('bad-request', 'There is no such call.');
  return replyOf(() => books.call(name, raw), log);
}

/** What a door of ours answers or throws, as data. */
export async function replyOf<T>(open: () => T | Promise<T>, log: (error: unknown) => void): Promise<Reply<T>> {
  try {
    return { ok: true, value: await open() };
  } catch (error) {
    if (error instanceof LedgerError) return refuse(error.code, error.message);
    if (error instanceof InputError) return refuse('bad-request', error.message);
    log(error);
    return refuse('internal', 'Something went wrong.');
  }
}

const isName = (name: string): name is BookName => Object.hasOwn(contract, name) && !Object.hasOwn(shelfEntries, name);

const refuse = (code: ErrorCode, message: string): Reply<never> => ({ ok: false, code, message });
