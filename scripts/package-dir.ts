/**
 * `npm run package:dir`: packs the app as a release would, as far as that goes without Electron's binary, and looks at
 * what came out. A file that carries nothing but the fuse wire stands where the binary would.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build } from '#cli/serve/build-page.ts';

const project = resolve(import.meta.dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'risiti-package-'));
const packed = join(work, 'out');

const wanted: readonly (readonly [keyof typeof FuseV1Options, FuseState])[] = [
  ['RunAsNode', FuseState.DISABLE],
  ['EnableCookieEncryption', FuseState.ENABLE],
  ['EnableNodeOptionsEnvironmentVariable', FuseState.DISABLE],
  ['EnableNodeCliInspectArguments', FuseState.DISABLE],
  ['EnableEmbeddedAsarIntegrityValidation', FuseState.ENABLE],
  ['OnlyLoadAppFromAsar', FuseState.ENABLE],
  ['LoadBrowserProcessSpecificV8Snapshot', FuseState.DISABLE],
  ['GrantFileProtocolExtraPrivileges', FuseState.DISABLE],
];

const notRun = [
  'nsis, dmg, AppImage and deb: each needs a download or its own platform',
  'the fuses inside the real binary, and the app started from its package',
  'asar integrity, which only Windows and macOS check',
  'code signing and notarisation',
];

const problems: string[] = [];
const check = (holds: boolean, problem: string) => void (holds || problems.push(problem));

try {
  await build(project);
  const builder = join(project, 'node_modules/electron-builder/cli.js');
  const places = [`-c.electronDist=${fakeElectron(join(work, 'electron'))}`, `-c.directories.output=${packed}`];
  const words = [builder, '--linux', 'dir', '--config', 'electron.builder.yml', ...places];
  execFileSync(process.execPath, words, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  const folder = join(packed, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
  lookAtPackage(folder);
  await lookAtFuses(join(folder, 'risiti'));
} finally {
  rmSync(work, { recursive: true, force: true });
}

for (const problem of problems) process.stderr.write(`wrong: ${problem}\n`);
for (const line of notRun) process.stdout.write(`not run: ${line}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** A folder shaped like Electron's: an executable that carries the fuse wire, every fuse still in its default. */
function fakeElectron(folder: string): string {
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const fuses = 9;
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuses]), Buffer.from('1'.repeat(fuses))]);
  for (const part of ['locales', 'resources']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), wire, Buffer.from('\n')]),
    { mode: 0o755 },
  );
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'resources/.keep'])
    writeFileSync(join(folder, name), 'stand-in\n');
  return folder;
}

/** What is in the package, and what must not be. */
function lookAtPackage(folder: string): void {
  const asar = join(folder, 'resources/app.asar');
  const files = filesOf(asar);
  const has = (path: string) => files.includes(path);
  for (const path of [
    '/package.json',
    '/out/main/main.js',
    '/out/main/writer-thread.js',
    '/out/main/reading-process.js',
    '/out/preload/preload.cjs',
    '/out/renderer/index.html',
    '/node_modules/better-sqlite3/lib/index.js',
  ]) {
    check(has(path), `${path} is missing from app.asar`);
  }
  const strange = files.filter(
    (path) => !/^\/(package\.json|out\/(main|preload|renderer)\/.+|node_modules\/better-sqlite3\/.+)$/.test(path),
  );
  check(strange.length === 0, `app.asar holds what nobody asked for: ${strange.slice(0, 5).join(', ')}`);
  check(
    !files.some((path) => path.endsWith('.map') || /\.(test|spec)\./.test(path)),
    'app.asar holds source maps or tests',
  );

  const bundles = files.filter((path) => /^\/out\/main\/.+\.js$/.test(path));
  const started = bundles.filter((path) =>
    /child_process|ELECTRON_RUN_AS_NODE/.test(readFileSync(join(project, path), 'utf8')),
  );
  check(started.length === 0, `${started.join(', ')} would start our binary as Node, which the fuses refuse`);

  const library = `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`;
  check(existsSync(join(`${asar}.unpacked`, library)), `${library} does not lie outside app.asar`);
  check(files.filter((path) => path.endsWith('.node')).length === 1, 'more than one platform’s library is packed');
  check(existsSync(join(folder, 'resources/samples/manifest.json')), 'the samples are missing');
  process.stdout.write(`packed: ${files.length} files in app.asar; ${problems.length} missing or strange\n`);
}

type Entry = { files?: Record<string, Entry> };

/** The paths in an archive, as its header lists them. */
function filesOf(asar: string): string[] {
  const bytes = readFileSync(asar);
  const header: Entry = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  const walk = ({ files = {} }: Entry, at: string): string[] =>
    Object.entries(files).flatMap(([name, entry]) => (entry.files ? walk(entry, `${at}${name}/`) : [`${at}${name}`]));
  return walk(header, '/');
}

async function lookAtFuses(executable: string): Promise<void> {
  const wire = await getCurrentFuseWire(executable);
  for (const [name, state] of wanted)
    check(wire[FuseV1Options[name]] === state, `the fuse ${name} is not ${FuseState[state]}`);
  process.stdout.write(`fuses: ${wanted.length} read back\n`);
}
