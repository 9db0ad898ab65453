/** Evaluated first in a process that the stand-in forked: puts Electron's port in the place of Node's channel. */
import { EventEmitter } from 'node:events';
import { isMainThread } from 'node:worker_threads';
import { refusing } from './refusing.ts';

if (isMainThread) {
  const send = process.send?.bind(process);
  if (!send) throw new Error('stand-in: a utility process is forked');
  const port = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => void send(message),
  });
  // Electron holds messages back until somebody listens.
  port.on('newListener', (event) => {
    if (event === 'message' && port.listenerCount('message') === 0)
      process.on('message', (data) => void port.emit('message', { data, ports: [] }));
  });
  // Its host takes it along, as Electron does with its processes.
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  Object.assign(process, { type: 'utility', send: undefined, parentPort: refusing('parentPort', port) });
  Object.defineProperty(process.versions, 'electron', { value: 'stand-in' });
}
