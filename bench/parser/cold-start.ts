import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withBuiltParser } from './built.ts';
import { type BenchRow, median, row } from './figures.ts';
import { mixedMessages } from './material.ts';

/** The first thousand messages of a fresh process: loading the built parser, building the grammar and reading, on the thread that waits. */
export const coldStart = (): Promise<BenchRow> =>
  withBuiltParser(async ({ folder, url }) => {
    writeFileSync(join(folder, 'messages.json'), JSON.stringify(mixedMessages(1_000)));
    const program = `
      import { readFileSync } from 'node:fs';
      const messages = JSON.parse(readFileSync(${JSON.stringify(join(folder, 'messages.json'))}, 'utf8'));
      const before = process.threadCpuUsage();
      const { parseMessage } = await import(${JSON.stringify(url)});
      for (const text of messages) parseMessage(text);
      const { user, system } = process.threadCpuUsage(before);
      process.stdout.write(String((user + system) / 1000));`;
    const runs = Array.from({ length: 15 }, () =>
      Number(execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' })),
    );
    return row('first 1,000 messages after a cold start', 'ms', median(runs), null, null, '≤ 25 ms');
  });
