/**
 * Type-checks every folder under its own tsconfig, so that `parser/` really has no Node and no DOM. What a run found out is
 * kept in `out/types/`: the next one checks only what has changed since.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const projects = ['.', 'parser', 'contract', 'ledger', 'electron', 'cli', 'renderer', 'test', 'bench', 'scripts'];
const run = promisify(execFile);

const failures = await Promise.all(
  projects.map((project) =>
    run(
      'tsc',
      [
        '-p',
        project,
        '--pretty',
        '--incremental',
        '--tsBuildInfoFile',
        `out/types/${project === '.' ? 'root' : project}.tsbuildinfo`,
      ],
      {
        shell: process.platform === 'win32',
      },
    ).then(
      () => '',
      ({ stdout, message }: { stdout?: string; message: string }) => stdout || message,
    ),
  ),
);

// One mistake in `parser/` shows up in every project that imports it: print each report once.
const distinct = [...new Set(failures.filter(Boolean))];
for (const failure of distinct) process.stderr.write(failure);
process.exitCode = distinct.length > 0 ? 1 : 0;
