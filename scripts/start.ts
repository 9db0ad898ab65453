/**
 * `npm start`: builds the app and opens it on the desktop. Electron's own binary is fetched once if it can be; where it
 * cannot, one line says so and the same app opens in the browser.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from '#cli/serve/build-page.ts';

const project = resolve(import.meta.dirname, '..');
const electron = join(project, 'node_modules/electron');
const patience = 20_000;

const words = process.argv.slice(2);
const book = bookOf(words);

process.stderr.write('Building.\n');
await build(project);
const refusal = binary() === null ? fetchBinary() : null;
const path = binary();
if (path === null) {
  process.stderr.write(`Opening in the browser, because Electron could not be fetched: ${refusal ?? 'no binary'}.\n`);
  process.exitCode = await run(process.execPath, [
    join(project, 'cli/main.ts'),
    'serve',
    ...(book ? ['--book', book] : []),
  ]);
} else {
  process.exitCode = await run(path, [project, ...(book ? [`--book=${book}`] : [])]);
}

/** `--book FILE` or `--book=FILE`, made absolute: Electron may run from another folder. */
function bookOf(given: readonly string[]): string | null {
  const at = given.indexOf('--book');
  const named = at >= 0 ? given[at + 1] : given.find((word) => word.startsWith('--book='))?.slice('--book='.length);
  return named ? resolve(named) : null;
}

/** Where Electron's binary lies; null where it has not been fetched. */
function binary(): string | null {
  const named = join(electron, 'path.txt');
  if (!existsSync(named)) return null;
  const found = join(electron, 'dist', readFileSync(named, 'utf8'));
  return existsSync(found) ? found : null;
}

/** Runs Electron's own install script, quietly and not for long; answers why it failed, null where it did not. */
function fetchBinary(): string | null {
  const { status, error, stderr } = spawnSync(process.execPath, [join(electron, 'install.js')], {
    cwd: dirname(electron),
    timeout: patience,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status === 0) return null;
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return `no answer within ${patience / 1_000} s`;
  const cause = /\b(getaddrinfo \S+ \S+|connect \S+ \S+|Response code \d+[^\n]*|fetch failed)/.exec(stderr)?.[1];
  return cause ?? stderr.split('\n').find((line) => line.trim() !== '') ?? `its installer ended with ${status}`;
}

/** Runs a program in the foreground. Ctrl+C reaches it as it reaches us, and it decides when to end. */
function run(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, args, { cwd: project, stdio: 'inherit' });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}
