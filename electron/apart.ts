import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { StartApart } from '#ledger/imports/apart/start-apart.ts';

const entry = join(import.meta.dirname, 'reading-process.js');

/** A utility process, without the environment: the package's fuses let our binary be started as nothing else. */
export const utilityApart: StartApart = (port) => {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Risiti reading a file',
    // Windows finds its own libraries by this one.
    env: { SystemRoot: process.env['SystemRoot'] },
    stdio: 'ignore',
  });
  child.on('message', (answer: unknown) => port.postMessage(answer, []));
  child.once('exit', () => port.close());
  port.on('message', (request: unknown) => child.postMessage(request, []));
  port.once('close', () => {
    // Before it has begun there is nothing to kill.
    if (!child.kill()) child.once('spawn', () => child.kill());
  });
};
