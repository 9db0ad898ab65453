import type { Work } from '#contract/book.ts';

/** How far a piece of work is: bytes of its source and rows so far. */
export type Progress = (done: number, rows: number) => void;

/** Told of work under way as it goes on, and null when it ends. */
export type OnWork = (work: Work | null) => void;

/** About ten times a second is as much as an eye follows and a thread should send. */
const EVERY = 100;

/** Tells that a piece of work has begun, and answers with what tells how far it is. */
export function beginWork(
  name: Work['name'],
  file: { readonly name: string; readonly bytes: number } | null,
  now: () => number,
  onWork: OnWork,
): Progress {
  const startedAt = now();
  let told = startedAt;
  const tell: Progress = (done, rows) =>
    onWork({ name, subject: file?.name ?? null, done, total: file?.bytes ?? null, rows, startedAt });
  tell(0, 0);
  return (done, rows) => {
    if (now() - told < EVERY) return;
    told = now();
    tell(done, rows);
  };
}
