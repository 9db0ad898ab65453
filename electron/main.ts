import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, protocol, session } from 'electron';
import { openDesk } from '#ledger/desk.ts';
import { rememberedBooks } from '#ledger/remembered-books.ts';
import { makeShelf, type Shelf } from '#ledger/shelf.ts';
import type { Keys } from '#ledger/links/held.ts';
import { utilityApart } from './apart.ts';
import { firstBook, openFirst, openNew, openOther, showFolder } from './books.ts';
import { channels } from './ipc/channels.ts';
import { registerIpc } from './ipc/register.ts';
import { setMenu } from './menu.ts';
import { keepFile } from './keep-file.ts';
import { desktopKeys } from './secrets.ts';
import { claimScheme, pageOrigin, servePage } from './page.ts';
import { readRemembered, writeRemembered, type Remembered } from './remembered.ts';
import { closeSession, isTrusted, pinContents } from './security.ts';
import { comeForward, openWindow } from './window.ts';

// The developer's server stands in for the built page in `npm run dev`, never in a package.
const home = `${(!app.isPackaged && process.env['ELECTRON_RENDERER_URL']) || pageOrigin}/`;
const log = (line: string) => process.stderr.write(`${line}\n`);
const samples = app.isPackaged ? join(process.resourcesPath, 'samples') : join(app.getAppPath(), 'samples');
let held: Keys | null = null;
/** Asked for the first time when a book is opened, which is once the app is ready and knows its keyring. */
const keys = () => (held ??= desktopKeys(join(app.getPath('userData'), 'secrets.json')));
const openBook = (path: string) =>
  openDesk(path, {
    writer: new URL('./writer-thread.js', import.meta.url),
    apart: utilityApart,
    samples,
    keys: keys(),
    log,
  });
/** Made when the app is ready and knows where it keeps what it remembers. */
let shelf: Shelf | null = null;

app.enableSandbox();
claimScheme();
app.on('web-contents-created', (_event, contents) => pinContents(contents, home));
app.on('second-instance', comeForward);
app.on('window-all-closed', () => app.quit());
// Never awaited at the top: Electron is ready only after this module has been evaluated.
if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(giveUp);
else app.quit();

async function start(): Promise<void> {
  const kept = join(app.getPath('userData'), 'window.json');
  const books = rememberedBooks(join(app.getPath('userData'), 'books.json'));
  const open = (shelf = makeShelf({ open: openBook, books, log }));
  let remembered = readRemembered(kept);
  const keep = (news: Partial<Remembered>) => writeRemembered(kept, (remembered = { ...remembered, ...news }));

  closeSession(session.defaultSession, home);
  servePage(protocol);
  registerIpc(ipcMain, open.desk, (event) => isTrusted(event, windows(), home), keepFile);
  open.desk.onEvent((event) => windows().forEach((contents) => contents.send(channels.event, event)));
  app.on('will-quit', closeBook);

  if (!(await openFirst(open, firstBook(remembered.book)))) return app.quit();
  open.desk.onEvent(({ kind }) => kind === 'turned' && keep({ book: open.path }));
  const window = openWindow(home, remembered.size, (size) => keep({ size }));
  const actions = {
    openBook: () => void openOther(open, window).catch(giveUp),
    newBook: () => void openNew(open, window).catch(giveUp),
    showFolder: () => showFolder(open),
  };
  setMenu(actions, { mac: process.platform === 'darwin', development: !app.isPackaged });
}

const windows = () => BrowserWindow.getAllWindows().map(({ webContents }) => webContents);

/** The last wish of the book is finished before the app ends. */
function closeBook(event: { preventDefault(): void }): void {
  if (!shelf || shelf.path === null) return;
  event.preventDefault();
  shelf.close().then(() => app.quit(), giveUp);
}

function giveUp(error: unknown): void {
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  dialog.showErrorBox(
    'Risiti has to close',
    `Something went wrong on our side. Nothing in your book is lost.\n\n${String(error)}`,
  );
  app.exit(1);
}
