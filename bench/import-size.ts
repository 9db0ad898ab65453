/**
 * What importing costs as files grow: CPU, memory, the write-ahead log, and how long the host's thread is kept from
 * answering. Each import is a process of its own. `RISITI_BENCH_ROWS` and `RISITI_BENCH_MB` make the largest smaller.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Big } from './import/big.ts';
import { writeBackup } from './import/messages.ts';
import { type Receipts, writeStatement } from './import/statement.ts';
import { report, type Row } from './measure.ts';

const ROWS = Number(process.env['RISITI_BENCH_ROWS'] ?? 1_000_000);
const MEGABYTES = Number(process.env['RISITI_BENCH_MB'] ?? 300);
const MB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'risiti-bench-'));

let n = 0;

function big(file: string): Big {
  const book = join(folder, `${(n += 1)}.risiti`);
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'import/big.ts'), file, book], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the import of ${file} ended with ${status}`);
  rmSync(book, { force: true });
  rmSync(file, { force: true });
  // What `big.ts` prints, and nothing else.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(stdout) as Big;
}

function statement(rows: number, receipts: Receipts): Big {
  const file = join(folder, 'statement.csv');
  writeStatement(file, rows, receipts);
  return big(file);
}

function backup(bytes: number): Big {
  const file = join(folder, 'sms.xml');
  writeBackup(file, bytes);
  return big(file);
}

/** How steeply the cost grows: 1 is in proportion. */
const exponent = (small: Big, large: Big) => Math.log(large.cpuMs / small.cpuMs) / Math.log(large.rows / small.rows);

function rowsOf(what: string, small: Big, large: Big, steepest: number, idle: Big): Row[] {
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
      ...at('longest gap of the host', large.longestGapMs, 'ms'),
      baseline: '50 ms',
      ratio: large.longestGapMs / 50,
      ratioIs: 'times the cost',
      goal: { atMost: 1 },
    },
  ];
}

try {
  const idle = statement(1, 'in-time-order');
  const inOrder = [statement(ROWS / 10, 'in-time-order'), statement(ROWS, 'in-time-order')] as const;
  const random = [statement(ROWS / 10, 'random'), statement(ROWS, 'random')] as const;
  const xml = [backup((MEGABYTES * MB) / 10), backup(MEGABYTES * MB)] as const;
  report('import-size: one import in a new book, the host beside it', [
    ...rowsOf('statement, in time order', ...inOrder, 1.1, idle),
    ...rowsOf('statement, receipts in no order', ...random, 1.2, idle),
    ...rowsOf(`messages, ${MEGABYTES} MB of XML`, ...xml, 1.1, idle),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
