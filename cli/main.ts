import { LedgerError } from '#ledger/errors.ts';
import { type ExitCode, type Terminal, UsageError } from './command.ts';
import { commands, find, overview, version } from './commands.ts';

/** A reader that has seen enough (`| head`) is no error of ours. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

process.exitCode = await main(process.argv.slice(2), process);

/** Finds the command and runs it; every way it can fail ends in one sentence on standard error. */
async function main([name, ...rest]: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { stdout, stderr } = terminal;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = name !== undefined;
    (asked ? stdout : stderr).write(overview());
    return asked ? 0 : 2;
  }
  if (name === '--version' || name === '-v') {
    stdout.write(`risiti ${version}\n`);
    return 0;
  }
  const command = await find(name);
  if (!command) {
    stderr.write(
      `risiti: there is no command “${name}”. There are ${commands.map((known) => known.name).join(', ')}.\n`,
    );
    return 2;
  }
  if (rest.some((word) => word === '--help' || word === '-h')) {
    stdout.write(command.help);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    stderr.write(`risiti ${name}: ${sentenceOf(error)}\n`);
    if (error instanceof UsageError) stderr.write(`\n${command.help}`);
    return 2;
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof UsageError || error instanceof LedgerError) return error.message;
  if (process.env['RISITI_DEBUG'] && error instanceof Error) return error.stack ?? error.message;
  const said = error instanceof Error ? error.message : String(error);
  return `this should not have happened: ${said} (RISITI_DEBUG=1 tells where)`;
}
