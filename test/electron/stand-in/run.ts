/** Runs an app as Electron would: reads its package.json, starts the browser, evaluates the main module, then is ready. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, becomeReady } from './app.ts';
import { startChromium } from './chromium.ts';
import { connect } from './cdp.ts';
// Whole before anybody can ask for it by name: Playwright does so the moment it sees the browser's line below.
// oxlint-disable-next-line import/no-unassigned-import
import './electron.ts';
import { attach } from './windows.ts';

const words = process.argv.slice(2);
const folder = resolve(words.find((word) => !word.startsWith('-')) ?? '.');
const manifest: { main: string; name: string; productName?: string } = JSON.parse(
  readFileSync(resolve(folder, 'package.json'), 'utf8'),
);

Object.assign(process, { type: 'browser', resourcesPath: folder, defaultApp: true });
Object.assign(process.versions, { electron: 'stand-in' });
process.argv = [process.execPath, folder, ...words.filter((word) => word.startsWith('--'))];

const endpoint = await startChromium();
await attach(await connect(endpoint));
app.describe({ folder, name: manifest.productName ?? manifest.name, words });
// Playwright waits for this line, and then speaks to the same browser.
process.stderr.write(`DevTools listening on ${endpoint}\n`);

const stuck = setTimeout(() => {
  process.stderr.write(
    'stand-in: the main module awaits the app being ready at its top level; Electron would hang here\n',
  );
  process.exit(70);
}, 60_000);
await import(pathToFileURL(resolve(folder, manifest.main)).href);
clearTimeout(stuck);
becomeReady();
