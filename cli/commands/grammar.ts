import { catalogue, cataloguePage } from '#parser/catalogue.ts';
import { type Command, UsageError } from '../command.ts';
import { noMore, readWords } from '../options.ts';

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
    const { values, positionals } = readWords(argv, { json: { type: 'boolean' }, markdown: { type: 'boolean' } });
    noMore(positionals);
    const { json, markdown } = values;
    if (json && markdown) throw new UsageError('Choose one of --json and --markdown.');
    if (json) for (const entry of catalogue()) stdout.write(`${JSON.stringify(entry)}\n`);
    else stdout.write(markdown ? cataloguePage() : table());
    return 0;
  },
};

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
