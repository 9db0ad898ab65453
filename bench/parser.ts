import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { rules } from '#parser/grammars/all.ts';
import { parseMessage } from '#parser/parse.ts';
import { adversaries, mixedMessages, naiveCascade } from './parser/material.ts';

/** One line of a benchmark: a value, what it is compared with, and the goal for the ratio or, without one, for the value. */
export type BenchRow = {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly baseline: number | null;
  readonly ratio: number | null;
  readonly goal: string;
};

const ROUNDS = 7;
/** The clock of a thread ticks every few milliseconds: what is timed must be long against that. */
const REPEATS = 20;
/** The cascade is so slow that fewer messages do. */
const FEW = 60;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Microseconds of this thread that `work` takes. */
function cpu(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

/** Medians of variants that take turns in one run, so that what else the machine does is shared among them. */
function interleaved<Name extends string>(variants: Record<Name, () => unknown>): Record<Name, number> {
  const taken: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, work] of Object.entries<() => unknown>(variants)) (taken[name] ??= []).push(cpu(work));
  }
  // Every key of `variants` was just filled in.
  return Object.fromEntries(Object.entries(taken).map(([name, values]) => [name, median(values)])) as Record<
    Name,
    number
  >;
}

const round = (value: number) => Number(value.toPrecision(3));

function row(
  name: string,
  unit: string,
  value: number,
  baseline: number | null,
  ratio: number | null,
  goal: string,
): BenchRow {
  return { name, unit, value: round(value), baseline: baseline && round(baseline), ratio: ratio && round(ratio), goal };
}

function speeds(): BenchRow[] {
  const messages = mixedMessages(2_000);
  const json = messages.map((text) => JSON.stringify({ text, reading: parseMessage(text) }));
  const broken = messages.map((text) =>
    text.replace(/ on \d+\/\d+\/\d+/, ' on 15/13/26').replace(/balance (is|was)/g, 'balance'),
  );
  const failing = broken.filter((text) => parseMessage(text).outcome === 'unrecognised');
  const passing = messages.slice(0, failing.length);
  const cascade = naiveCascade();
  let sink = 0;
  const each = (texts: readonly string[], work: (text: string) => number) => () => {
    for (let i = 0; i < REPEATS; i += 1) for (const text of texts) sink += work(text);
  };
  const read = (text: string) => parseMessage(text).spans.length;
  const walk = (text: string) => {
    let sum = 0;
    for (let i = 0; i < text.length; i += 1) sum += text.charCodeAt(i);
    return sum;
  };
  const took = interleaved({
    parse: each(messages, read),
    cascade: each(messages.slice(0, FEW), cascade),
    json: each(json, (text) => Object.keys(JSON.parse(text) as object).length),
    walk: each(messages, walk),
    failing: each(failing, read),
    passing: each(passing, read),
  });
  if (Number.isNaN(sink)) throw new Error('nothing was read');
  const perMessage = took.parse / messages.length / REPEATS;
  const cascadeEach = took.cascade / FEW / REPEATS;
  return [
    row('parse, mixed corpus', 'µs/message', perMessage, null, null, ''),
    row(
      'against a cascade of regular expressions',
      'µs/message',
      perMessage,
      cascadeEach,
      cascadeEach / perMessage,
      '≥ 60 × faster',
    ),
    row(
      'against JSON.parse of the same readings',
      'µs/message',
      perMessage,
      took.json / json.length / REPEATS,
      took.parse / took.json,
      '',
    ),
    row(
      'against touching every character',
      'µs/message',
      perMessage,
      took.walk / messages.length / REPEATS,
      took.parse / took.walk,
      '≤ 5 ×',
    ),
    row(
      'a failure explained, against a success',
      'µs/message',
      took.failing / failing.length / REPEATS,
      took.passing / passing.length / REPEATS,
      took.failing / took.passing,
      '≤ 8 ×',
    ),
  ];
}

const SIZES = [16_000, 64_000, 256_000, 1_024_000];
/** Characters read at each size, so that all are long against the clock's tick. */
const SAME_WORK = 8_192_000;

function worstCases(): BenchRow[] {
  return adversaries.map(([name, textOf]) => {
    const took = SIZES.map((size) => {
      const text = textOf(size);
      const times = SAME_WORK / size;
      const all = () => Array.from({ length: times }, () => parseMessage(text));
      return median([1, 2, 3].map(() => cpu(all))) / times;
    });
    const [, , before = 1, last = 1] = took;
    const exponent = Math.log(last / before) / Math.log(4);
    return row(`worst case: ${name}`, 'ms/MB', last / 1000, null, exponent, '≤ 100 ms, exponent ≤ 1.1');
  });
}

/** The first thousand messages of a fresh process: loading the built parser, building the grammar and reading, on the thread that waits. */
async function coldStart(): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        lib: { entry: 'parser/parse.ts', formats: ['es'], fileName: 'parser' },
      },
    });
    writeFileSync(join(folder, 'messages.json'), JSON.stringify(mixedMessages(1_000)));
    const program = `
      import { readFileSync } from 'node:fs';
      const messages = JSON.parse(readFileSync(${JSON.stringify(join(folder, 'messages.json'))}, 'utf8'));
      const before = process.threadCpuUsage();
      const { parseMessage } = await import(${JSON.stringify(pathToFileURL(join(folder, 'parser.js')).href)});
      for (const text of messages) parseMessage(text);
      const { user, system } = process.threadCpuUsage(before);
      process.stdout.write(String((user + system) / 1000));`;
    const runs = Array.from({ length: 5 }, () =>
      Number(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })),
    );
    return row('first 1,000 messages after a cold start', 'ms', median(runs), null, null, '≤ 25 ms');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What reading a message costs, always beside something else measured in the same run. */
export async function benchParser(): Promise<readonly BenchRow[]> {
  if (rules.length === 0) throw new Error('there is no grammar');
  return [...speeds(), ...worstCases(), await coldStart()];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.table(await benchParser());
}
