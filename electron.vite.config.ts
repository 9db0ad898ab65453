import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

// Main is ESM with three entries: the shell, the thread that writes the book, and the process that reads files apart. The preload must be CommonJS,
// because a sandboxed preload cannot load ESM. Only better-sqlite3 stays outside the bundles.
export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          'writer-thread': at('ledger/writer-thread.ts'),
          'reading-process': at('ledger/imports/apart/reading-process.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: { outDir: at('out/renderer'), minify: true, rolldownOptions: { input: at('renderer/index.html') } },
  },
});
