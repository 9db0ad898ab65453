import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageHeaders } from '#contract/page.ts';

/**
 * Electron's security checklist, all twenty, as code. Points that a spec shows on the running app are named with it and
 * checked here only for being there; the rest is read from what we ship.
 */
const sources = readdirSync('electron', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) =>
    readFileSync(join(entry.parentPath, entry.name), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gm, ''),
  )
  .join('\n');
const specs = readFileSync('test/electron/desktop.spec.ts', 'utf8');
const builder = readFileSync('electron.builder.yml', 'utf8');
const csp = pageHeaders['content-security-policy'] ?? '';

const said = (text: string) => sources.includes(text);
const shown = (title: string) => specs.includes(`'${title}'`);
const fuse = (name: string, state: boolean) => new RegExp(`^ {2}${name}: ${state}$`, 'm').test(builder);

const checklist: readonly (readonly [point: string, holds: () => boolean])[] = [
  [
    '1 only secure content',
    () =>
      said("pageOrigin = 'app://risiti'") &&
      shown('every file of the page comes with our headers, and nothing comes from elsewhere'),
  ],
  [
    '2 no Node integration',
    () =>
      said('nodeIntegration: false') &&
      !said('nodeIntegrationIn') &&
      shown('the page has neither Node nor a way to change its bridge'),
  ],
  ['3 context isolation', () => said('contextIsolation: true')],
  ['4 process sandboxing', () => said('sandbox: true') && said('app.enableSandbox()') && !said('no-sandbox')],
  [
    '5 permission requests are answered',
    () => ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler'].every(said),
  ],
  ['6 web security stays on', () => said('webSecurity: true')],
  [
    '7 a content security policy',
    () => csp.startsWith("default-src 'none'; script-src 'self'") && !/unsafe|\*|https?:/.test(csp),
  ],
  ['8 no insecure content', () => !said('allowRunningInsecureContent')],
  ['9 no experimental features', () => !said('experimentalFeatures')],
  ['10 no Blink features', () => !said('enableBlinkFeatures')],
  ['11 no popups from web views', () => !said('allowpopups') && !said('webviewTag')],
  ['12 web views are refused', () => said("'will-attach-webview', (event) => event.preventDefault()")],
  [
    '13 navigation is limited',
    () => said("'will-frame-navigate'") && said("'will-redirect'") && shown('the window stays where it is'),
  ],
  ['14 new windows are refused', () => said("setWindowOpenHandler(() => ({ action: 'deny' }))")],
  ['15 nothing untrusted is opened outside', () => !said('openExternal')],
  ['16 a current Electron, pinned', () => /"electron": "4[5-9]\.\d+\.\d+"/.test(readFileSync('package.json', 'utf8'))],
  [
    '17 the sender of every message is checked',
    () =>
      sources.match(/\bipc(Main)?\.(handle|on|once|handleOnce)\(/g)?.length === 1 &&
      shown('a page that is not ours gets no answer, though it carries our preload'),
  ],
  [
    '18 no file: addresses',
    () => !said('loadFile') && !said('file://') && fuse('grantFileProtocolExtraPrivileges', false),
  ],
  [
    '19 fuses',
    () =>
      [
        'runAsNode',
        'enableNodeOptionsEnvironmentVariable',
        'enableNodeCliInspectArguments',
        'loadBrowserProcessSpecificV8Snapshot',
      ].every((name) => fuse(name, false)) &&
      ['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar'].every((name) =>
        fuse(name, true),
      ),
  ],
  [
    '20 no Electron API in the page',
    () => sources.match(/exposeInMainWorld\(/g)?.length === 1 && !/exposeInMainWorld\([^)]*ipcRenderer\)/.test(sources),
  ],
];

test.each(checklist)('%s', (_point, holds) => {
  expect(holds()).toBe(true);
});

test('the list is whole, and what the stand-in cannot show is written down', () => {
  expect(checklist.map(([point]) => Number.parseInt(point, 10))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(existsSync('test/electron/not-run.md')).toBe(true);
});

test('the scheme may be read by nobody else', () => {
  expect(sources).toContain("scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true }");
  expect(sources).not.toMatch(/corsEnabled|bypassCSP|allowServiceWorkers/);
});
