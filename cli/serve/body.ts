import type { IncomingMessage } from 'node:http';

/** The body cannot be taken: too long, too slow, or not what it says it is. */
export class BodyError extends Error {
  readonly status: 400 | 408 | 413 | 415;

  constructor(status: 400 | 408 | 413 | 415, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** The whole body, at most `limit` bytes within `ms`; throws `BodyError`. */
export async function readBody(request: IncomingMessage, limit: number, ms: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const timer = setTimeout(() => request.destroy(new BodyError(408, 'Too slow.')), ms);
  try {
    for await (const piece of pieceByPiece(request, limit)) pieces.push(piece);
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(pieces);
}

/** The body in pieces as they come, `BodyError` where there are more than `limit` bytes. */
export async function* pieceByPiece(request: IncomingMessage, limit: number): AsyncGenerator<Buffer> {
  const tooLong = () => new BodyError(413, `More than ${limit} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLong();
  let bytes = 0;
  // Not destroyed on leaving the loop: the refusal still has to be sent over this socket.
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    const buffer = piece instanceof Buffer ? piece : Buffer.from(piece);
    bytes += buffer.length;
    if (bytes > limit) throw tooLong();
    yield buffer;
  }
}

/** What a JSON body says; `BodyError` where it is no UTF-8 or no JSON. */
export function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw new BodyError(400, 'The body is no JSON.', { cause });
  }
}
