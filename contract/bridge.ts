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
  onEvent(listener: (event: BookEvent) => void): () => void;
};

/** The same door from within, as both hosts hold it open over a book: a file is where it lies and what it is called. */
export type Desk = Omit<Bridge<{ readonly path: string; readonly name: string }>, 'host'>;
