const STRING = Buffer.from('NSString');
const MUTABLE = Buffer.from('NSMutableString');
/** The class is followed by its version and by `+`, after which the text's length and the text stand. */
const PLUS = 0x2b;
const REACH = 32;
const TWO_BYTES = 0x81;
const FOUR_BYTES = 0x82;

/**
 * The plain text of an `attributedBody`: an archived NSAttributedString in Apple's typedstream format, of which only
 * the first string is wanted. Null where there is none.
 */
export function textInTypedStream(stream: Uint8Array): string | null {
  const bytes = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const named = [MUTABLE, STRING].map((name) => [bytes.indexOf(name), name.length] as const).find(([at]) => at >= 0);
  if (!named) return null;
  const [at, length] = named;
  const plus = bytes.indexOf(PLUS, at + length);
  if (plus < 0 || plus > at + length + REACH) return null;
  return stringAt(bytes, plus + 1);
}

function stringAt(bytes: Buffer, at: number): string | null {
  const first = bytes[at];
  if (first === undefined) return null;
  const width = first === TWO_BYTES ? 2 : first === FOUR_BYTES ? 4 : 0;
  const start = at + 1 + width;
  if (start > bytes.length || (width === 0 && first >= 0x80)) return null;
  const length = width === 0 ? first : bytes.readUIntLE(at + 1, width);
  return start + length > bytes.length ? null : bytes.toString('utf8', start, start + length);
}
