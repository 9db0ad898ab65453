import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

/** One file of the built page. */
export type PageFile = { readonly path: string; readonly type: string };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Every file of the built page by the one URL path it answers to; `/` is `index.html`. Both hosts serve from this list
 * and from nothing else, so no request can name a file outside the folder: links and unknown types are left out.
 * Empty where the page has not been built.
 */
export function pageFiles(root: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  walk(root, '/', files);
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
}

function walk(folder: string, at: string, files: Map<string, PageFile>): void {
  for (const entry of entries(folder)) {
    const path = join(folder, entry.name);
    const type = types[extname(entry.name)];
    if (entry.isDirectory()) walk(path, `${at}${encodeURIComponent(entry.name)}/`, files);
    else if (entry.isFile() && type) files.set(at + encodeURIComponent(entry.name), { path, type });
  }
}

function entries(folder: string) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}
