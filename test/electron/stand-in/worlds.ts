/**
 * The page's two worlds. Both functions are sent to the browser as text and run there, so they may use nothing from
 * outside themselves: `isolatedWorld` holds the preload out of the page's reach, `mainWorld` is what the page sees of it.
 * They speak through events of the window under a random tag, as neither can touch the other's objects.
 */
import type { Answer } from './cdp.ts';

/** What `webUtils.getPathForFile` answers in the page, until the main process asks the browser where the file lies. */
export const filePrefix = 'stand-in-file:';

/** The names under which the isolated world is reached from Node. */
export const hooks = {
  world: 'electron-preload',
  send: '__standInSend',
  receive: '__standInReceive',
  files: '__standInFiles',
} as const;

/** The script that every new document runs in the page's own world. */
export const mainWorldScript = (tag: string): string => `(${mainWorld.toString()})(${JSON.stringify(tag)})`;

/** The script that every new document runs in the preload's world. */
export const isolatedWorldScript = (tag: string, preload: string): string =>
  `(${isolatedWorld.toString()})(${JSON.stringify({ ...hooks, tag, filePrefix })}, (exports, require, module) => {\n${preload}\n})`;

function mainWorld(tag: string): void {
  const callbacks = new Map<number, (...words: unknown[]) => unknown>();
  const settling = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>();
  let result: Answer;
  let last = 0;

  const on = (name: string, listener: (detail: Answer) => void) =>
    window.addEventListener(tag + name, (event) => event instanceof CustomEvent && listener(event.detail));

  function call(id: number, words: unknown[]): unknown {
    const given = words.map((word) => {
      if (typeof word !== 'function') return { value: word };
      callbacks.set((last += 1), (...heard) => Reflect.apply(word, undefined, heard));
      return { callback: last };
    });
    window.dispatchEvent(new CustomEvent(`${tag}call`, { detail: { id, given } }));
    if ('error' in result) throw new Error(result.error);
    if ('callable' in result) return callable(result.callable);
    if (!('promise' in result)) return result.value;
    const { promise } = result;
    return new Promise((done, fail) => settling.set(promise, { done, fail }));
  }

  function callable(id: number) {
    return (...words: unknown[]) => call(id, words);
  }

  on('returned', (detail) => {
    result = detail;
  });
  on('settled', ({ promise, value, error }) => {
    const waiting = settling.get(promise);
    settling.delete(promise);
    if (error === undefined) waiting?.done(value);
    else waiting?.fail(new Error(error));
  });
  on('callback', ({ id, words }) => callbacks.get(id)?.(...words));
  on('expose', ({ name, values, callables }) => {
    const functions = Object.entries<number>(callables).map(([key, id]) => [key, callable(id)]);
    const value: unknown = Object.freeze({ ...values, ...Object.fromEntries(functions) });
    Object.defineProperty(window, name, { value, enumerable: true });
  });
}

type Given = typeof hooks & { tag: string; filePrefix: string };
type Module = { exports: object };
type Preload = (exports: object, require: (name: string) => unknown, module: Module) => void;

function isolatedWorld(given: Given, preload: Preload): void {
  // Electron gives a preload to the main frame only.
  if (window !== window.top) return;
  const reach: Answer = globalThis;
  const functions: ((...words: unknown[]) => unknown)[] = [];
  const files: File[] = [];
  const invoked = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>();
  const listeners = new Map<string, ((...words: unknown[]) => void)[]>();
  let last = 0;

  const fire = (name: string, detail: unknown) => window.dispatchEvent(new CustomEvent(given.tag + name, { detail }));
  const keep = (callable: (...words: unknown[]) => unknown) => functions.push(callable) - 1;
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- this function travels as text, and alone
  const saying = (error: unknown) => (error instanceof Error ? error.message : String(error));

  function answer(value: unknown): void {
    if (value instanceof Promise) {
      const promise = (last += 1);
      fire('returned', { promise });
      value.then(
        (settled: unknown) => fire('settled', { promise, value: settled }),
        (error: unknown) => fire('settled', { promise, error: saying(error) }),
      );
    } else if (typeof value === 'function') {
      fire('returned', { callable: keep((...words) => Reflect.apply(value, undefined, words)) });
    } else {
      fire('returned', { value });
    }
  }

  window.addEventListener(`${given.tag}call`, (event) => {
    if (!(event instanceof CustomEvent)) return;
    const words = event.detail.given.map((word: Answer) =>
      'callback' in word ? (...heard: unknown[]) => fire('callback', { id: word.callback, words: heard }) : word.value,
    );
    try {
      answer(functions[event.detail.id]?.(...words));
    } catch (error) {
      fire('returned', { error: saying(error) });
    }
  });

  const contextBridge = {
    exposeInMainWorld(name: string, api: Record<string, unknown>) {
      const values: Record<string, unknown> = {};
      const callables: Record<string, number> = {};
      for (const [key, value] of Object.entries(api)) {
        if (typeof value === 'function') callables[key] = keep((...words) => Reflect.apply(value, undefined, words));
        else if (typeof value === 'object') throw new Error('stand-in: only a flat object can be exposed');
        else values[key] = value;
      }
      fire('expose', { name, values, callables });
    },
  };

  const ipcRenderer = {
    invoke: (channel: string, ...words: unknown[]) =>
      new Promise((done, fail) => {
        const id = (last += 1);
        invoked.set(id, { done, fail });
        reach[given.send](JSON.stringify({ id, channel, words }));
      }),
    on(channel: string, listener: (...words: unknown[]) => void) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    off(channel: string, listener: (...words: unknown[]) => void) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((one) => one !== listener),
      );
    },
  };

  const webUtils = {
    getPathForFile(file: unknown) {
      if (!(file instanceof File)) throw new TypeError('getPathForFile expected to receive a File object');
      return `${given.filePrefix}${files.push(file) - 1}`;
    },
  };

  reach[given.files] = files;
  reach[given.receive] = (message: Answer) => {
    if ('channel' in message) {
      for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer }, ...message.words);
      return;
    }
    const waiting = invoked.get(message.id);
    invoked.delete(message.id);
    if ('error' in message) waiting?.fail(new Error(message.error));
    else waiting?.done(message.value);
  };

  const modules: Record<string, unknown> = { electron: { contextBridge, ipcRenderer, webUtils } };
  const module: Module = { exports: {} };
  const require = (name: string) => {
    if (!(name in modules)) throw new Error(`stand-in: a sandboxed preload may not require ${name}`);
    return modules[name];
  };
  preload(module.exports, require, module);
}
