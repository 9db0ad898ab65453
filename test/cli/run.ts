import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const main = join(import.meta.dirname, '../../cli/main.ts');

/** What a finished `risiti` left behind. */
export type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Starts the real program, which reads `typed` and no more; `finished` is what it leaves behind. */
export function start(words: readonly string[], env: Record<string, string> = {}, typed = '') {
  const child = spawn(process.execPath, [main, ...words], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A program that never reads may be gone before it is written to.
  child.stdin.on('error', () => undefined).end(typed);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { child, finished };
}

/** Runs the real program to its end. */
export const risiti = (words: readonly string[], env: Record<string, string> = {}): Promise<Finished> =>
  start(words, env).finished;

/** A folder for a test file's own, gone when it is done. Answers with where a name in it lies. */
export function ownFolder(): (name: string) => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'risiti-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return (name) => join(folder, name);
}

export const sample = (name: string): string => join(import.meta.dirname, '../../samples', name);
