import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const sources = ['renderer', 'contract', 'parser', 'electron.vite.config.ts', 'package-lock.json'];

/** True where the built page is missing or older than what it is made of. False where there are no sources to build from. */
export function pageIsOld(project: string): boolean {
  const paths = sources.map((name) => join(project, name));
  if (!paths.every((path) => existsSync(path))) return false;
  const page = join(project, 'out/renderer/index.html');
  return !existsSync(page) || newest(paths) > statSync(page).mtimeMs;
}

/** Builds the page and the bundles of the desktop app. Throws with the builder's words where it fails. */
export async function build(project: string): Promise<void> {
  const builder = join(project, 'node_modules/electron-vite/bin/electron-vite.js');
  const args = [builder, 'build', '--logLevel', 'warn'];
  try {
    await run(process.execPath, args, { cwd: project, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(`The app could not be built.\n${said}`, { cause: error });
  }
}

const newest = (paths: readonly string[]): number =>
  Math.max(
    ...paths.map((path) => {
      const about = statSync(path);
      return about.isDirectory() ? newest([...readdirSync(path)].map((name) => join(path, name))) : about.mtimeMs;
    }),
  );
