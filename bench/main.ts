/** `npm run bench -- [NAME…] [--json]`: runs benchmarks, each in a process of its own so that none warms another. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const known = readdirSync(here)
  .filter((name) => name.endsWith('.ts') && name !== 'main.ts' && name !== 'measure.ts')
  .map((name) => name.slice(0, -3))
  .toSorted();

const names = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const unknown = names.filter((name) => !existsSync(join(here, `${name}.ts`)));

if (unknown.length > 0) {
  process.stderr.write(`No benchmark called ${unknown.join(', ')}. There are: ${known.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : known) {
    const { status } = spawnSync(process.execPath, ['--expose-gc', join(here, `${name}.ts`), ...flags], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
}
