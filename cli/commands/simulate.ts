import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { ServiceId } from '#contract/provider.ts';
import { SimPayments } from '#ledger/providers/simulators/payments.ts';
import { simulated } from '#ledger/providers/simulators/registry.ts';
import { isScenario, type Scenario, scenarios } from '#ledger/providers/simulators/scenarios.ts';
import type { SimPayment } from '#ledger/providers/simulators/sim-service.ts';
import { startSimulator } from '#ledger/providers/simulators/simulator.ts';
import { UsageError, type Command, type ExitCode, type Terminal } from '../command.ts';
import { readWords } from '../options.ts';

const names = Object.keys(scenarios);

const help = `risiti simulate PROVIDER [--port N] [--scenario NAME] [--payments FILE]

Starts a stand-in for a service on this computer, so that the app can be tried without an account. It answers as the
service's document says and moves no money. Link it under its address with any made-up credentials.

  PROVIDER          ${ServiceId.options.join(', ')}
  --port N          listen on this port instead of any free one
  --scenario NAME   misbehave instead: one of the names below
  --payments FILE   payments it knows, as a JSON list of {id, amount, receipt, reference, phone, party, at, status}

A requested payment of 1032 shillings is cancelled, of 1037 it expires, of 2001 it fails; any other is paid.

${wrapped(names)}
`;

/** The stand-ins of all services. */
export const simulate: Command = {
  name: 'simulate',
  summary: 'start a stand-in for a service, to try the app without an account',
  help,
  run,
};

async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { service, port, scenario, payments } = await read(argv);
  const simulator = await start(service, port, scenario, payments);
  terminal.stdout.write(`${simulator.url}\n`);
  terminal.stderr.write(`${service} (${scenario}), ${payments.length} payments known. Ctrl+C ends it.\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await simulator.close();
  return 0;
}

async function read(argv: readonly string[]) {
  const options = { port: { type: 'string' }, scenario: { type: 'string' }, payments: { type: 'string' } } as const;
  const { values, positionals } = readWords(argv, options);
  const service = ServiceId.safeParse(positionals[0]);
  if (!service.success || positionals.length > 1) {
    throw new UsageError(`Name one service: ${ServiceId.options.join(', ')}.`);
  }
  const { port = '0', scenario = 'documented', payments } = values;
  if (!/^\d{1,5}$/.test(port)) throw new UsageError('--port takes a number from 0 to 65535.');
  if (!isScenario(scenario))
    throw new UsageError(`There is no scenario “${scenario}”. There are: ${names.join(', ')}.`);
  return {
    service: service.data,
    port: Number(port),
    scenario,
    payments: payments ? await readPayments(payments) : [],
  };
}

async function readPayments(path: string): Promise<SimPayment[]> {
  try {
    return SimPayments.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    throw new UsageError(`“${path}” is not a JSON list of payments; risiti simulate --help says what one is.`, {
      cause: error,
    });
  }
}

async function start(service: ServiceId, port: number, scenario: Scenario, payments: readonly SimPayment[]) {
  try {
    return await startSimulator({ service: simulated[service], port, scenario, payments });
  } catch (error) {
    throw new UsageError(`Port ${port} cannot be used; choose another, or leave --port out.`, { cause: error });
  }
}

/** Names in lines of a terminal's width. */
function wrapped(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1)!.length + word.length > 112) lines.push('');
    lines.push(`${lines.pop()} ${word}`);
  }
  return lines.map((line) => ` ${line}`).join('\n');
}
