import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';

/** Where the project is. */
const root = join(import.meta.dirname, '../..');

/** The desktop app of this run: where its binary is, and how the report calls it. */
export type Binary = { readonly path: string; readonly name: string };

/** Electron's own binary where it was fetched (`npx install-electron`), else our stand-in, which says so by its name. */
export function findBinary(): Binary {
  const manifest = createRequire(import.meta.url).resolve('electron/package.json');
  const file = join(dirname(manifest), 'path.txt');
  if (existsSync(file)) {
    const path = join(dirname(manifest), 'dist', readFileSync(file, 'utf8'));
    const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (existsSync(path)) return { path, name: `electron ${version}` };
  }
  return { path: join(root, 'test/electron/stand-in/electron'), name: 'stand-in' };
}

export type Desktop = {
  /** A folder for the test's own files. */
  readonly folder: string;
  readonly book: string;
  /** Starts the built app on `book`. */
  start(): Promise<{ app: ElectronApplication; page: Page }>;
  /** What the binary is started with, and where. */
  readonly words: string[];
  readonly cwd: string;
};

export const binary = findBinary();

/** The built app as it stands when the specs begin: a build meanwhile does not pull it from under them. */
function copyApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-app-'));
  for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer', 'samples'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Every test has its own profile, its own book and its own process. */
export const test = base.extend<{ desktop: Desktop }, { built: string }>({
  built: [
    // The first argument must be a destructured object, says Playwright; this fixture needs no other.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, give) => {
      const folder = copyApp();
      await give(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  desktop: async ({ built }, give, info) => {
    info.annotations.push({ type: 'binary', description: binary.name });
    const folder = mkdtempSync(join(tmpdir(), 'risiti-desktop-'));
    const book = join(folder, 'shop.risiti');
    const running: ElectronApplication[] = [];
    const words = ['.', `--user-data-dir=${join(folder, 'profile')}`, `--book=${book}`];
    await give({
      folder,
      book,
      words,
      cwd: built,
      async start() {
        const app = await _electron.launch({ executablePath: binary.path, args: words, cwd: built });
        running.push(app);
        const page = await app.firstWindow();
        await page.waitForURL(({ protocol }) => protocol !== 'about:');
        return { app, page };
      },
    });
    for (const app of running) await app.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
