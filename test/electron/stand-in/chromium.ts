import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, findChromium } from '../../e2e/chromium.ts';

/** Starts the browser that draws the windows and answers with its DevTools endpoint. It ends with this process, however that ends. */
export async function startChromium(): Promise<string> {
  const path = findChromium();
  if (path === null) throw new Error('stand-in: no Chromium was found; name one with CHROMIUM=');
  const profile = mkdtempSync(join(tmpdir(), 'risiti-stand-in-'));
  const child = spawn(
    path,
    [
      ...chromiumFlags,
      '--headless',
      '--remote-debugging-port=0',
      '--block-new-web-contents',
      // Nothing resolves: whatever the app does not serve itself does not exist.
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  process.on('exit', () => {
    child.kill('SIGKILL');
    try {
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Its helpers may outlive it for a moment and still write: that must not change how this process ends.
    }
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => process.exit(128));

  return new Promise((done, fail) => {
    let said = '';
    child.stderr.on('data', (piece) => {
      said += String(piece);
      const endpoint = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (endpoint !== undefined) done(endpoint);
    });
    child.once('exit', (code) => fail(new Error(`stand-in: Chromium ended with ${code}: ${said}`)));
  });
}
