import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { BookSummary } from '#contract/book.ts';
import { contract } from '#contract/index.ts';
import type { Bridge } from '#contract/bridge.ts';
import { pageHeaders } from '#contract/page.ts';
import { RememberedBook } from '#contract/shelf.ts';
import { binary, expect, test } from './desktop.ts';

declare global {
  interface Window {
    readonly risiti?: Bridge<File>;
  }
}

const message =
  'TJK4ABC12D Confirmed. Ksh250.00 sent to AMINA WERU 0712345901 on 20/10/25 at 9:14 AM. New M-PESA balance is Ksh1,750.00. Transaction cost, Ksh7.00.';

const Previewed = contract['imports.preview'].output;

/** A call as the page makes it. */
const call = (page: Page, name: string, input: unknown = {}) =>
  page.evaluate(([called, given]) => window.risiti!.call(called, given), [name, input] as const);

/** The value of a reply, or its refusal as an error. */
async function value(page: Page, name: string, input: unknown = {}) {
  const reply = await call(page, name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${reply.message}`);
  return reply.value;
}

/** Chooses a file in a field of the page, as a person does, and offers it. */
async function choosing(page: Page, path: string) {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'spec-file' });
    document.body.append(input);
  });
  await page.setInputFiles('#spec-file', path);
  return page.evaluate(() => {
    const input = document.querySelector('#spec-file');
    return window.risiti!.offer((input instanceof HTMLInputElement && input.files?.[0]) || new File([], ''));
  });
}

/** The token of a chosen file. */
async function offer(page: Page, path: string): Promise<string> {
  const offered = await choosing(page, path);
  if (!offered.ok) throw new Error(offered.message);
  return offered.value.token;
}

/** Lets the next dialog of this kind answer what a person would have chosen. */
const choose = (app: ElectronApplication, dialogName: 'showOpenDialog' | 'showSaveDialog', path: string) =>
  app.evaluate(
    ({ dialog }, [name, chosen]) => {
      Object.assign(dialog, { [name]: async () => ({ canceled: false, filePaths: [chosen], filePath: chosen }) });
    },
    [dialogName, path] as const,
  );

const clickMenu = (app: ElectronApplication, label: string) =>
  app.evaluate(({ Menu }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    items?.find((item) => item.label === wanted)?.click();
  }, label);

test.describe(`the desktop app on ${binary.name}`, () => {
  test.skip(process.platform === 'win32' && binary.name === 'stand-in', 'the stand-in is a shell script');

  test('shows its page and answers its questions', async ({ desktop }) => {
    const { page } = await desktop.start();
    await expect(page).toHaveTitle(/Risiti/);
    expect(await value(page, 'book.summary')).toMatchObject({ path: desktop.book, empty: true });
    expect(await call(page, 'book.summary', { more: 1 })).toMatchObject({ ok: false, code: 'bad-request' });
    expect(await call(page, 'book.burn')).toMatchObject({ ok: false, code: 'bad-request' });
    expect(await page.evaluate(() => [typeof window.risiti, Object.keys(window.risiti!), window.risiti!.host])).toEqual(
      ['object', ['host', 'call', 'offer', 'save', 'onEvent'], 'electron'],
    );
  });

  test('the page has neither Node nor a way to change its bridge', async ({ desktop }) => {
    const { page } = await desktop.start();
    const reached = await page.evaluate(() => {
      try {
        Object.assign(window.risiti!, { call: null });
      } catch {
        // A frozen object says so in strict code.
      }
      return ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer']
        .filter((name) => name in window)
        .concat(typeof window.risiti!.call);
    });
    expect(reached).toEqual(['function']);
  });

  test('a file that was chosen is read; a path or a file of the page’s own making is not', async ({ desktop }) => {
    const { page } = await desktop.start();
    const path = join(desktop.folder, 'messages.txt');
    writeFileSync(path, message);
    const offered = await choosing(page, path);
    expect(offered).toMatchObject({ ok: true, value: { name: 'messages.txt', size: message.length } });
    const token = offered.ok ? offered.value.token : '';
    expect(JSON.stringify(offered)).not.toContain(desktop.folder);
    expect(await value(page, 'imports.run', { sources: [{ token }] })).toMatchObject({
      files: [{ ok: true, report: { rows: { read: 1, stored: 1 } } }],
    });

    expect(await page.evaluate(() => window.risiti!.offer(new File(['x'], '/etc/hostname')))).toMatchObject({
      ok: false,
      code: 'unknown-file',
    });
    const named = await page.evaluate(async () => {
      try {
        return await Reflect.apply(Reflect.get(window.risiti!, 'offer'), null, ['/etc/hostname']);
      } catch (error) {
        return String(error);
      }
    });
    expect(named).toContain('File');
  });

  test('a PDF is read by the process that was bundled for it', async ({ desktop }) => {
    const { page } = await desktop.start();
    const token = await offer(page, join(import.meta.dirname, '../golden/imports/statement-pdf/wallet.pdf'));
    expect(await call(page, 'imports.preview', { sources: [{ token }] })).toMatchObject({
      ok: true,
      value: { files: [{ ok: true, report: { importer: 'statement-pdf', rows: { rejected: 0 } } }] },
    });
  });

  test('a database that is broken, or made to do harm, is refused and the app goes on', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    const preview = async (path: string) => {
      const { files } = Previewed.parse(
        await value(page, 'imports.preview', { sources: [{ token: await offer(page, path) }] }),
      );
      return files[0];
    };
    const golden = join(import.meta.dirname, '../golden/imports/iphone-sms-db');
    expect(await preview(join(golden, 'text-and-attributed-body.db'))).toMatchObject({ ok: true });
    const damaged = { ok: false, code: 'unreadable-file', message: expect.stringContaining('damaged database') };
    expect(await preview(join(golden, 'cut-off.db'))).toMatchObject(damaged);

    // Its texts are worked out while they are read, a hundred megabytes each: its process is killed.
    const bomb = join(desktop.folder, 'sms.db');
    const db = new Database(bomb);
    db.exec(`CREATE TABLE handle (id TEXT); INSERT INTO handle VALUES ('MPESA');
      CREATE TABLE message (date INTEGER, is_from_me INTEGER, handle_id INTEGER);
      INSERT INTO message SELECT 790000000, 0, 1 FROM pragma_function_list LIMIT 20;
      ALTER TABLE message ADD COLUMN text TEXT AS (hex(zeroblob(50000000)));`);
    db.close();
    const main = await app.evaluate(() => process.pid);
    expect(await preview(bomb)).toMatchObject({ ok: false, code: 'unreadable-file' });
    expect(await value(page, 'book.summary')).toMatchObject({ empty: true });
    expect(await app.evaluate(() => process.pid)).toBe(main);
  });

  test('changes and work are told to the page until it stops listening', async ({ desktop }) => {
    const { page } = await desktop.start();
    const kinds = await page.evaluate(async (text) => {
      const heard: string[] = [];
      const both = Promise.withResolvers<void>();
      const stop = window.risiti!.onEvent(({ kind }) => {
        heard.push(kind);
        if (heard.includes('changed') && heard.includes('work')) both.resolve();
      });
      await window.risiti!.call('imports.run', { sources: [{ text }] });
      await both.promise;
      stop();
      const before = heard.length;
      const told = new Promise<void>((done) => window.risiti!.onEvent(({ kind }) => kind === 'changed' && done()));
      await window.risiti!.call('imports.undo', { id: 1 });
      await told;
      return [[...new Set(heard)].toSorted(), heard.length - before];
    }, message);
    expect(kinds).toEqual([['changed', 'work'], 0]);
  });

  test('a page that is not ours gets no answer, though it carries our preload', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    const answers = await app.evaluate(async ({ app: electron, BrowserWindow }) => {
      const preload = `${electron.getAppPath()}/out/preload/preload.cjs`;
      const heard: unknown[] = [];
      for (const address of ['data:text/html,<p>foreign', 'app://risiti.evil/', 'app://evil/']) {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
        });
        const ask = () => window.webContents.executeJavaScript("window.risiti.call('book.summary', {})");
        heard.push(await window.loadURL(address).then(ask, () => 'not loaded'));
        window.destroy();
      }
      return heard;
    });
    const refused = { ok: false, code: 'forbidden', message: expect.any(String) };
    expect(answers).toEqual([refused, 'not loaded', 'not loaded']);

    // A frame within the page has no bridge at all.
    const inner = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return frame.contentWindow !== null && 'risiti' in frame.contentWindow;
    });
    expect(inner).toBe(false);
  });

  test('the window stays where it is', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    const home = page.url();
    const routes = [
      "window.open('https://evil.example/')",
      "location.href = 'https://evil.example/'",
      "location.assign('http://localhost/')",
      "location.replace('app://evil/')",
      "location.href = 'file:///etc/hostname'",
      "document.body.insertAdjacentHTML('beforeend', '<a id=out href=https://evil.example>x</a>'); document.querySelector('#out').click()",
      "document.body.insertAdjacentHTML('beforeend', '<a id=blank target=_blank href=https://evil.example>x</a>'); document.querySelector('#blank').click()",
      "document.body.insertAdjacentHTML('beforeend', '<form id=form action=https://evil.example></form>'); document.querySelector('#form').submit()",
      "document.head.insertAdjacentHTML('beforeend', '<meta http-equiv=refresh content=\"0;url=https://evil.example\">')",
    ];
    for (const route of routes) {
      await app.evaluate(
        ({ BrowserWindow }, text) =>
          void BrowserWindow.getAllWindows()[0]!
            .webContents.executeJavaScript(`${text}; 0`)
            .catch(() => 0),
        route,
      );
      await page.waitForTimeout(100);
      expect(page.url().replace(/#.*$/, ''), route).toBe(home.replace(/#.*$/, ''));
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length), route).toBe(1);
    }
    expect(await value(page, 'book.summary')).toMatchObject({ empty: true });
  });

  test('every file of the page comes with our headers, and nothing comes from elsewhere', async ({ desktop }) => {
    const { page } = await desktop.start();
    const answered = await page.evaluate(async () => {
      const paths = ['/', '/nothing.html', ...[...document.scripts].map(({ src }) => src)];
      const headers = await Promise.all(paths.map(async (path) => Object.fromEntries((await fetch(path)).headers)));
      const reached = await fetch('https://evil.example/').then(
        () => true,
        () => false,
      );
      return { headers, reached };
    });
    expect(answered.headers.length).toBeGreaterThan(2);
    for (const headers of answered.headers) expect(headers).toMatchObject(pageHeaders);
    expect(answered.reached).toBe(false);
  });

  test('the menu opens another book, makes a new one, and keeps the old one where the other is refused', async ({
    desktop,
  }) => {
    const { app, page } = await desktop.start();
    const pathOf = async () => BookSummary.parse(await value(page, 'book.summary')).path;
    const other = join(desktop.folder, 'other.risiti');
    await choose(app, 'showSaveDialog', other);
    await clickMenu(app, 'New book…');
    await expect.poll(pathOf).toBe(other);

    const foreign = join(desktop.folder, 'foreign.risiti');
    writeFileSync(foreign, 'not a book');
    await app.evaluate(({ dialog }) => {
      const showMessageBox = async () => {
        Reflect.set(globalThis, 'refused', true);
        return { response: 0 };
      };
      Object.assign(dialog, { showMessageBox });
    });
    await choose(app, 'showOpenDialog', foreign);
    await clickMenu(app, 'Open book…');
    await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'refused'))).toBe(true);
    expect(await pathOf()).toBe(other);
    expect(readFileSync(foreign, 'utf8')).toBe('not a book');

    await choose(app, 'showOpenDialog', desktop.book);
    await clickMenu(app, 'Open book…');
    await expect.poll(pathOf).toBe(desktop.book);

    // The page's own switcher stands on the same shelf.
    const [open, before] = z.array(RememberedBook).parse(await value(page, 'books.list'));
    expect([open, before]).toMatchObject([
      { name: 'shop', open: true },
      { name: 'other', open: false },
    ]);
    await value(page, 'books.open', { id: before!.id });
    expect(await pathOf()).toBe(other);
  });

  test('what was written is there after a close, and so is the window’s size', async ({ desktop }) => {
    const first = await desktop.start();
    await value(first.page, 'settings.write', { language: 'sw', theme: 'dark', density: 'roomy' });
    await value(first.page, 'imports.run', { sources: [{ text: message }] });
    await first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.setBounds({ width: 900, height: 700 }),
    );
    await first.app.close();

    const second = await desktop.start();
    expect(await value(second.page, 'settings.read')).toMatchObject({
      language: 'sw',
      theme: 'dark',
      density: 'roomy',
    });
    expect(await value(second.page, 'book.summary')).toMatchObject({ messages: 1, empty: false });
    const bounds = await second.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.getNormalBounds(),
    );
    expect(bounds).toMatchObject({ width: 900, height: 700 });
  });

  test('a page that crashes comes back, three times a minute and no more; the book was never in danger', async ({
    desktop,
  }) => {
    const { app, page } = await desktop.start();
    await value(page, 'imports.run', { sources: [{ text: message }] });
    await app.evaluate(({ dialog }) => {
      Object.assign(dialog, { showErrorBox: (title: string) => Reflect.set(globalThis, 'told', title) });
    });
    /** Crashes the page and waits until that was noticed and, where the page is to come back, until it has. */
    const crash = (comesBack: boolean) =>
      app.evaluate(({ BrowserWindow }, waits) => {
        const { webContents } = BrowserWindow.getAllWindows()[0]!;
        return new Promise<void>((done) => {
          webContents.once('render-process-gone', () =>
            waits ? webContents.once('did-finish-load', () => done()) : done(),
          );
          webContents.forcefullyCrashRenderer();
        });
      }, comesBack);
    const asked = () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript("window.risiti.call('book.summary', {})"),
      );
    for (let time = 0; time < 3; time += 1) {
      await crash(true);
      expect(await asked()).toMatchObject({ ok: true, value: { messages: 1 } });
    }
    await crash(false);
    expect(await app.evaluate(() => Reflect.get(globalThis, 'told'))).toContain('stopped working');
  });

  test('a book that is refused is said to be, is left as it was, and the app ends when told to', async ({
    desktop,
  }) => {
    test.skip(binary.name !== 'stand-in', 'a real dialog waits for a person');
    writeFileSync(desktop.book, 'not a book');
    // Playwright would have to be quicker than an app that ends at once.
    const { status, stderr } = spawnSync(binary.path, desktop.words, {
      cwd: desktop.cwd,
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect([status, stderr]).toEqual([0, expect.stringContaining('DevTools listening')]);
    expect(readFileSync(desktop.book, 'utf8')).toBe('not a book');
  });
});

// What the stand-in cannot show is reported as not run, by name, and never as passed.
const lines = readFileSync(join(import.meta.dirname, 'not-run.md'), 'utf8').split('\n');
for (const line of binary.name === 'stand-in' ? lines.filter((text) => text.startsWith('- ')) : []) {
  test.skip(`not run: ${line.slice(2)}`, () => {});
}
