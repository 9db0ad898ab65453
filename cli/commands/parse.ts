import { readFile } from 'node:fs/promises';
import { text as allOf } from 'node:stream/consumers';
import { parseMessage } from '#parser/parse.ts';
import type { Reading } from '#parser/reading.ts';
import { messagesIn } from '#parser/split.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { readWords } from '../options.ts';
import { asBlock, asExtractTransaction, asRecord } from './parse-output.ts';

const help = `risiti parse [FILE|-] [--json] [--as extract-transaction]

Reads M-PESA messages from FILE or standard input. The input is text, with any number of messages in it,
or JSON lines of {"id","text"}, one message a line: each line gets its answer under the id it came with.

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
    const { values, positionals } = readWords(argv, { json: { type: 'boolean' }, as: { type: 'string' } });
    if (positionals.length > 1) throw new UsageError('Name one file, or none for standard input.');
    if (values.as !== undefined && values.as !== 'extract-transaction') {
      throw new UsageError(`--as takes extract-transaction, not “${values.as}”.`);
    }
    const input = await inputOf(positionals[0] ?? '-', terminal);
    if (input === null) return 2;
    if (values.as) return answerRequest(input, terminal);
    return print(itemsIn(input), values.json === true, terminal);
  },
};

/** The whole input, or null when the file cannot be read, which standard error then says. */
async function inputOf(file: string, { stdin, stderr }: Terminal): Promise<string | null> {
  if (file === '-') return withoutMark(await allOf(stdin));
  try {
    return withoutMark(await readFile(file, 'utf8'));
  } catch (error) {
    stderr.write(`risiti parse: cannot read ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

/** Without the byte order mark that some programs begin a file with. */
const withoutMark = (text: string) => text.replace(/^\ufeff/, '');

/** A message to read; `id` is what its line of JSON says, or the place of the message in a text, from 1. */
type Item = { readonly id: unknown; readonly text: string };

/** The messages of the input, and the numbers of the lines that should have been JSON and are not. */
type Input = { readonly items: readonly Item[]; readonly bad: readonly number[] };

function itemsIn(input: string): Input {
  const lines = input.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const said = lines.filter(({ line }) => line !== '');
  return said.length > 0 && isObject(jsonOf(said[0]!.line))
    ? itemsOfLines(said)
    : { items: itemsOfText(input), bad: [] };
}

/** One message a line, whatever the line is: none may be missing from the answer. */
function itemsOfLines(lines: readonly { readonly line: string; readonly number: number }[]): Input {
  const bad: number[] = [];
  const items = lines.map(({ line, number }): Item => {
    const value = jsonOf(line);
    const id = isObject(value) && 'id' in value ? value.id : null;
    if (isObject(value) && 'text' in value && typeof value.text === 'string') return { id, text: value.text };
    bad.push(number);
    return { id, text: isObject(value) ? '' : line };
  });
  return { items, bad };
}

function itemsOfText(input: string): readonly Item[] {
  const messages = messagesIn(input);
  // A text in which no message could be told apart is one message that cannot be read, and is said to be.
  const texts = messages.length === 0 && input.trim() !== '' ? [input] : messages;
  return texts.map((text, i) => ({ id: String(i + 1), text }));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The value of a JSON text; undefined where it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function print({ items, bad }: Input, json: boolean, { stdout, stderr }: Terminal): ExitCode {
  for (const line of bad) stderr.write(`risiti parse: line ${line} is not {"id","text"}\n`);
  let unread = 0;
  for (const { id, text } of items) {
    const reading = readingOf(text);
    if (reading.outcome === 'unrecognised') unread += 1;
    stdout.write(json ? `${JSON.stringify(asRecord(id, reading))}\n` : `${asBlock(text, reading)}\n`);
  }
  return unread > 0 ? 1 : 0;
}

/** One message, which a line of JSON may hold as it was copied: behind the time and name of a chat. */
function readingOf(text: string): Reading {
  const reading = parseMessage(text);
  if (reading.outcome !== 'unrecognised') return reading;
  const [message, ...others] = messagesIn(text);
  return message !== undefined && others.length === 0 ? parseMessage(message) : reading;
}

function answerRequest(input: string, { stdout }: Terminal): ExitCode {
  const request = jsonOf(input);
  const asked = isObject(request) ? ('message' in request ? request.message : '') : input;
  const { body, read } = asExtractTransaction(typeof asked === 'string' ? asked : '');
  stdout.write(`${body}\n`);
  return read ? 0 : 1;
}
