import { parseMessage as unbundled } from '#parser/parse.ts';
import { messagesIn } from '#parser/split.ts';
import { withBuiltParser } from './built.ts';
import { type BenchRow, interleaved, REPEATS, row } from './figures.ts';
import { mixedMessages, naiveCascade } from './material.ts';

/** The cascade is so slow that fewer messages do. */
const FEW = 40;
/** A failure costs several times as much as the rest. */
const FAILURES = 500;
/** Touching is so quick that the clock needs more of it. */
const WALKS = 6;

type Parse = typeof unbundled;

/** What a message costs, beside what else could be done with its text in the same run. The parser is the one of the built app. */
export const speeds = (): Promise<BenchRow[]> =>
  withBuiltParser(async ({ url }) => {
    const built: { readonly parseMessage: Parse } = await import(url);
    return speedsOf(built.parseMessage);
  });

function speedsOf(parseMessage: Parse): BenchRow[] {
  const messages = mixedMessages(2_000);
  // As the screen has them: parts of one long text, which the host looks into rather than copies.
  const pasted = messagesIn(messages.join('\n\n'));
  if (pasted.length !== messages.length) throw new Error('the paste was not parted as it was put together');
  const json = messages.map((text) => JSON.stringify({ text, reading: parseMessage(text) }));
  const broken = messages.map((text) =>
    text.replace(/ on \d+\/\d+\/\d+/, ' on 15/13/26').replace(/balance (is|was)/g, 'balance'),
  );
  const failing = broken.filter((text) => parseMessage(text).outcome === 'unrecognised').slice(0, FAILURES);
  const passing = messages.slice(0, failing.length);
  const cascade = naiveCascade();
  let sink = 0;
  const each = (texts: readonly string[], work: (text: string) => number) => () => {
    for (let i = 0; i < REPEATS; i += 1) for (const text of texts) sink += work(text);
  };
  const times = (count: number, work: () => void) => () => {
    for (let i = 0; i < count; i += 1) work();
  };
  const read = (text: string) => parseMessage(text).spans.length;
  const walk = (text: string) => {
    let sum = 0;
    for (let i = 0; i < text.length; i += 1) sum += text.charCodeAt(i);
    return sum;
  };
  const took = interleaved({
    parse: each(messages, read),
    unbundled: each(messages, (text) => unbundled(text).spans.length),
    cascade: each(messages.slice(0, FEW), cascade),
    json: each(json, (text) => Object.keys(JSON.parse(text) as object).length),
    walk: times(WALKS, each(messages, walk)),
    parts: each(pasted, read),
    walkParts: times(WALKS, each(pasted, walk)),
    failing: each(failing, read),
    passing: each(passing, read),
  });
  if (Number.isNaN(sink)) throw new Error('nothing was read');
  const perMessage = took.parse / messages.length / REPEATS;
  const cascadeEach = took.cascade / FEW / REPEATS;
  return [
    row('parse, mixed corpus', 'µs/message', perMessage, null, null, ''),
    row(
      'the same in many files, as the terminal runs it',
      'µs/message',
      took.unbundled / messages.length / REPEATS,
      perMessage,
      took.unbundled / took.parse,
      '',
    ),
    row(
      'against a cascade of regular expressions',
      'µs/message',
      perMessage,
      cascadeEach,
      cascadeEach / perMessage,
      '≥ 60 × faster',
    ),
    row(
      'against JSON.parse of the same readings',
      'µs/message',
      perMessage,
      took.json / json.length / REPEATS,
      took.parse / took.json,
      '',
    ),
    row(
      'against touching every character',
      'µs/message',
      perMessage,
      took.walk / WALKS / messages.length / REPEATS,
      took.parse / (took.walk / WALKS),
      '≤ 5 ×',
    ),
    row(
      'parts of a paste, against touching every character',
      'µs/message',
      took.parts / pasted.length / REPEATS,
      took.walkParts / WALKS / pasted.length / REPEATS,
      took.parts / (took.walkParts / WALKS),
      '≤ 5 ×',
    ),
    row(
      'a failure explained, against a success',
      'µs/message',
      took.failing / failing.length / REPEATS,
      took.passing / passing.length / REPEATS,
      took.failing / took.passing,
      '≤ 8 ×',
    ),
  ];
}
