import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files broken in every way a disk, a person or an attacker breaks them. Seeded: the same run breaks the same bytes. */
const golden = join(import.meta.dirname, '../../../golden/imports');
/** PDFs, a process each, have their own bombs in `statement-pdf.test.ts`. */
const files = readdirSync(golden)
  .filter((folder) => folder !== 'statement-pdf')
  .flatMap((folder) => readdirSync(join(golden, folder)).map((name) => ({ path: join(golden, folder, name), name })))
  .filter(({ name }) => !name.endsWith('.expected.json'));

type Random = (below: number) => number;

/** Mulberry32: small, seeded, good enough to pick bytes. */
function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const insert = (bytes: Buffer, at: number, more: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);

const breakages: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  function flipped(bytes, random) {
    const broken = Buffer.from(bytes);
    for (let n = random(8); n >= 0 && broken.length > 0; n -= 1) broken[random(broken.length)]! ^= 1 << random(8);
    return broken;
  },
  function truncated(bytes, random) {
    return bytes.subarray(0, random(bytes.length + 1));
  },
  function beheaded(bytes, random) {
    return bytes.subarray(random(64));
  },
  function withNul(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.alloc(1 + random(3)));
  },
  function withLoneSurrogate(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.from([0xed, 0xa0 + random(32), 0x80 + random(64)]));
  },
  function withEscapedSurrogate(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.from(random(2) ? String.raw`\ud83d` : '&#55357;'));
  },
  function withQuote(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.from('"\'<{[,;\t\\'.charAt(random(9))));
  },
  function inUtf16(bytes, random) {
    const text = Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le');
    return random(2) ? text : text.subarray(2);
  },
  function inLatin1(bytes) {
    return Buffer.from(bytes.toString('utf8'), 'latin1');
  },
  function overlong(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.from([0xc0, 0xaf, 0xf8, 0x88, 0x80]));
  },
  function doubled(bytes, random) {
    const at = random(bytes.length + 1);
    return insert(bytes, at, bytes.subarray(at, at + random(400)));
  },
  function withLongLine(bytes, random) {
    return insert(bytes, random(bytes.length + 1), Buffer.alloc(1024 * 1024, 65 + random(26)));
  },
];

export type Broken = { readonly bytes: Buffer; readonly name: string; readonly how: string };

/** Broken files without end, the same ones for the same seed. The longest line comes as often as it teaches something. */
export function* brokenFiles(seed: number): Generator<Broken, never> {
  const random = seeded(seed);
  for (;;) {
    const file = files[random(files.length)]!;
    const breakage = breakages[random(40) === 0 ? breakages.length - 1 : random(breakages.length - 1)]!;
    yield { bytes: breakage(readFileSync(file.path), random), name: file.name, how: breakage.name };
  }
}
