/** The first bytes that say what a file is, whatever its name says. */
const magic = {
  zip: '504b0304',
  ole: 'd0cf11e0a1b11ae1',
  pdf: '255044462d',
  sqlite: Buffer.from('SQLite format 3\0').toString('hex'),
};

/** Whether the file begins like one of these. A PDF may begin anywhere in the first kilobyte. */
export function beginsLike(format: keyof typeof magic, head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 1024)).toString('hex');
  return format === 'pdf' ? start.includes(magic.pdf) : start.startsWith(magic[format]);
}

/** Part of the bytes as text, a character a byte: for names inside binary formats. */
export const latin1 = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);
