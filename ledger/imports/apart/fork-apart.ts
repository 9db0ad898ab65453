import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StartApart } from './start-apart.ts';

/** A forked process without the environment, for hosts that are plain Node. */
export const forking =
  (entry: URL): StartApart =>
  (port) => {
    const child = fork(fileURLToPath(entry), [], {
      execArgv: [],
      // Windows finds its own libraries by this one.
      env: { SystemRoot: process.env['SystemRoot'] },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const close = () => port.close();
    child.on('message', (answer) => port.postMessage(answer, []));
    child.once('exit', close);
    // It could not be started, or has gone while something was sent to it.
    child.on('error', close);
    port.on('message', (request) => void child.send(request));
    port.once('close', () => void child.kill('SIGKILL'));
  };

/** For hosts that run the sources as they are. */
export const forkApart: StartApart = forking(new URL('./reading-process.ts', import.meta.url));
