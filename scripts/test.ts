/**
 * `npm test`: unit, property and golden tests, then the app in a real browser. Where no Chromium is found the browser
 * tests are reported as not run, with the one command that installs it; `RISITI_REQUIRE_BROWSER=1` (CI) makes that a failure.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findChromium } from '../test/e2e/chromium.ts';

/** `again`: of the passed ones those that failed first. They are named by the runner and counted apart. */
type Counts = { passed: number; failed: number; skipped: number; again: number };

const windows = process.platform === 'win32';
const reports = 'out/test';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const total: Counts = { passed: 0, failed: 0, skipped: 0, again: 0 };
let broken = false;

function run(command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: windows, env: { ...process.env, ...env } });
  if (status !== 0) broken = true;
  return status === 0;
}

function count(file: string, read: (report: never) => Counts): void {
  try {
    const counts = read(JSON.parse(readFileSync(file, 'utf8')) as never);
    for (const key of ['passed', 'failed', 'skipped', 'again'] as const) total[key] += counts[key];
  } catch {
    // The runner died before it could write its report.
    broken = true;
    total.failed += 1;
  }
}

const unitReport = `${reports}/unit.json`;
run('vitest', [
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
  ...process.argv.slice(2),
]);
count(
  unitReport,
  (report: { numPassedTests: number; numFailedTests: number; numPendingTests: number; success: boolean }) => ({
    passed: report.numPassedTests,
    // A file that does not even load has no failed test of its own.
    failed: report.numFailedTests || (report.success ? 0 : 1),
    skipped: report.numPendingTests,
    again: 0,
  }),
);

const chromium = findChromium();
if (chromium) {
  process.stdout.write(`\nIn the browser: ${chromium}\n`);
  const browserReport = `${reports}/browser.json`;
  if (run('electron-vite', ['build', '--logLevel', 'warn'])) {
    run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport });
    count(
      browserReport,
      ({ stats }: { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }) => ({
        passed: stats.expected + stats.flaky,
        failed: stats.unexpected,
        skipped: stats.skipped,
        again: stats.flaky,
      }),
    );
  }
} else {
  process.stdout.write(
    '\nNOT RUN: the browser tests, because no Chromium was found.\n' +
      'Install one with: sudo apt-get install -y chromium chromium-headless-shell\n' +
      'or name yours: CHROMIUM=/path/to/chrome npm test\n',
  );
  if (process.env['RISITI_REQUIRE_BROWSER'] === '1') broken = true;
}

const again = total.again > 0 ? ` (${total.again} of them only when tried again)` : '';
process.stdout.write(`\n${total.passed} passed${again}, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = broken || total.failed > 0 ? 1 : 0;
