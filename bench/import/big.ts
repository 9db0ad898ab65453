/**
 * A process of its own that imports one file into a new book, and says what that took: `node big.ts FILE BOOK`. The host's
 * thread does what a screen's host does beside it: it answers questions, and its heart beats.
 */
import { statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { BookName, Input } from '#contract/index.ts';
import { type Books, openBooks, writerThread } from '#ledger/index.ts';

export type Big = {
  readonly rows: number;
  readonly cpuMs: number;
  readonly wallMs: number;
  /** The most that the whole process ever had in memory: all threads, SQLite's cache, the code. */
  readonly peakBytes: number;
  readonly logPeakBytes: number;
  readonly bookBytes: number;
  /** Where the host's thread answered last for the longest time, by the clock. */
  readonly longestGapMs: number;
  /** The longest that it worked without answering, by its own CPU time: what of the gap is ours. */
  readonly longestStretchMs: number;
};

/** How often the screen's heart beats, and how often it asks something. */
const [BEAT, ASK] = [5, 100];

/** What screens ask again whenever they are told of something, and what a person looks at beside an import. */
const asked: readonly { readonly [N in BookName]: readonly [N, Input<N>] }[BookName][] = [
  ['work.current', {}],
  ['imports.list', {}],
];

/** Asks in turn until it is stopped; each beat notes how much this thread has worked since the one before. */
function openScreen(books: Books) {
  let [turn, longest, before] = [0, 0, process.threadCpuUsage()];
  const beat = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, user + system);
    before = process.threadCpuUsage();
  }, BEAT);
  const ask = setInterval(() => {
    const [name, input] = asked[(turn += 1) % asked.length]!;
    void books.call(name, input);
  }, ASK);
  return () => {
    clearInterval(beat);
    clearInterval(ask);
    return longest / 1_000;
  };
}

const [file, book] = process.argv.slice(2) as [string, string];
const books = await openBooks(book, { writer: writerThread, samples: null });
const { token } = books.offer({ path: file, name: 'big' });
let logPeakBytes = 0;
const look = setInterval(() => {
  logPeakBytes = Math.max(logPeakBytes, statSync(`${book}-wal`, { throwIfNoEntry: false })?.size ?? 0);
}, 50);
const close = openScreen(books);
const delay = monitorEventLoopDelay({ resolution: BEAT });
delay.enable();
const [cpu, began] = [process.cpuUsage(), performance.now()];
const { files } = await books.ask('imports.run', { sources: [{ token }] });
const [used, wallMs] = [process.cpuUsage(cpu), performance.now() - began];
delay.disable();
const longestStretchMs = close();
clearInterval(look);
const [done] = files;
if (!done?.ok) throw new Error(done ? done.message : 'nothing was imported');
await books.close();
const said: Big = {
  rows: done.report.rows.read,
  cpuMs: (used.user + used.system) / 1_000,
  wallMs,
  peakBytes: process.resourceUsage().maxRSS * 1024,
  logPeakBytes,
  bookBytes: statSync(book).size,
  longestGapMs: delay.max / 1e6,
  longestStretchMs,
};
process.stdout.write(`${JSON.stringify(said)}\n`);
