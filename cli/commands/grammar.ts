import { parseArgs } from 'node:util';
import { type Command, UsageError } from '#cli/command.ts';
import { catalogue, cataloguePage } from '#parser/catalogue.ts';

const help = `risiti grammar [--json | --markdown]

Lists every wording that risiti reads: its kind, country, language and an example.

  --json       one JSON object a line
  --markdown   the page docs/wordings.md
`;

/** `risiti grammar`: what can be read. */
export const grammar: Command = {
  name: 'grammar',
  summary: 'list the wordings that can be read',
  help,
  async run(argv, { stdout }) {
    const { json, markdown } = options(argv);
    if (json && markdown) throw new UsageError('choose one of --json and --markdown');
    if (json) for (const entry of catalogue()) stdout.write(`${JSON.stringify(entry)}\n`);
    else stdout.write(markdown ? cataloguePage() : table());
    return 0;
  },
};

function options(argv: readonly string[]): { json?: boolean; markdown?: boolean } {
  try {
    return parseArgs({ args: [...argv], options: { json: { type: 'boolean' }, markdown: { type: 'boolean' } } }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

function table(): string {
  const entries = catalogue();
  const width = (of: (entry: (typeof entries)[number]) => string) =>
    Math.max(...entries.map((entry) => of(entry).length));
  const rule = width((entry) => entry.rule);
  const kind = width((entry) => entry.kind);
  return entries
    .map((entry) => {
      const example = entry.example.replace(/\s+/g, ' ').slice(0, 72);
      return `${entry.rule.padEnd(rule)}  ${entry.kind.padEnd(kind)}  ${entry.country} ${entry.language}  ${example}\n`;
    })
    .join('');
}
