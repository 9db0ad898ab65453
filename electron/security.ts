import type { Session, WebContents } from 'electron';

/** Of a message from a page: the contents and the frame it says to come from. Electron fills both in, the page cannot. */
export type Sender = {
  readonly sender: unknown;
  readonly senderFrame: { readonly url: string; readonly origin: string; readonly parent: unknown } | null;
};

/** True only for the main frame of a window of ours while it shows our own page. `home` is the page's whole address. */
export function isTrusted({ sender, senderFrame }: Sender, windows: readonly unknown[], home: string): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    windows.includes(sender) &&
    isHome(senderFrame.url, home) &&
    senderFrame.origin === originOf(home)
  );
}

/** True where an address is the page itself, whatever place within it: the same scheme, host, port and path, exactly. */
export function isHome(address: string, home: string): boolean {
  const url = URL.parse(address);
  const ours = new URL(home);
  return (
    url !== null &&
    url.protocol === ours.protocol &&
    url.host === ours.host &&
    url.pathname === ours.pathname &&
    url.search === '' &&
    url.username === '' &&
    url.password === ''
  );
}

/** `URL.origin` says `null` for schemes of one's own. */
function originOf(address: string): string {
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

/** No permission of any kind, and no request that leaves the page's own origin. */
export function closeSession(session: Session, home: string): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !staysHome(url, home) }));
}

/** The page's own files, and data it made itself; the developer's server also speaks over a socket. */
export function staysHome(address: string, home: string): boolean {
  const url = URL.parse(address);
  const ours = new URL(home);
  if (url === null) return false;
  if (['data:', 'blob:', 'devtools:'].includes(url.protocol)) return true;
  const development = ours.protocol === 'http:' && url.protocol === 'ws:';
  return url.host === ours.host && (url.protocol === ours.protocol || development);
}

/** A window stays where it was opened: no navigation, no redirect, no second window, no embedded page. */
export function pinContents(contents: WebContents, home: string): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isHome(event.url, home)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
