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
/** The clock of a thread ticks every 4 to 13 milliseconds: what is timed must be long against that. */
export const REPEATS = 100;
export const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Microseconds of this thread that `work` takes. */
export function cpu(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}

/** Medians of variants that take turns in one run, so that what else the machine does is shared among them. */
export function interleaved<Name extends string>(variants: Record<Name, () => unknown>): Record<Name, number> {
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

export function row(
  name: string,
  unit: string,
  value: number,
  baseline: number | null,
  ratio: number | null,
  goal: string,
): BenchRow {
  return { name, unit, value: round(value), baseline: baseline && round(baseline), ratio: ratio && round(ratio), goal };
}
