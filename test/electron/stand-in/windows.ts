import { EventEmitter } from 'node:events';
import { app, isQuitting, onCloseWindows } from './app.ts';
import type { Connection } from './cdp.ts';
import { preventable } from './event.ts';
import { refusing } from './refusing.ts';
import { makeWebContents, type WebContents } from './web-contents.ts';

type Bounds = { x: number; y: number; width: number; height: number };
type Preferences = { preload?: string } & Record<string, unknown>;
type Options = Partial<Bounds> & { show?: boolean; title?: string; webPreferences?: Preferences } & Record<
    string,
    unknown
  >;

const known = new Set(['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'show', 'title', 'webPreferences']);
/** Said aloud by every window, because a forgotten word is as dangerous as a wrong one. */
const required = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity'];
/** What the browser here does by itself, and so the only thing an app may ask of it. */
const modelled: Record<string, readonly unknown[]> = {
  sandbox: [true],
  contextIsolation: [true],
  nodeIntegration: [false],
  webSecurity: [true],
  spellcheck: [false],
  navigateOnDragDrop: [false],
  devTools: [true, false],
};

let browser: Connection | null = null;
const all = new Set<BrowserWindow>();

/** Takes over the browser: closes the page it started with, and hears when a window's target has gone. */
export async function attach(connection: Connection): Promise<void> {
  browser = connection;
  connection.on((method, { targetId, targetInfo }) => {
    if (method === 'Target.targetDestroyed')
      [...all].find(({ webContents }) => webContents.isTarget(targetId))?.vanish();
    // A second window that got past the browser's own block is closed before it shows anything.
    if (method === 'Target.targetCreated' && targetInfo.openerId) {
      void connection.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined);
    }
  });
  const { targetInfos } = await connection.send('Target.getTargets');
  await connection.send('Target.setDiscoverTargets', { discover: true });
  for (const { type, targetId } of targetInfos) {
    if (type === 'page') await connection.send('Target.closeTarget', { targetId });
  }
}

export class BrowserWindow extends EventEmitter {
  webContents: WebContents;
  private bounds: Bounds;
  private shown: boolean;
  private gone = false;

  constructor(options: Options = {}) {
    super();
    if (!browser || !app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600, show = true, webPreferences = {} } = options;
    refuseUnknown(options, webPreferences);
    this.bounds = { x, y, width, height };
    this.shown = show;
    let painted = false;
    const owner = {
      onFirstPaint: () => {
        if (!painted) this.emit('ready-to-show');
        painted = true;
      },
      onClose: () => this.close(),
    };
    this.webContents = makeWebContents(browser, { width, height, preload: webPreferences.preload }, owner);
    const self = refusing('BrowserWindow', this);
    all.add(self);
    app.emit('web-contents-created', {}, this.webContents);
    // The object that refuses is the only one anybody gets to see.
    // oxlint-disable-next-line no-constructor-return
    return self;
  }

  static getAllWindows(): BrowserWindow[] {
    return [...all];
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...all].find(({ webContents }) => webContents === contents) ?? null;
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }
  show(): void {
    this.shown = true;
  }
  isVisible(): boolean {
    return this.shown;
  }
  focus(): void {
    this.emit('focus');
  }
  setBounds(bounds: Partial<Bounds>): void {
    Object.assign(this.bounds, bounds);
  }
  getNormalBounds(): Bounds {
    return { ...this.bounds };
  }
  isDestroyed(): boolean {
    return this.gone;
  }
  /** Asks, as a person's click on the cross does. */
  close(): void {
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    this.webContents.destroy();
    this.vanish();
  }
  vanish(): void {
    if (this.gone) return;
    this.gone = true;
    for (const window of all) if (window.webContents === this.webContents) all.delete(window);
    this.emit('closed');
    if (all.size === 0 && !isQuitting() && !app.emit('window-all-closed')) app.quit();
  }
}

export const webContents = refusing('webContents', {
  getAllWebContents: () => [...all].map(({ webContents: contents }) => contents),
  /** Playwright finds a window by its page with this. */
  fromDevToolsTargetId: (id: string) => webContents.getAllWebContents().find((contents) => contents.isTarget(id)),
});

onCloseWindows(() => {
  for (const window of all) window.close();
  return all.size === 0;
});

function refuseUnknown(options: Options, { preload: _preload, ...preferences }: Preferences): void {
  const strange = Object.keys(options).find((key) => !known.has(key));
  if (strange !== undefined) throw new Error(`stand-in: BrowserWindow's ${strange} is not modelled`);
  const missing = required.find((key) => !(key in preferences));
  if (missing !== undefined) throw new Error(`stand-in: a window must say its webPreferences.${missing}`);
  for (const [key, value] of Object.entries(preferences)) {
    if (!modelled[key]?.includes(value))
      throw new Error(`stand-in: webPreferences.${key} = ${String(value)} is not modelled`);
  }
}
