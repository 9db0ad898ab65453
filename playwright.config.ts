import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './test/e2e/chromium.ts';

export default defineConfig({
  testDir: 'test',
  testMatch: ['e2e/**/*.spec.ts', 'electron/**/*.spec.ts'],
  outputDir: 'out/e2e/results',
  fullyParallel: true,
  workers: 2,
  // One more try on a machine that others use as well; what needed it is named at the end.
  retries: 1,
  // The machines are shared: these are for what hangs, not for what is slow.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1366, height: 768 },
    headless: true,
    // Nothing is on its way from one colour to another when a screen is looked at.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium() ?? '', args: chromiumFlags },
  },
});
