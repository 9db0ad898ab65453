import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';

/** Turns bytes into text piece by piece; the last call is without bytes and gives what was held back. */
export type Decode = (bytes?: Uint8Array) => string;

const LONGEST_MARK = 3;

/**
 * A decoder that recognises the encoding as it goes: UTF-8 and UTF-16 by their mark, else plain ASCII until the first
 * byte that is none, where UTF-8 is told from Windows-1252 by its grammar. Never throws: bytes that fit nothing
 * become U+FFFD. The mark itself is not part of the text.
 */
export function decoder(): Decode {
  let decode: TextDecoder | null = null;
  let begun = false;
  let held: Uint8Array = new Uint8Array();

  /** Text while nothing has told the encoding yet. Holds back a character that the end of the piece cuts in two. */
  function undecided(bytes: Uint8Array, last: boolean): string {
    const body = last ? bytes : whole(bytes);
    if (isAscii(body)) {
      held = bytes.subarray(body.length);
      return Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1');
    }
    held = new Uint8Array();
    decode = new TextDecoder(isUtf8(body) ? 'utf-8' : 'windows-1252');
    return decode.decode(bytes, { stream: !last });
  }

  return (bytes) => {
    const last = bytes === undefined;
    if (decode) return decode.decode(bytes, { stream: !last });
    const piece = held.length > 0 ? Buffer.concat([held, bytes ?? held.subarray(held.length)]) : (bytes ?? held);
    if (!begun && !last && piece.length < LONGEST_MARK) {
      held = piece;
      return '';
    }
    const mark = begun ? null : marked(piece);
    begun = true;
    if (mark === null) return undecided(piece, last);
    decode = new TextDecoder(mark);
    return decode.decode(piece, { stream: !last });
  };
}

function marked([first, second, third]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** The bytes without a UTF-8 character that their end cuts in two. */
function whole(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte >= 0xc0) return back < lengthFrom(byte) ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}

/** How many bytes a UTF-8 character has that begins with this one. */
const lengthFrom = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);
