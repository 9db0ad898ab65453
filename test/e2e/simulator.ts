import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

/** A payment as `risiti simulate --payments` takes it. */
export type Known = {
  readonly id: string;
  readonly amount: string;
  readonly receipt: string;
  readonly reference: string;
  readonly phone: string;
  readonly party: string;
  readonly at: string;
  readonly status: 'completed' | 'pending' | 'failed' | 'cancelled' | 'expired';
};

/** A real `risiti simulate` in a process of its own; its files lie beside the book. */
export async function simulate(service: string, book: string, payments: readonly Known[] = [], port = 0) {
  const file = join(dirname(book), `${service}.json`);
  writeFileSync(file, JSON.stringify(payments));
  const running = spawn(
    process.execPath,
    ['cli/main.ts', 'simulate', service, '--port', String(port), '--payments', file],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const url = await addressOf(running);
  return {
    url,
    async stop() {
      const ended = new Promise((done) => running.once('exit', done));
      running.kill('SIGTERM');
      await ended;
    },
  };
}

async function addressOf(running: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: running.stdout! })) {
    if (/^https?:\/\//.test(line)) return line.trim();
  }
  throw new Error('risiti simulate ended before it printed its address');
}
