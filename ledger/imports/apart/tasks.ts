import type { Failure } from '../../protocol.ts';
import type { Read } from '../importer.ts';
import type { PdfPage } from '../printed/page.ts';

/** What is read apart: what each reading is asked, and the things its batches hold. `name` is for sentences. */
export type Tasks = {
  readonly pdf: {
    readonly asked: { readonly bytes: Uint8Array; readonly name: string; readonly password: string | null };
    readonly item: PdfPage;
  };
  readonly 'sms-db': {
    readonly asked: { readonly path: string; readonly name: string };
    readonly item: Read;
  };
};
export type Task = keyof Tasks;

/** The one thing a process is asked in its life. */
export type Ask = { readonly [T in Task]: { readonly task: T; readonly asked: Tasks[T]['asked'] } }[Task];

/** To the process: what to read, then a word for every batch that may follow, so that none piles up. */
export type Request = Ask | 'more';

/** From the process. `ready` comes by itself, everything else in answer to a request. */
export type Answer =
  | { readonly as: 'ready' }
  | { readonly as: 'batch'; readonly batch: readonly unknown[] }
  | { readonly as: 'end' }
  | { readonly as: 'failed'; readonly failure: Failure };
