/** What `import … from 'electron'` gives in the main process. A name that is not here is not modelled, and does not link. */
import { app } from './app.ts';
import { asked, dialog, shell } from './dialog.ts';
import { ipcMain } from './ipc.ts';
import { Menu } from './menu.ts';
import { protocol } from './protocol.ts';
import { refusing } from './refusing.ts';
import { safeStorage } from './safe-storage.ts';
import { session } from './session.ts';
import { utilityProcess } from './utility-process.ts';
import { BrowserWindow, webContents } from './windows.ts';

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
  webContents,
};

const electron = refusing('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
  webContents,
  /** Only here: what the app asked of the desktop. */
  asked,
});

// `require('electron')`, which is how Playwright reaches the app, answers with this one.
export { electron as 'module.exports' };
