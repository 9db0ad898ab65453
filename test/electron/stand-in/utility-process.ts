import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';
import { app } from './app.ts';
import { refusing } from './refusing.ts';

type Options = { env?: NodeJS.ProcessEnv; stdio?: string; serviceName?: string } & Record<string, unknown>;

/** What makes a forked process look like a utility process from the inside. */
const inside = fileURLToPath(new URL('./utility-inside.ts', import.meta.url));
const known = new Set(['env', 'stdio', 'serviceName']);

/** As Electron's: no process before the event `spawn`, no channel but its port, and `kill` that says whether there was anything to kill. */
class UtilityProcess extends EventEmitter {
  private readonly child: ChildProcess;

  constructor(path: string, words: readonly string[], { env = process.env }: Options) {
    super();
    this.child = fork(path, words, { env, execArgv: ['--import', inside], serialization: 'advanced', stdio: 'ignore' });
    for (const event of ['spawn', 'message', 'exit'])
      this.child.on(event, (...told: unknown[]) => this.emit(event, told[0] ?? 0));
  }

  get pid(): number | undefined {
    return this.child.exitCode === null && this.child.signalCode === null ? this.child.pid : undefined;
  }

  postMessage(message: Serializable, ports: readonly unknown[] = []): void {
    if (ports.length > 0) throw new Error('stand-in: handing over ports is not modelled');
    if (this.pid !== undefined) this.child.send(message);
  }

  kill(): boolean {
    return this.pid !== undefined && this.child.kill('SIGTERM');
  }
}

export const utilityProcess = refusing('utilityProcess', {
  fork(path: string, words: readonly string[] = [], options: Options = {}) {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready.');
    const strange = Object.keys(options).find((key) => !known.has(key));
    if (strange !== undefined) throw new Error(`stand-in: a utility process's ${strange} is not modelled`);
    if (options.stdio !== 'ignore') throw new Error('stand-in: only a utility process that says nothing is modelled');
    return refusing('UtilityProcess', new UtilityProcess(path, words, options));
  },
});
