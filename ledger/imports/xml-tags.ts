import { say } from '#contract/sentences.ts';
import { LedgerError } from '../errors.ts';

/**
 * One tag as it stood, `<sms … />`, and its name: `sms`, or `/smses` where it closes. `values`: of a tag that was wanted and
 * is written as one before it, what was wanted of it, undefined where it has no such attribute.
 */
export type XmlTag = {
  readonly name: string;
  readonly text: string;
  readonly values?: readonly (string | undefined)[];
};

/** Attributes that are wanted of the tags of one name. */
export type Wanted = { readonly name: string; readonly attributes: readonly string[] };

/** A message's tag is shorter; a picture's data may be a gigabyte, and is let go as it comes. */
const LONGEST_TAG = 256 * 1024;
/** What is kept of a longer one, so that it still has its name. */
const STUB = 64;

/** So much of a piece is joined at first to what the piece before began: nearly always enough. */
const JOINED_AT_ONCE = 4_096;

/** How far the tag at hand has been looked at, counted from its `<`, and the quotation mark that is open there. */
type Scan = { from: number; quote: string };

/**
 * Cuts the tags out of XML as it arrives, a batch for each piece of text, in memory that does not grow with the file.
 * Comments, instructions and text between tags are passed over. Throws `unreadable-file` at a document type: no export
 * has one, and its entities are an old attack.
 */
export async function* xmlTags(pieces: AsyncIterable<string>, wanted?: Wanted): AsyncGenerator<XmlTag[]> {
  const shapes: Shape[] = [];
  let pending = '';
  let scan: Scan = { from: 0, quote: '' };

  /** Ends what the piece before began; answers how much of this piece that took. */
  function joined(piece: string, tags: XmlTag[]): number {
    for (let take = JOINED_AT_ONCE; ; take *= 8) {
      const text = pending + piece.slice(0, take);
      const end = endOf(text, 0, scan);
      if (end >= 0) {
        const before = pending.length;
        keep(text.slice(0, end), tags);
        pending = '';
        return end - before;
      }
      if (take < piece.length) continue;
      hold(text);
      return piece.length;
    }
  }

  function keep(text: string, tags: XmlTag[]): void {
    const name = /^<(\/?[A-Za-z_][\w.:-]*)/.exec(text)?.[1];
    if (name) tags.push({ name, text });
    if (wanted && name === wanted.name && shapes.length < MOST_SHAPES && !quick(text, 0)) {
      const shape = shapeOf(text, wanted);
      if (shape) shapes.push(shape);
    }
    scan = { from: 0, quote: '' };
  }

  function quick(text: string, start: number): ReturnType<Shape> {
    for (const shape of shapes) {
      const found = shape(text, start);
      if (found) return found;
    }
    return null;
  }

  function hold(text: string): void {
    pending = text;
    if (text.length <= LONGEST_TAG) return;
    pending = `${text.slice(0, STUB)} ${text.slice(-2)}`;
    scan.from = pending.length;
  }

  /** A piece is searched as it came: in a text that is put together, each search would cost many times as much. */
  function tagsIn(piece: string): XmlTag[] {
    const tags: XmlTag[] = [];
    let at = pending === '' ? 0 : joined(piece, tags);
    while (pending === '' && (at = piece.indexOf('<', at)) >= 0) {
      const found = quick(piece, at);
      if (found) tags.push(found.tag);
      const end = found?.end ?? endOf(piece, at, scan);
      if (end < 0) hold(piece.slice(at));
      else if (!found) keep(piece.slice(at, end), tags);
      at = end;
    }
    return tags;
  }

  for await (const piece of pieces) yield tagsIn(piece);
}

/** Past the end of what begins at `start`, or -1 where the end has not come yet. */
function endOf(text: string, start: number, scan: Scan): number {
  if (text.length - start < '<!--'.length) return -1;
  if (text.startsWith('<!--', start)) return past(text, '-->', start + 4);
  if (text.startsWith('<?', start)) return past(text, '?>', start + 2);
  if (text.startsWith('<!', start)) throw new LedgerError('unreadable-file', say('document-type'));
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

/** So many ways of writing a wanted tag are learnt: an export writes all of its tags in one or two. */
const MOST_SHAPES = 4;
const LONGEST_SHAPE = 2_048;

/** Finds a tag that is written as an earlier one was, and what is wanted of it; null where it is not. */
type Shape = (text: string, start: number) => { readonly tag: XmlTag; readonly end: number } | null;

/**
 * A programme writes every tag alike but for its values. What stands between those, names, order, blanks and quotation
 * marks, becomes an expression when a tag was read carefully; it reads the next one the same, at a tenth of the cost. It is
 * linear: no value can hold the quotation mark that ends it. Null for a tag that is malformed or uncommonly long.
 */
function shapeOf(tag: string, { name, attributes }: Wanted): Shape | null {
  if (attributesOf(tag) === null) return null;
  const order: number[] = [];
  const source = tag.replace(
    /([\w:.-]+)(\s*=\s*)(?:"[^"]*"|'([^']*)')/g,
    (_, attribute: string, equals: string, single?: string) => {
      const quote = single === undefined ? '"' : "'";
      const index = attributes.indexOf(attribute);
      if (index >= 0) order.push(index);
      const value = index < 0 ? `[^${quote}]*` : `([^${quote}]*)`;
      return `${attribute.replaceAll('.', '\\.')}${equals}${quote}${value}${quote}`;
    },
  );
  if (source.length > LONGEST_SHAPE) return null;
  const shape = new RegExp(source, 'y');
  return (text, start) => {
    shape.lastIndex = start;
    const found = shape.exec(text);
    if (!found) return null;
    const values: (string | undefined)[] = attributes.map(() => undefined);
    for (let n = 0; n < order.length; n += 1) values[order[n] ?? 0] = unescape(found[n + 1] ?? '');
    return { tag: { name, text: found[0], values }, end: shape.lastIndex };
  };
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
