/** The DevTools protocol over Node's own WebSocket: one connection, one session a page. */

export type Params = Record<string, unknown>;
/** What the protocol answers is read where it is used; its shapes are Chromium's, not ours. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = any;
export type Listener = (method: string, params: Answer) => void;

export type Session = {
  send(method: string, params?: Params): Promise<Answer>;
  on(listener: Listener): void;
};

export type Connection = Session & { session(id: string): Session; close(): void };

type Waiting = { method: string; done: (value: Answer) => void; fail: (error: Error) => void };

/** Connects to a browser's endpoint. */
export async function connect(endpoint: string): Promise<Connection> {
  const socket = new WebSocket(endpoint);
  await new Promise((done, fail) => {
    socket.addEventListener('open', done, { once: true });
    socket.addEventListener('error', () => fail(new Error(`stand-in: no browser at ${endpoint}`)), { once: true });
  });

  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Listener[]>();
  let last = 0;

  socket.addEventListener('message', ({ data }) => {
    const message: Answer = JSON.parse(String(data));
    const asked = waiting.get(message.id);
    if (!asked) {
      for (const listener of listeners.get(message.sessionId ?? '') ?? []) listener(message.method, message.params);
      return;
    }
    waiting.delete(message.id);
    if (message.error) asked.fail(new Error(`${asked.method}: ${message.error.message}`));
    else asked.done(message.result);
  });
  socket.addEventListener('close', () => {
    for (const { method, fail } of waiting.values()) fail(new Error(`${method}: the browser has gone`));
    waiting.clear();
  });

  const session = (sessionId: string): Session => ({
    send: (method, params = {}) =>
      new Promise((done, fail) => {
        const id = (last += 1);
        waiting.set(id, { method, done, fail });
        const text = JSON.stringify({ id, method, params, ...(sessionId === '' ? {} : { sessionId }) });
        // From the event loop, never at once: what Playwright evaluates here runs as an interrupt, which may fall into the
        // middle of another message being written; Node's stream would then drop this one without a word.
        setImmediate(() => socket.send(text));
      }),
    on: (listener) => void listeners.set(sessionId, [...(listeners.get(sessionId) ?? []), listener]),
  });
  return { ...session(''), session, close: () => socket.close() };
}
