import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { CallbackValues } from '#contract/provider-answer.ts';
import type { Callback } from './provider.ts';
import { readJson } from './strict-json.ts';

/** A notice as it came. `digest` is the same for the same notice at the same account: what makes storing idempotent. */
export type ReceivedCallback = {
  readonly linkedAccount: number;
  readonly digest: string;
  readonly body: string;
  readonly values: CallbackValues;
};

/** One account's way in. `digest` is `digestOf` the unguessable part of its path, which nobody needs to keep. */
export type Entrance = { readonly linkedAccount: number; readonly digest: string; readonly callback: Callback };

export type ReceiverOptions = {
  readonly entrances: readonly Entrance[];
  /** 0 takes any free port. Loopback only: a tunnel or a reverse proxy brings the callbacks. */
  readonly port: number;
  /**
   * Resolves when the notice lies durably in the book, with `duplicate` where it lay there already. The service hears
   * 200 only then. Unsigned as they are, notices prove nothing: what is stored is *seen*, and a lookup confirms it.
   */
  readonly store: (callback: ReceivedCallback) => Promise<'stored' | 'duplicate'>;
};

export type Receiver = { readonly port: number; close(): Promise<void> };

const MOST_BYTES = 64 * 1024;
const PREFIX = '/callback/';

/** The unguessable part of a path: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** The path that a service is told. */
export const pathOf = (secret: string): string => PREFIX + secret;

/** Listens for callbacks. Rejects where the port is taken. */
export async function openReceiver({ entrances, port, store }: ReceiverOptions): Promise<Receiver> {
  // Found by digest, so that how long the search takes says nothing about a secret.
  const byDigest = new Map(entrances.map((entrance) => [entrance.digest, entrance]));
  const server = createServer(
    {
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 8_192,
      connectionsCheckingInterval: 1_000,
    },
    (request, response) => {
      receive(request, byDigest, store).then(
        (answer) => reply(response, answer),
        // Not stored: the service is to try again.
        () => reply(response, { status: 500, body: '' }),
      );
    },
  );
  server.maxConnections = 64;
  server.maxHeadersCount = 64;
  await listen(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => close(server),
  };
}

/** SHA-256 in hexadecimal. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

type Answer = { readonly status: number; readonly body: string };

const nothingHere: Answer = { status: 404, body: '' };

async function receive(
  request: IncomingMessage,
  byDigest: ReadonlyMap<string, Entrance>,
  store: ReceiverOptions['store'],
): Promise<Answer> {
  const path = request.url ?? '';
  const entrance = path.startsWith(PREFIX) ? byDigest.get(digestOf(path.slice(PREFIX.length))) : undefined;
  if (entrance === undefined) return nothingHere;
  if (request.method !== 'POST') return { status: 405, body: '' };
  const body = await bodyOf(request);
  if (body === null) return { status: 413, body: '' };
  const json = readJson(body);
  const values = json.ok ? entrance.callback.read(json.value) : null;
  if (!json.ok || values === null) return { status: 400, body: 'Invalid webhook data' };
  const { linkedAccount, callback } = entrance;
  await store({ linkedAccount, digest: digestOf(`${linkedAccount}\n${canonical(json.value)}`), body, values });
  return { status: 200, body: callback.reply(values).body };
}

/** The body as text, or null where it is too large or not UTF-8. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_BYTES) return null;
    chunks.push(bytes);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text.includes('\uFFFD') ? null : text;
}

/** The same text for the same values, however a service orders keys or breaks lines when it sends a notice again. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

function reply(response: ServerResponse, { status, body }: Answer): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    'content-type': body.startsWith('{') ? 'application/json' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(status === 413 ? { connection: 'close' } : {}),
  });
  response.end(body);
}
