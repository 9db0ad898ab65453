import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

const root = join(import.meta.dirname, '../..');

/** A running `risiti serve` on a book of its own. `stop` ends the process; `start` opens the same book again. */
export type App = { readonly book: string; start(): Promise<string>; stop(): Promise<void> };

export type Fixtures = { app: App; open: () => Promise<Page> };

/** Every test has its own book in its own folder and a real host in a process of its own. */
export const test = base.extend<Fixtures>({
  // The first argument must be a destructured object, says Playwright; this fixture needs no other.
  // oxlint-disable-next-line no-empty-pattern
  app: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'risiti-e2e-'));
    const app = appOn(join(folder, 'shop.risiti'));
    await use(app);
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  open: async ({ app, page }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await use(async () => {
      await page.goto(await app.start());
      return page;
    });
    expect(problems, 'the page reported no error').toEqual([]);
  },
});

export { expect } from '@playwright/test';

function appOn(book: string): App {
  let child: ChildProcess | null = null;
  return {
    book,
    async start() {
      const running = spawn(process.execPath, ['cli/main.ts', 'serve', '--book', book, '--no-open'], {
        cwd: root,
        // The list of books is kept beside the usual book: this test's own.
        env: { ...process.env, XDG_DATA_HOME: dirname(book) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child = running;
      for await (const line of createInterface({ input: running.stdout })) {
        const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0];
        if (address) return address;
      }
      throw new Error('risiti serve ended before it printed its address');
    },
    async stop() {
      const running = child;
      child = null;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      const ended = new Promise((done) => running.once('exit', done));
      running.kill('SIGTERM');
      await ended;
    },
  };
}

/** Keeps a picture of a screen as an artefact of the run, and holds the screen to WCAG 2.2 AA with axe. */
export async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, 'out/e2e/screens', `${name}.png`) });
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  );
}
