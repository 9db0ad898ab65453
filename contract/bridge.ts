import type { BookEvent } from './book.ts';
import type { Reply } from './errors.ts';
import type { FileToken } from './import.ts';

/**
 * The only door between a page and its host, the same under Electron (put there by the preload) and in a browser
 * (made by the page over HTTP). `offer` takes a file the person chose or dropped: the host keeps where it lies and
 * answers with a token. `PageFile` is the DOM's `File`, which this folder does not know.
 */
export type Bridge<PageFile = unknown> = {
  readonly host: 'electron' | 'browser';
  call(name: string, input: unknown): Promise<Reply<unknown>>;
  offer(file: PageFile): Promise<Reply<FileToken>>;
  /** Hands a file that `exports.make` made to the person: a save dialog or the browser's download. False: they gave up. */
  save(token: string): Promise<Reply<boolean>>;
  onEvent(listener: (event: BookEvent) => void): () => void;
};

/** A file by where it lies and what it is called: known to hosts, never to pages. */
export type PlacedFile = { readonly path: string; readonly name: string };

/** The same door from within, as both hosts hold it open over a book: a file is where it lies, and saving is the host's own. */
export type Desk = Omit<Bridge<PlacedFile>, 'host' | 'save'> & {
  /** Where a file lies that was made to be saved. */
  made(token: string): Promise<Reply<PlacedFile>>;
};
