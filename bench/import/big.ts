/**
 * A process of its own that imports one file into a new book, and says what that took: `node big.ts FILE BOOK`. The host's
 * thread does what a screen's host does beside it: it answers questions, and its heart beats.
 */
import { statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openBooks, writerThread } from '#ledger/index.ts';

export type Big = {
  readonly rows: number;
  readonly cpuMs: number;
  readonly wallMs: number;
  /** The most that the whole process ever had in memory: all threads, SQLite's cache, the code. */
  readonly peakBytes: number;
  readonly logPeakBytes: number;
  readonly bookBytes: number;
  /** Where the host's thread answered last for the longest time. */
  readonly longestGapMs: number;
};

const [file, book] = process.argv.slice(2) as [string, string];
const books = await openBooks(book, { writer: writerThread, samples: null });
const { token } = books.offer({ path: file, name: 'big' });
let logPeakBytes = 0;
const look = setInterval(() => {
  logPeakBytes = Math.max(logPeakBytes, statSync(`${book}-wal`, { throwIfNoEntry: false })?.size ?? 0);
}, 50);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const [cpu, began] = [process.cpuUsage(), performance.now()];
const { files } = await books.ask('imports.run', { sources: [{ token }] });
const [used, wallMs] = [process.cpuUsage(cpu), performance.now() - began];
delay.disable();
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
};
process.stdout.write(`${JSON.stringify(said)}\n`);
