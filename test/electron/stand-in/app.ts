import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { preventable } from './event.ts';
import { refusing } from './refusing.ts';

type Described = { folder: string; name: string; words: readonly string[] };

const ready = Promise.withResolvers<void>();
let described: Described = { folder: '', name: '', words: [] };
let isReady = false;
let quitting = false;

/** Closes every window that lets itself be closed; false where one stayed. Set by the windows, which know themselves. */
let closeWindows = (): boolean => true;

const events = new EventEmitter();

export const app = refusing(
  'app',
  Object.assign(events, {
    isPackaged: false,
    whenReady: () => ready.promise,
    isReady: () => isReady,
    enableSandbox() {
      if (isReady) throw new Error('stand-in: enableSandbox comes too late');
    },
    getAppPath: () => described.folder,
    getName: () => described.name,
    getPath(name: string) {
      const userData = described.words
        .find((word) => word.startsWith('--user-data-dir='))
        ?.slice('--user-data-dir='.length);
      const paths: Record<string, string> = {
        home: homedir(),
        temp: tmpdir(),
        userData: userData ?? join(tmpdir(), `stand-in-${process.pid}`),
      };
      const path = paths[name];
      if (path === undefined) throw new Error(`stand-in: app.getPath('${name}') is not modelled`);
      mkdirSync(path, { recursive: true });
      return path;
    },
    /** Only ever asked once a process here; two processes on one folder are for the real binary to show. */
    requestSingleInstanceLock: () => true,
    quit() {
      if (quitting || ask('before-quit')) return;
      quitting = true;
      quitting = closeWindows() && !ask('will-quit');
      if (quitting) app.exit(0);
    },
    exit(code = 0) {
      events.emit('quit', {}, code);
      process.exit(code);
    },
    /** Told by `run.ts`, before the app's own module is evaluated. */
    describe: (facts: Described) => void (described = facts),
  }),
);

/** True where a listener prevented it. */
function ask(event: string): boolean {
  const asked = preventable({});
  events.emit(event, asked);
  return asked.defaultPrevented;
}

/** Electron says it is ready only once the main module has been evaluated. */
export function becomeReady(): void {
  isReady = true;
  events.emit('ready', {});
  ready.resolve();
}

export const onCloseWindows = (close: () => boolean): void => void (closeWindows = close);

/** True from the moment the app has decided to quit. */
export const isQuitting = (): boolean => quitting;
