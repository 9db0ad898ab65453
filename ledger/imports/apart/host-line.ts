/** The port that Electron gives its utility processes. */
type UtilityPort = {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  postMessage(message: unknown): void;
};

/** The way from the reading process to whoever started it: Electron's port, or the channel of Node's `fork`. */
export type HostLine = {
  readonly post: (message: unknown) => void;
  readonly listen: (listener: (message: unknown) => void) => void;
};

/** `orphaned` is called where the host has gone; Electron takes its processes with it. */
export function hostLine(orphaned: () => void): HostLine {
  const { parentPort }: NodeJS.Process & { readonly parentPort?: UtilityPort } = process;
  if (parentPort)
    return {
      // It is no window.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      post: (message) => parentPort.postMessage(message),
      listen: (listener) => void parentPort.on('message', ({ data }) => listener(data)),
    };
  process.once('disconnect', orphaned);
  return {
    post: (message) => void process.send?.(message),
    listen: (listener) => void process.on('message', listener),
  };
}
