/** JSON that leaves no room for two readings: `problem` says why a text is refused. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: 'not-json' | 'too-deep' | 'duplicate-keys' };

const DEEPEST = 32;

/** Reads JSON of at most 32 levels in which no object names a key twice. Takes linear time and never throws. */
export function readJson(text: string): ReadJson {
  const problem = problemOf(text);
  if (problem !== null) return { ok: false, problem };
  const value = parsed(text);
  return value === undefined ? { ok: false, problem: 'not-json' } : { ok: true, value };
}

/** Undefined is what no JSON can say. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * One pass over brackets and keys before anything is built: `JSON.parse` recurses as deep as the text says and silently
 * keeps the last of two equal keys. What else is wrong with the text is left to `JSON.parse`.
 */
function problemOf(text: string): 'too-deep' | 'duplicate-keys' | null {
  const open: Set<unknown>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '{' || mark === '[') {
      if (open.push(new Set()) > DEEPEST) return 'too-deep';
    } else if (mark === '}' || mark === ']') open.pop();
    else if (mark === '"') {
      const end = endOfString(text, at);
      if (nextMark(text, end) === ':') {
        // Compared as read, because "\u0061" is "a".
        const key = parsed(text.slice(at, end));
        const keys = open.at(-1);
        if (keys?.has(key)) return 'duplicate-keys';
        keys?.add(key);
      }
      at = end - 1;
    }
  }
  return null;
}

/** Past the closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function nextMark(text: string, from: number): string | undefined {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return text[at];
}
