import { LedgerError } from '../errors.ts';

/** One tag as it stood, `<sms … />`, and its name: `sms`, or `/smses` where it closes. */
export type XmlTag = { readonly name: string; readonly text: string };

/** A message's tag is shorter; a picture's data may be a gigabyte, and is let go as it comes. */
const LONGEST_TAG = 256 * 1024;
/** What is kept of a longer one, so that it still has its name. */
const STUB = 64;

/** How far the tag at hand has been looked at, counted from its `<`, and the quotation mark that is open there. */
type Scan = { from: number; quote: string };

/**
 * Cuts the tags out of XML as it arrives, a batch for each piece of text, in memory that does not grow with the file.
 * Comments, instructions and text between tags are passed over. Throws `unreadable-file` at a document type: no export
 * has one, and its entities are an old attack.
 */
export async function* xmlTags(pieces: AsyncIterable<string>): AsyncGenerator<XmlTag[]> {
  let pending = '';
  let scan: Scan = { from: 0, quote: '' };

  for await (const piece of pieces) {
    pending += piece;
    const tags: XmlTag[] = [];
    let at = 0;
    for (;;) {
      at = pending.indexOf('<', at);
      const end = at < 0 ? -1 : endOf(pending, at, scan);
      if (end < 0) break;
      const text = pending.slice(at, end);
      const name = /^<(\/?[A-Za-z_][\w.:-]*)/.exec(text)?.[1];
      if (name) tags.push({ name, text });
      scan = { from: 0, quote: '' };
      at = end;
    }
    pending = at < 0 ? '' : pending.slice(at);
    if (pending.length > LONGEST_TAG) {
      pending = `${pending.slice(0, STUB)} ${pending.slice(-2)}`;
      scan.from = pending.length;
    }
    yield tags;
  }
}

/** Past the end of what begins at `start`, or -1 where the end has not come yet. */
function endOf(text: string, start: number, scan: Scan): number {
  if (text.length - start < '<!--'.length) return -1;
  if (text.startsWith('<!--', start)) return past(text, '-->', start + 4);
  if (text.startsWith('<?', start)) return past(text, '?>', start + 2);
  if (text.startsWith('<!', start))
    throw new LedgerError('unreadable-file', 'The file declares a document type, which no SMS export does.');
  return tagEnd(text, start, scan);
}

function past(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

/** The first `>` outside quotation marks. */
function tagEnd(text: string, start: number, scan: Scan): number {
  const mark = /["'>]/g;
  let at = start + Math.max(scan.from, 1);
  for (;;) {
    if (scan.quote) {
      const close = text.indexOf(scan.quote, at);
      if (close < 0) break;
      scan.quote = '';
      at = close + 1;
    }
    mark.lastIndex = at;
    const found = mark.exec(text);
    if (!found) break;
    at = found.index + 1;
    if (found[0] === '>') return at;
    scan.quote = found[0];
  }
  scan.from = text.length - start;
  return -1;
}

/** A tag's attributes with their entities read, or null where it is not well formed. */
export function attributesOf(tag: string): ReadonlyMap<string, string> | null {
  const pair = /\s+([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
  const attributes = new Map<string, string>();
  pair.lastIndex = /^<[\w:.-]+/.exec(tag)?.[0].length ?? 0;
  for (let end = pair.lastIndex; ; end = pair.lastIndex) {
    const found = pair.exec(tag);
    if (!found) return /^\s*\/?>$/.test(tag.slice(end)) ? attributes : null;
    attributes.set(found[1] ?? '', unescape(found[2] ?? found[3] ?? ''));
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Entities as the characters they stand for. Exports write an emoji as its two surrogate halves, `&#55357;&#56911;`:
 * here they become one character again, and a half that stands alone becomes U+FFFD.
 */
const unescape = (text: string): string =>
  text.includes('&')
    ? text
        .replace(
          /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
          (written, decimal?: string, hex?: string, name?: string) =>
            name ? (named[name] ?? written) : character(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)),
        )
        .toWellFormed()
    : text;

const character = (code: number) => (code === 0 || code > 0x10ffff ? '\u{FFFD}' : String.fromCodePoint(code));
