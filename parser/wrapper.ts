/** Past the line break that ends the line at `at`, or `limit`. */
export function lineEnd(text: string, at: number, limit: number): number {
  for (let end = at; end < limit; end += 1) if (text.charCodeAt(end) === 10) return end + 1;
  return limit;
}

/** A chat's own line: `[5/3/26, 14:30:12] MPESA: …` or `05/03/2026, 14:30 - MPESA: …`. */
const chat =
  /[\u200e\u200f]?(?:\[\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}[:.]\d{2}[^\]\n]{0,12}\]\s{0,2}|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}[:.]\d{2}[^\n-]{0,12}\s-\s)(?:[^:\n]{1,60}:\s{0,2})?/y;
/** What copying puts before a message: numbers of a list, bullets, quotes, a time of its own, the sender, a line across. */
const marks = new RegExp(
  [
    /[^\S\n]{1,8}/,
    /[#(]?\d{1,4}[.):][^\S\n]{1,4}|#\d{1,4}[^\S\n]{1,4}|\d{1,4}[^\S\n]-[^\S\n]|\d{1,6},(?=["A-Z])/,
    /[|;,][^\S\n]{1,3}|[-=_*~]{3,}(?=\r?\n|$)|[-•*>–][^\S\n]{0,3}|["'“”‘’«]/,
    /\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?(?:[^\S\n]{1,3}|(?=\r?\n|$))/,
    /\d{1,4}[/-]\d{1,2}[/-]\d{2,4}(?:,?[^\S\n]{1,3}|T(?=\d)|(?=\r?\n|$))/,
    /(?:today|yesterday|leo|jana)(?:,?[^\S\n]{1,3}|(?=\r?\n|$))|(?:fwd?|fw|forwarded(?: message)?):\s{0,3}/,
    /(?:from:[^\S\n]?)?m-?pesa(?:[:,]\s{0,3}|(?=\r?\n|$))/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iy',
);

/** Past what wraps a message at the beginning of a line. */
export function pastWrapper(text: string, lineStart: number): number {
  let at = lineStart;
  for (let layers = 0; layers < 8; layers += 1) {
    const wrapper = [chat, marks].find((pattern) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (!wrapper) break;
    at = wrapper.lastIndex;
  }
  return at;
}

/** Where the lines of a chat begin. */
export function chatLines(text: string): readonly number[] {
  const starts: number[] = [];
  for (let line = 0; line < text.length; line = lineEnd(text, line, text.length)) {
    chat.lastIndex = line;
    if (chat.test(text)) starts.push(line);
  }
  return starts;
}
