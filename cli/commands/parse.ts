import { readFile } from 'node:fs/promises';
import { text as allOf } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { type Command, type ExitCode, type Terminal, UsageError } from '#cli/command.ts';
import { parseMessage } from '#parser/parse.ts';
import { messagesIn } from '#parser/split.ts';
import { asBlock, asExtractTransaction, asRecord } from './parse-output.ts';

const help = `risiti parse [FILE|-] [--json] [--as extract-transaction]

Reads M-PESA messages from FILE or standard input. The input is text, with any number of messages in it,
or JSON lines of {"id","text"}, one message a line.

  --json                    one JSON object a line
  --as extract-transaction  the answer of the extractTransaction request {"message"}

Exits with 0 when every message was read, 1 when one was not, 2 when FILE cannot be read.
`;

/** `risiti parse`: what messages say. */
export const parse: Command = {
  name: 'parse',
  summary: 'read M-PESA messages',
  help,
  async run(argv, terminal) {
    const { values, positionals } = options(argv);
    if (positionals.length > 1) throw new UsageError('name one file, or none for standard input');
    if (values.as !== undefined && values.as !== 'extract-transaction') {
      throw new UsageError(`--as knows extract-transaction, not ${values.as}`);
    }
    const input = await inputOf(positionals[0] ?? '-', terminal);
    if (input === null) return 2;
    if (values.as) return answerRequest(input, terminal);
    return print(itemsIn(input), values.json === true, terminal);
  },
};

function options(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, as: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

/** The whole input, or null when the file cannot be read, which standard error then says. */
async function inputOf(file: string, { stdin, stderr }: Terminal): Promise<string | null> {
  if (file === '-') return allOf(stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    stderr.write(`risiti parse: cannot read ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

type Item = { readonly id: string; readonly text: string };

/** The messages of the input. Ids of a text are the places of its messages in it, from 1. */
function itemsIn(input: string): readonly Item[] {
  const lines = input.split('\n').filter((line) => line.trim() !== '');
  const items = lines.map(itemOf);
  if (lines.length > 0 && items.every((item) => item !== null)) return items;
  const messages = messagesIn(input);
  // A text in which no message could be told apart is one message that cannot be read, and is said to be.
  const texts = messages.length === 0 && input.trim() !== '' ? [input] : messages;
  return texts.map((text, i) => ({ id: String(i + 1), text }));
}

function itemOf(line: string): Item | null {
  if (!line.trimStart().startsWith('{')) return null;
  const value = jsonOf(line);
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') return null;
  const id = 'id' in value ? value.id : undefined;
  return { id: typeof id === 'string' || typeof id === 'number' ? String(id) : '', text: value.text };
}

/** The value of a JSON text; undefined where it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function print(items: readonly Item[], json: boolean, { stdout }: Terminal): ExitCode {
  let unread = 0;
  for (const { id, text } of items) {
    const reading = parseMessage(text);
    if (reading.outcome === 'unrecognised') unread += 1;
    stdout.write(json ? `${JSON.stringify(asRecord(id, reading))}\n` : `${asBlock(text, reading)}\n`);
  }
  return unread > 0 ? 1 : 0;
}

function answerRequest(input: string, { stdout }: Terminal): ExitCode {
  const request = jsonOf(input);
  const asked = typeof request === 'object' && request !== null && 'message' in request ? request.message : input;
  const { body, read } = asExtractTransaction(typeof asked === 'string' ? asked : '');
  stdout.write(`${body}\n`);
  return read ? 0 : 1;
}
