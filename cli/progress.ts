import type { Writable } from 'node:stream';
import type { BookEvent, Work } from '#contract/book.ts';
import { counted, figure } from './print.ts';

const CLEAR = '\r\x1b[2K';
/** Sooner, a rate says more about the start than about the file. */
const SETTLED_MS = 500;

/**
 * A line that says how far the work is, how fast it goes and how long it takes still, rewritten in place. Silent where
 * nobody looks: only for a terminal. `now` in milliseconds since 1970.
 */
export function progressLine(stderr: Writable, now: () => number = Date.now): (event: BookEvent) => void {
  if (!('isTTY' in stderr && stderr.isTTY === true)) return () => {};
  return (event) => {
    if (event.kind === 'work') stderr.write(event.work ? CLEAR + lineOf(event.work, now()) : CLEAR);
  };
}

function lineOf({ name, subject, done, total, rows, startedAt }: Work, now: number): string {
  if (name === 'reconcile') return 'Reconciling…';
  const part = total ? ` ${Math.min(100, Math.floor((done / total) * 100))} %` : '';
  const line = `${subject ?? name}${part}, ${counted(rows, 'row')}`;
  const spent = now - startedAt;
  if (spent < SETTLED_MS || done === 0) return line;
  const left = total && total > done ? `, ${timeWords((spent * (total - done)) / done)} left` : '';
  return `${line}, ${figure(Math.round((rows * 1_000) / spent))} rows/s${left}`;
}

function timeWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
