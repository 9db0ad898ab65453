import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { type BenchRow, median, row } from './figures.ts';
import { mixedMessages } from './material.ts';

/** The first thousand messages of a fresh process: loading the built parser, building the grammar and reading, on the thread that waits. */
export async function coldStart(): Promise<BenchRow> {
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
    writeFileSync(join(folder, 'messages.json'), JSON.stringify(mixedMessages(1_000)));
    const program = `
      import { readFileSync } from 'node:fs';
      const messages = JSON.parse(readFileSync(${JSON.stringify(join(folder, 'messages.json'))}, 'utf8'));
      const before = process.threadCpuUsage();
      const { parseMessage } = await import(${JSON.stringify(pathToFileURL(join(folder, 'parser.js')).href)});
      for (const text of messages) parseMessage(text);
      const { user, system } = process.threadCpuUsage(before);
      process.stdout.write(String((user + system) / 1000));`;
    const runs = Array.from({ length: 5 }, () =>
      Number(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })),
    );
    return row('first 1,000 messages after a cold start', 'ms', median(runs), null, null, '≤ 25 ms');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
