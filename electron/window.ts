import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import type { Size } from './remembered.ts';

const first = { width: 1280, height: 820 };
const reloadsAllowed = 3;
const minute = 60_000;

/** Opens the one window on the page at `home`; `keepSize` is told how large it was when it closes. */
export function openWindow(home: string, size: Size | null, keepSize: (size: Size) => void): BrowserWindow {
  const window = new BrowserWindow({
    ...(size ?? first),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Risiti',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: !app.isPackaged,
      // The spell checker would fetch its dictionaries from the network.
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepSize(sizeOf(window)));
  reviveAfterCrash(window);
  // A page that does not load shows the error itself; the promise says nothing more.
  window.loadURL(home).catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  return window;
}

function sizeOf(window: BrowserWindow): Size {
  const { width, height } = window.getNormalBounds();
  return { width, height };
}

/** A crashed page is loaded again; one that keeps crashing is left alone, with a word to the person. The book is untouched either way. */
function reviveAfterCrash(window: BrowserWindow): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes = [...crashes.filter((at) => at > Date.now() - minute), Date.now()];
    if (crashes.length <= reloadsAllowed) window.webContents.reload();
    else
      dialog.showErrorBox(
        'The window stopped working',
        `The page ended unexpectedly (${reason}). Nothing in your book is lost. Close Risiti and open it again.`,
      );
  });
}

/** Somebody started the app a second time: they were looking for this window. */
export function comeForward(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized()) window.restore();
  window?.focus();
}
