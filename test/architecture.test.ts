import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each folder may import. Reading down this table is reading the architecture. */
const allowed: Record<string, readonly string[]> = {
  parser: [],
  contract: ['#parser/', 'zod'],
  ledger: [
    '#parser/',
    '#contract/',
    'node:',
    'better-sqlite3',
    'papaparse',
    'zod',
    'cfb',
    'fflate',
    'pdfjs-dist/',
    'read-excel-file/',
    'write-excel-file/',
  ],
  electron: ['#parser/', '#contract/', '#ledger/', 'node:', 'electron'],
  cli: ['#parser/', '#contract/', '#ledger/', 'node:', 'zod', 'package.json'],
  renderer: [
    '#parser/',
    '#contract/',
    'react',
    'react-dom',
    '@base-ui/',
    '@tanstack/',
    'lucide-react',
    'i18next',
    'react-i18next',
    '@fontsource-variable/',
  ],
};

const root = join(import.meta.dirname, '..');

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));

/** Import specifiers, with relative ones made into paths from the root. */
const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'|^\s*import\s+'([^']+)'/gm,
    ),
  ]
    .map((match) => (match[1] ?? match[2] ?? match[3])!)
    .map((name) => (name.startsWith('.') ? join(dirname(file), name) : name));

describe.each(Object.keys(allowed))('%s', (folder) => {
  const prefixes = [`${folder}/`, `#${folder}/`, ...allowed[folder]!];

  test.each(sources(folder))('%s imports only what its folder may', (file) => {
    expect(importsOf(file).filter((name) => !prefixes.some((prefix) => name.startsWith(prefix)))).toEqual([]);
  });

  test.each(sources(folder))('%s imports only files that exist', (file) => {
    const local = importsOf(file)
      .filter((name) => name.startsWith('#') || name.startsWith(`${folder}/`))
      .map((name) => name.replace(/^#/, '').replace(/\?.*$/, ''));
    expect(local.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });
});

test('only the folders above hold sources', () => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name);
  const others = ['bench', 'build', 'dist', 'docs', 'node_modules', 'out', 'samples', 'scripts', 'test'];
  expect(folders.filter((name) => !(name in allowed) && !others.includes(name))).toEqual([]);
});
