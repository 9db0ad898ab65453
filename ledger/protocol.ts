import type { MessagePort } from 'node:worker_threads';
import type { Work } from '#contract/book.ts';
import type { Refusal } from '#contract/errors.ts';
import type { CommandName } from '#contract/index.ts';
import type { linkEntries } from '#contract/links.ts';
import type { Profile } from '#contract/profile.ts';
import type { ShelfName } from '#contract/shelf.ts';
import type { LinkWrite } from './links/writes.ts';

/** What the writer's thread is born with. `cancel` is one shared integer: 1 asks the work under way to stop. */
export type WriterData = {
  readonly path: string;
  readonly samples: string | null;
  readonly cancel: SharedArrayBuffer;
};

/** A source as the writer gets it: a page's token has become a path by then. */
export type WriterSource = (
  | {
      readonly path: string;
      readonly name: string;
      readonly password?: string | undefined;
      readonly profile?: string | Profile | undefined;
    }
  | { readonly text: string }
) & { readonly digest?: string | undefined; readonly again?: boolean | undefined };

/** Commands of linked accounts: they wait for the network, and only what comes of them crosses to the writer's thread. */
export type LinkCommand = Extract<CommandName, keyof typeof linkEntries>;

/** Questions whose answer is not in the book alone. */
export type HostQuestion = 'work.current' | 'links.list' | 'receiver.state' | 'audit.state';

/** Commands that cross to the writer's thread; cancelling is not one of them, it must not wait its turn. */
export type WriterCommand = Exclude<CommandName, 'work.cancel' | LinkCommand | ShelfName>;

/** To the writer's thread: a command with the input that the contract gives it, its tokens turned into sources. */
export type Order =
  | { readonly id: number; readonly name: WriterCommand | LinkWrite; readonly input: unknown }
  | 'close';

/** Errors cross threads as data. A null code: a bug of ours, `message` is its stack. */
export type Failure = { readonly code: Refusal | null; readonly message: string };

/** From the writer's thread. */
export type Notice =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'work'; readonly work: Work | null }
  /** Wants a process that reads apart, joined to this port: only the host can start one. */
  | { readonly kind: 'apart'; readonly port: MessagePort }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure };

/**
 * A handler whose input was parsed by the contract's schema of the same name, which is what makes the call right.
 * A method, because those may be called with more than they declare.
 */
export type Handler = { run(input: unknown): unknown }['run'];
