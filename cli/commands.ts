import packageJson from '../package.json' with { type: 'json' };
import type { Command } from './command.ts';

/** A command that is not loaded until it runs, so that `risiti parse` never opens SQLite. */
type Listed = { readonly name: string; readonly summary: string; readonly load: () => Promise<Command> };

/** What `risiti` can do, in the order in which its help tells. */
export const commands: readonly Listed[] = [
  {
    name: 'parse',
    summary: 'read M-PESA messages',
    load: async () => (await import('./commands/parse.ts')).parse,
  },
  {
    name: 'import',
    summary: 'put messages and statements into the book',
    load: async () => (await import('./commands/import.ts')).importFiles,
  },
  {
    name: 'export',
    summary: 'write payments for a spreadsheet or an accounting program',
    load: async () => (await import('./commands/export.ts')).exportBook,
  },
  {
    name: 'reconcile',
    summary: 'hold messages against statements',
    load: async () => (await import('./commands/reconcile.ts')).reconcile,
  },
  {
    name: 'check',
    summary: 'look a receipt up at the counter',
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'audit',
    summary: 'verify the record of what was done',
    load: async () => (await import('./commands/audit.ts')).audit,
  },
  {
    name: 'report',
    summary: 'sum up what the book holds',
    load: async () => (await import('./commands/report.ts')).report,
  },
  {
    name: 'serve',
    summary: 'open the app in a browser, on this computer only',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'grammar',
    summary: 'list the wordings that can be read',
    load: async () => (await import('./commands/grammar.ts')).grammar,
  },
  {
    name: 'link',
    summary: 'link a service, to ask it about payments',
    load: async () => (await import('./commands/link.ts')).link,
  },
  {
    name: 'lookup',
    summary: 'ask the linked services about payments',
    load: async () => (await import('./commands/lookup.ts')).lookup,
  },
  {
    name: 'order',
    summary: 'request a payment, send money or a message',
    load: async () => (await import('./commands/order.ts')).order,
  },
  {
    name: 'receive',
    summary: 'listen for notices of linked services',
    load: async () => (await import('./commands/receive.ts')).receive,
  },
  {
    name: 'simulate',
    summary: 'start a stand-in for a service, to try the app without an account',
    load: async () => (await import('./commands/simulate.ts')).simulate,
  },
  {
    name: 'support',
    summary: 'say what helps to find a fault, and nothing of the shop',
    load: async () => (await import('./commands/support.ts')).support,
  },
  {
    name: 'schema',
    summary: 'print the JSON schema of an output',
    load: async () => (await import('./commands/schema.ts')).schema,
  },
];

export const version: string = packageJson.version;

export const find = async (name: string): Promise<Command | undefined> =>
  commands.find((command) => command.name === name)?.load();

/** The text of `risiti --help`. */
export const overview = (): string => `risiti <command> [--help]

Reads M-PESA messages, keeps them in a book on this computer, and holds them against statements.

${commands.map(({ name, summary }) => `  ${name.padEnd(11)}${summary}`).join('\n')}

Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 something needs attention,
2 wrong use or a file that cannot be read.
`;
