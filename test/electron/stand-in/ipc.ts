import { refusing } from './refusing.ts';

type Handler = (event: unknown, ...words: unknown[]) => unknown;

const handlers = new Map<string, Handler>();

export const ipcMain = refusing('ipcMain', {
  handle(channel: string, handler: Handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
});

/** What the handler of a channel answers; rejects as Electron does, with nothing but the error's words. */
export async function invoke(channel: string, event: unknown, words: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return await handler(event, ...words);
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
  }
}
