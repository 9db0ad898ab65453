import { createReadStream } from 'node:fs';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { PlacedFile } from '#contract/bridge.ts';
import type { ErrorCode, Reply } from '#contract/errors.ts';
import { pageHeaders } from '#contract/page.ts';
import type { PageFile } from '#ledger/page-files.ts';

const fresh = { ...pageHeaders, 'cache-control': 'no-store' };

/** Sends a reply as JSON. */
export function sendReply(
  response: ServerResponse,
  reply: Reply<unknown>,
  status = 200,
  headers: OutgoingHttpHeaders = {},
): void {
  response
    .writeHead(status, { ...fresh, 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(reply));
}

/** Refuses, and lets go of the connection: whatever else comes over it was meant for a request that is not served. */
export function sendRefusal(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  sendReply(response, { ok: false, code: codeOf(status), message }, status, { connection: 'close' });
}

const codeOf = (status: number): ErrorCode =>
  status >= 500 ? 'internal' : [401, 403, 421].includes(status) ? 'forbidden' : 'bad-request';

/** Sends a page that only says a sentence. */
export function sendSentence(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { ...fresh, 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}

/** Sends one file of the page. Names of scripts and styles hold their content's digest, so only the page itself is asked for again. */
export function sendFile(response: ServerResponse, { path, type }: PageFile): void {
  const caching = type.startsWith('text/html') ? 'no-store' : 'private, max-age=31536000, immutable';
  const stream = createReadStream(path);
  stream.once('open', () =>
    response.writeHead(200, { ...pageHeaders, 'cache-control': caching, 'content-type': type }),
  );
  stream.once('error', () => sendRefusal(response, 404, 'The file has gone; start risiti serve again.'));
  stream.pipe(response);
}

/** Sends a file that was made to be kept, under its own name and never as a page. */
export function sendDownload(response: ServerResponse, { path, name }: PlacedFile): void {
  const stream = createReadStream(path);
  stream.once('open', () =>
    response.writeHead(200, {
      ...fresh,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    }),
  );
  stream.once('error', () => sendSentence(response, 404, 'This file has gone; make it again.'));
  stream.pipe(response);
}

/** Opens an endless answer for events. */
export function sendEvents(response: ServerResponse): void {
  response.writeHead(200, { ...fresh, 'content-type': 'text/event-stream' });
}

/** The raw answer to bytes that are no HTTP at all, where there is no response to write to. */
export function rawRefusal(
  status: '400 Bad Request' | '408 Request Timeout' | '431 Request Header Fields Too Large',
): string {
  const headers = Object.entries({ ...fresh, connection: 'close', 'content-length': '0' });
  return `HTTP/1.1 ${status}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}
