import { z } from 'zod';
import { type Command, UsageError } from '../command.ts';
import { readWords } from '../options.ts';
import { outputNames, type OutputName, outputs } from '../outputs.ts';

const help = `risiti schema [${outputNames.join(' | ')}]

Prints the JSON schema of what a command prints with --json; without a name, of all of them by name.
`;

/** The JSON schema of one command's output, in the words that are kept in \`docs/schema\`. */
export const schemaOf = (name: OutputName): unknown => ({
  title: `risiti ${name} --json`,
  ...z.toJSONSchema(outputs[name]),
});

export const schema: Command = {
  name: 'schema',
  summary: 'print the JSON schema of an output',
  help,
  async run(argv, { stdout }) {
    const [name, ...more] = readWords(argv, {}).positionals;
    if (more.length > 0 || (name !== undefined && !isOutput(name))) {
      throw new UsageError(`There are schemas for ${outputNames.join(', ')}.`);
    }
    const found =
      name === undefined ? Object.fromEntries(outputNames.map((each) => [each, schemaOf(each)])) : schemaOf(name);
    stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return 0;
  },
};

const isOutput = (name: string): name is OutputName => Object.hasOwn(outputs, name);
