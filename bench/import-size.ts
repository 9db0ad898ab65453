/**
 * What importing costs as files grow: CPU, memory, the write-ahead log, and how long the host's thread is kept from
 * answering. Each import is a process of its own; this one sleeps beside it and says how long the machine lets even that
 * wait. `RISITI_BENCH_ROWS` and `RISITI_BENCH_MB` make the largest smaller.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { json } from 'node:stream/consumers';
import type { Big } from './import/big.ts';
import { writeBackup } from './import/messages.ts';
import { type Receipts, writeStatement } from './import/statement.ts';
import { report, type Row } from './measure.ts';

const ROWS = Number(process.env['RISITI_BENCH_ROWS'] ?? 1_000_000);
const MEGABYTES = Number(process.env['RISITI_BENCH_MB'] ?? 300);
const MB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'risiti-bench-'));

let n = 0;

/** `idleGapMs`: the longest that this process, which did nothing, was not woken. */
type Measured = Big & { readonly idleGapMs: number };

async function big(file: string): Promise<Measured> {
  const book = join(folder, `${(n += 1)}.risiti`);
  const idle = monitorEventLoopDelay({ resolution: 5 });
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import/big.ts'), file, book], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  idle.enable();
  const [said, [code]] = await Promise.all([json(child.stdout), once(child, 'close')]);
  idle.disable();
  if (code !== 0) throw new Error(`the import of ${file} ended with ${code}`);
  rmSync(book, { force: true });
  rmSync(file, { force: true });
  // What `big.ts` prints, and nothing else.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { ...(said as Big), idleGapMs: idle.max / 1e6 };
}

function statement(rows: number, receipts: Receipts): Promise<Measured> {
  const file = join(folder, 'statement.csv');
  writeStatement(file, rows, receipts);
  return big(file);
}

function backup(bytes: number): Promise<Measured> {
  const file = join(folder, 'sms.xml');
  writeBackup(file, bytes);
  return big(file);
}

/** How steeply the cost grows: 1 is in proportion. */
const exponent = (small: Measured, large: Measured) =>
  Math.log(large.cpuMs / small.cpuMs) / Math.log(large.rows / small.rows);

function rowsOf(what: string, small: Measured, large: Measured, steepest: number, idle: Measured): Row[] {
  const at = (name: string, value: number, unit: string): Omit<Row, 'ratio' | 'ratioIs' | 'goal'> => ({
    name: `${what}: ${name}`,
    value,
    unit,
    baseline: '',
  });
  const budget = (limit: number) => `${limit} MB`;
  return [
    {
      ...at(`${large.rows.toLocaleString('en')} rows`, (large.rows / large.cpuMs) * 1_000, 'rows/s of CPU'),
      ratio: exponent(small, large),
      ratioIs: 'exponent',
      goal: { atMost: steepest },
    },
    {
      ...at('memory at its peak, two threads', large.peakBytes / MB, 'MB'),
      baseline: budget(350),
      ratio: large.peakBytes / MB / 350,
      ratioIs: 'times the cost',
      goal: { atMost: 1 },
    },
    {
      ...at('of it not there before', (large.peakBytes - idle.peakBytes) / MB, 'MB'),
      baseline: budget(200),
      ratio: (large.peakBytes - idle.peakBytes) / MB / 200,
      ratioIs: 'times the cost',
      goal: { atMost: 1 },
    },
    {
      ...at('write-ahead log at its longest', large.logPeakBytes / MB, 'MB'),
      baseline: budget(64),
      ratio: large.logPeakBytes / MB / 64,
      ratioIs: 'times the cost',
      goal: { atMost: 1 },
    },
    {
      ...at('longest work of the host between beats', large.longestStretchMs, 'ms of CPU'),
      baseline: '50 ms',
      ratio: large.longestStretchMs / 50,
      ratioIs: 'times the cost',
      goal: { atMost: 1 },
    },
    {
      ...at('longest gap of the host by the clock', large.longestGapMs, 'ms'),
      baseline: `an idle process beside it (${large.idleGapMs.toFixed(0)} ms)`,
      ratio: large.longestGapMs / large.idleGapMs,
      ratioIs: 'times the cost',
      goal: null,
    },
  ];
}

try {
  const idle = await statement(1, 'in-time-order');
  const inOrder = [await statement(ROWS / 10, 'in-time-order'), await statement(ROWS, 'in-time-order')] as const;
  const random = [await statement(ROWS / 10, 'random'), await statement(ROWS, 'random')] as const;
  const xml = [await backup((MEGABYTES * MB) / 10), await backup(MEGABYTES * MB)] as const;
  report('import-size: one import in a new book, the host beside it', [
    ...rowsOf('statement, in time order', ...inOrder, 1.1, idle),
    ...rowsOf('statement, receipts in no order', ...random, 1.2, idle),
    ...rowsOf(`messages, ${MEGABYTES} MB of XML`, ...xml, 1.1, idle),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
