/** One record of a BIFF8 stream: what it is, and its data in the pieces it was stored in (a record holds 8 kB at most). */
export type BiffRecord = { readonly type: number; readonly pieces: readonly Buffer[] };

const CONTINUE = 0x003c;
const HEADER = 4;

/** The records of a stream in order, those that continue one another joined. Ends quietly where the stream is cut off. */
export function* biffRecords(stream: Buffer): Generator<BiffRecord> {
  let open: { type: number; pieces: Buffer[] } | null = null;
  for (let at = 0; at + HEADER <= stream.length;) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    const data = stream.subarray(at + HEADER, at + HEADER + length);
    at += HEADER + length;
    if (type === CONTINUE && open) open.pieces.push(data);
    else {
      if (open) yield open;
      open = { type, pieces: [data] };
    }
  }
  if (open) yield open;
}

/**
 * The strings of the shared table. One may be cut by the end of a piece, and then its rest begins with a byte that says
 * anew whether a character takes one byte or two.
 */
export function sharedStrings(pieces: readonly Buffer[]): string[] {
  const strings: string[] = [];
  const count = pieces[0]?.readUInt32LE(4) ?? 0;
  const reader = pieceReader(pieces, 8);
  while (strings.length < count && !reader.done()) strings.push(reader.string());
  return strings;
}

function pieceReader(pieces: readonly Buffer[], start: number) {
  let index = 0;
  let at = start;
  const piece = () => pieces[index] ?? Buffer.alloc(0);
  const settle = () => {
    while (at >= piece().length && index < pieces.length) {
      at -= piece().length;
      index += 1;
    }
  };
  const take = (bytes: number): Buffer => {
    settle();
    const taken = piece().subarray(at, at + bytes);
    at += taken.length;
    return taken;
  };
  const number = (bytes: number) => take(bytes).readUIntLE(0, bytes);

  const characters = (count: number, wideAtFirst: boolean): string => {
    let text = '';
    let wide = wideAtFirst;
    while (text.length < count) {
      if (at >= piece().length) {
        if (index + 1 >= pieces.length) break;
        index += 1;
        at = 0;
        wide = (number(1) & 1) === 1;
      }
      const width = wide ? 2 : 1;
      const bytes = piece().subarray(at, at + (count - text.length) * width);
      if (bytes.length < width) break;
      at += bytes.length;
      text += textOf(bytes, wide);
    }
    return text;
  };

  return {
    done: () => {
      settle();
      return index >= pieces.length;
    },
    string(): string {
      const count = number(2);
      const flags = number(1);
      const runs = flags & 8 ? number(2) : 0;
      const phonetic = flags & 4 ? number(4) : 0;
      const text = characters(count, (flags & 1) === 1);
      at += runs * 4 + phonetic;
      return text;
    },
  };
}

/** A string that stands in a record by itself: length, width, characters. */
export function plainString(data: Buffer, at: number): string {
  const count = data.readUInt16LE(at);
  const wide = (data.readUInt8(at + 2) & 1) === 1;
  return textOf(data.subarray(at + 3, at + 3 + count * (wide ? 2 : 1)), wide);
}

/** Only whole characters: given an odd number of bytes at an odd place, Node's own decoder writes beyond its memory. */
const textOf = (bytes: Buffer, wide: boolean): string =>
  wide ? bytes.toString('utf16le', 0, bytes.length & ~1) : bytes.toString('latin1');
