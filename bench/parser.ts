import { pathToFileURL } from 'node:url';
import { coldStart } from './parser/cold-start.ts';
import type { BenchRow } from './parser/figures.ts';
import { speeds } from './parser/speeds.ts';
import { attackedRules, worstShapes } from './parser/worst-cases.ts';

/** What reading a message costs, always beside something else measured in the same run. */
export async function benchParser(): Promise<readonly BenchRow[]> {
  // The cold start first: what comes after it warms the machine.
  const cold = await coldStart();
  return [...(await speeds()), ...worstShapes(), ...attackedRules(), cold];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.table(await benchParser());
}
