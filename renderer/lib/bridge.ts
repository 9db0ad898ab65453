import type { Bridge } from '#contract/bridge.ts';
import type { BookEvent } from '#contract/book.ts';
import type { Reply } from '#contract/errors.ts';
import type { FileToken } from '#contract/import.ts';

export type PageBridge = Bridge<File>;

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly risiti?: PageBridge;
  }
}

/** The door to the book: Electron's where there is one, else HTTP to the host that served this page. */
export const openBridge = (): PageBridge => window.risiti ?? browserBridge();

function browserBridge(): PageBridge {
  const session = openSession();
  return {
    host: 'browser',
    call: (name, input) => post(session, `/call/${name}`, JSON.stringify(input), 'application/json'),
    offer: (file) =>
      post<FileToken>(session, `/files?name=${encodeURIComponent(file.name)}`, file, 'application/octet-stream'),
    save: (token) => download(session, token),
    onEvent: (listener) => listen(session, listener),
  };
}

/** Trades the one-time token of the printed address for a cookie, and takes it out of the address. */
async function openSession(): Promise<void> {
  const token = /^#t=(.+)$/.exec(location.hash)?.[1];
  if (!token) return;
  history.replaceState(null, '', location.pathname);
  await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
}

/** `T` is what the host answers this path with: page and host come from one build. */
async function post<T>(session: Promise<void>, path: string, body: BodyInit, type: string): Promise<Reply<T>> {
  try {
    await session;
    // By its number the host knows a call that the browser sends once more because its line broke.
    const headers = { 'content-type': type, 'risiti-call': crypto.randomUUID() };
    const response = await fetch(path, { method: 'POST', headers, body });
    if (response.status === 401) return { ok: false, code: 'forbidden', message: 'No session.' };
    const reply: Reply<T> = await response.json();
    return reply;
  } catch {
    return { ok: false, code: 'offline', message: 'The host did not answer.' };
  }
}

/** The browser's own download: it asks, or not, as its owner has set it up. */
async function download(session: Promise<void>, token: string): Promise<Reply<boolean>> {
  await session;
  const link = document.createElement('a');
  link.href = `/downloads/${encodeURIComponent(token)}`;
  link.download = '';
  link.click();
  return { ok: true, value: true };
}

function listen(session: Promise<void>, listener: (event: BookEvent) => void): () => void {
  let source: EventSource | null = null;
  let closed = false;
  let opened = false;
  const open = () => {
    if (closed) return;
    source = new EventSource('/events');
    // Opened again after it broke: whatever was told meanwhile was not heard.
    source.addEventListener('open', () => {
      if (opened) listener({ kind: 'changed' });
      opened = true;
    });
    // The host sends nothing but BookEvents here.
    source.addEventListener('message', ({ data }) => {
      const event: BookEvent = JSON.parse(String(data));
      listener(event);
    });
  };
  session.then(open, open);
  return () => {
    closed = true;
    source?.close();
  };
}
