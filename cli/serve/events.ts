import type { ServerResponse } from 'node:http';
import type { Desk } from '#contract/bridge.ts';

/** The open pages that are told of every change, as Server-Sent Events. */
export type Events = {
  readonly full: boolean;
  /** Sends the response every event from now on; its headers have been written. */
  add(response: ServerResponse): void;
  close(): void;
};

const pagesAllowed = 32;
/** A page that reads nothing is let go; it asks anew, and then looks again at everything. */
const bufferedAllowed = 64 * 1024;
const pulseMs = 15_000;

export function openEvents(desk: Desk): Events {
  const pages = new Set<ServerResponse>();
  const tell = (text: string) => {
    for (const page of pages) {
      if (page.writableLength > bufferedAllowed) page.destroy();
      else page.write(text);
    }
  };
  let work = '';
  const off = desk.onEvent((event) => {
    const text = `data: ${JSON.stringify(event)}\n\n`;
    if (event.kind === 'work') work = text;
    tell(text);
  });
  // A comment now and then finds the sockets whose page has gone.
  const pulse = setInterval(() => tell(':\n\n'), pulseMs).unref();
  return {
    get full() {
      return pages.size >= pagesAllowed;
    },
    add(response) {
      pages.add(response);
      response.once('close', () => pages.delete(response));
      // How far the work was when it was last told: whoever was let go may have missed that it ended.
      response.write(`retry: 1000\n\n${work}`);
    },
    close() {
      off();
      clearInterval(pulse);
      for (const page of pages) page.end();
    },
  };
}
