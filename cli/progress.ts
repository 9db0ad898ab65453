import type { Writable } from 'node:stream';
import type { BookEvent, Work } from '#contract/book.ts';
import { counted } from './print.ts';

const CLEAR = '\r\x1b[2K';

/** A line that says how far the work is, rewritten in place. Silent where nobody looks: only for a terminal. */
export function progressLine(stderr: Writable): (event: BookEvent) => void {
  if (!('isTTY' in stderr && stderr.isTTY === true)) return () => {};
  return (event) => {
    if (event.kind === 'work') stderr.write(event.work ? CLEAR + lineOf(event.work) : CLEAR);
  };
}

function lineOf({ name, subject, done, total, rows }: Work): string {
  if (name === 'reconcile') return 'Reconciling…';
  const part = total ? ` ${Math.min(100, Math.floor((done / total) * 100))} %` : '';
  return `${subject ?? name}${part}, ${counted(rows, 'row')}`;
}
