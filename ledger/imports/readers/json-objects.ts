/** One JSON object as it stood in the source, and what it says; `value` is undefined where it is no JSON after all. */
export type JsonObject = { readonly text: string; readonly value: unknown };

/** No answer, message or page of answers is longer; what goes on beyond is passed over and told as broken. */
const LONGEST_OBJECT = 4 * 1024 * 1024;
/** An object broken off is told with its beginning only. */
const SHOWN_OF_BROKEN = 2_000;

/**
 * Cuts the objects out of JSON as it arrives: a single one, the elements of an array, one a line, or one after another
 * with anything between them (the time stamps of a log). Objects inside objects stay where they are. A batch for each
 * piece of text. Never throws: what does not close or does not parse comes as an object without a value.
 */
export async function* jsonObjects(pieces: AsyncIterable<string>): AsyncGenerator<JsonObject[]> {
  const scan = scanner();
  for await (const piece of pieces) yield scan.take(piece);
  yield scan.rest();
}

/** The objects of a text that is all there. */
export const jsonObjectsOf = (text: string): JsonObject[] => {
  const scan = scanner();
  return [...scan.take(text), ...scan.rest()];
};

/** What can change the state: everything else is passed over at the engine's own speed. */
const mark = /["\\{}\n]/g;

function scanner() {
  let pending = '';
  let at = 0;
  let depth = 0;
  let start = 0;
  let quoted = false;
  let tooLong = false;

  const take = (piece: string): JsonObject[] => {
    const objects: JsonObject[] = [];
    pending += piece;
    mark.lastIndex = at;
    for (let found = mark.exec(pending); found; found = mark.exec(pending)) {
      at = found.index + 1;
      const sign = found[0];
      if (quoted && sign === '\\') {
        // What is escaped may not have arrived yet.
        if (at >= pending.length) {
          at -= 1;
          break;
        }
        at += 1;
        mark.lastIndex = at;
      } else if (sign === '"') quoted = depth > 0 && !quoted;
      // No JSON string holds a bare line break: a quote left open ends there, so that one bad line costs one line.
      else if (sign === '\n') quoted = false;
      else if (!quoted && sign === '{') {
        if (depth === 0) start = found.index;
        depth += 1;
      } else if (!quoted && sign === '}' && depth > 0) {
        depth -= 1;
        if (depth === 0) {
          objects.push(tooLong ? broken(pending.slice(start, at)) : parsed(pending.slice(start, at)));
          tooLong = false;
        }
      }
    }
    drop();
    return objects;
  };

  /** Lets go of what has been cut out, and of the inside of an object that is no answer any more. */
  const drop = () => {
    if (at < pending.length && pending[at] !== '\\') at = pending.length;
    if (depth > 0 && at - start > LONGEST_OBJECT) {
      tooLong = true;
      pending = pending.slice(start, start + SHOWN_OF_BROKEN) + pending.slice(at);
      at = SHOWN_OF_BROKEN;
      start = 0;
      return;
    }
    const done = depth > 0 ? start : at;
    pending = pending.slice(done);
    at -= done;
    start = 0;
  };

  const rest = (): JsonObject[] => (depth > 0 ? [broken(pending.slice(start))] : []);

  return { take, rest };
}

const broken = (text: string): JsonObject => ({ text: text.slice(0, SHOWN_OF_BROKEN), value: undefined });

function parsed(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return { text, value };
  } catch (cause) {
    if (cause instanceof SyntaxError) return broken(text);
    throw cause;
  }
}
