/** One figure, always beside the baseline that was measured in the same run. */
export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: string;
  /** value / baseline, or baseline / value: whichever `ratioIs` says. */
  readonly ratio: number;
  readonly ratioIs: 'times faster' | 'times the cost' | 'exponent';
  readonly goal: { readonly atLeast?: number; readonly atMost?: number } | null;
};

/** CPU milliseconds of the whole process, all threads, spent in `run`: waiting for other jobs on the machine does not count. */
export async function cpuMs(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/**
 * Runs the variants in turn, round after round, so that whatever the machine does meets all of them; gives the medians. One
 * that answers with a number has measured itself: what it took to get ready does not count.
 */
export async function interleaved<N extends string>(
  rounds: number,
  variants: Record<N, () => unknown>,
): Promise<Record<N, number>> {
  const names = Object.keys(variants) as N[];
  const times = new Map<N, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      globalThis.gc?.();
      let own: unknown;
      const all = await cpuMs(async () => {
        own = await variants[name]();
      });
      times.get(name)!.push(typeof own === 'number' ? own : all);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)])) as Record<N, number>;
}

const held = ({ ratio, goal }: Row) =>
  goal === null || ((goal.atLeast ?? -Infinity) <= ratio && ratio <= (goal.atMost ?? Infinity));
const goalText = ({ goal }: Row) =>
  goal === null ? '' : goal.atLeast !== undefined ? `goal ≥ ${goal.atLeast}` : `goal ≤ ${goal.atMost}`;

/** Prints the rows as a table, or as one JSON object with `--json`. A goal that is missed is said, and is no failure: machines are shared. */
export function report(title: string, rows: readonly Row[], argv: readonly string[] = process.argv): void {
  if (argv.includes('--json')) {
    process.stdout.write(
      `${JSON.stringify({ bench: title, rows: rows.map((row) => ({ ...row, held: held(row) })) })}\n`,
    );
    return;
  }
  process.stdout.write(`\n${title}\n`);
  for (const row of rows) {
    const value = `${row.value.toLocaleString('en', { maximumFractionDigits: row.value < 100 ? 2 : 0 })} ${row.unit}`;
    const ratio = `${row.ratio.toFixed(2)} ${row.ratioIs}${row.baseline ? ` of ${row.baseline}` : ''}`;
    process.stdout.write(
      `  ${row.name.padEnd(44)} ${value.padStart(22)}   ${ratio.padEnd(52)} ${goalText(row)}${held(row) ? '' : '  MISSED'}\n`,
    );
  }
}
