import { Menu, type MenuItemConstructorOptions } from 'electron';

export type MenuActions = {
  readonly openBook: () => void;
  readonly newBook: () => void;
  readonly showFolder: () => void;
};

/** The menu bar. What is done inside the page has its place in the page; here is what only a desktop can do. */
export function setMenu(
  { openBook, newBook, showFolder }: MenuActions,
  { mac, development }: { mac: boolean; development: boolean },
): void {
  const file: MenuItemConstructorOptions[] = [
    { label: 'New book…', accelerator: 'CmdOrCtrl+Shift+N', click: newBook },
    { label: 'Open book…', accelerator: 'CmdOrCtrl+O', click: openBook },
    { label: 'Show the book’s folder', click: showFolder },
    { type: 'separator' },
    { role: mac ? 'close' : 'quit' },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'togglefullscreen' },
  ];
  const tools: MenuItemConstructorOptions[] = [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' } as const] : []),
      { label: 'File', submenu: file },
      { role: 'editMenu' },
      { label: 'View', submenu: development ? [...view, ...tools] : view },
      { role: 'windowMenu' },
    ]),
  );
}
