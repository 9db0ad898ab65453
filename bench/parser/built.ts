import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** The parser in one file, as the app is built, in a folder that is gone when `use` has ended. */
export async function withBuiltParser<T>(use: (parser: { folder: string; url: string }) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'risiti-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        lib: { entry: 'parser/parse.ts', formats: ['es'], fileName: 'parser' },
      },
    });
    // As in the app, whose package says what its files are: nothing has to be guessed.
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    return await use({ folder, url: pathToFileURL(join(folder, 'parser.js')).href });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
