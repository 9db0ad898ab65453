/** Milliseconds of processor, collecting garbage included: what others do on the machine meanwhile is not counted. */
export function timed(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return Math.round((user + system) / 1000);
}

/** The fastest of several, so that one pause of the machine is not taken for a cost. */
export function fastest(times: number, work: () => unknown): number {
  let best = Infinity;
  for (let round = 0; round < times; round += 1) {
    globalThis.gc?.();
    best = Math.min(best, timed(work));
  }
  return best;
}

/** By which power time grows with size between two measurements. */
export const exponentOf = (size: number, ms: number, nextSize: number, nextMs: number): number =>
  Math.round((Math.log(nextMs / ms) / Math.log(nextSize / size)) * 100) / 100;
