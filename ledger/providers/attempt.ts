import type { HttpFailure } from '#contract/provider-answer.ts';
import type { ProviderRequest } from './provider.ts';
import { readJson } from './strict-json.ts';

const MOST_BYTES = 1024 * 1024;

/** What one request came to. `sent` is false only where it is certain that nothing left this computer. */
export type Attempt =
  | { readonly ok: true; readonly status: number; readonly text: string; readonly body: unknown }
  | {
      readonly ok: false;
      readonly failure: HttpFailure;
      readonly sent: boolean;
      readonly status: number | null;
      readonly retryAfter: string | null;
      /** The answer's whole text where there was one. */
      readonly text: string | null;
    };

export type AttemptOptions = {
  readonly fetch: typeof fetch;
  /** Milliseconds for headers and body together. */
  readonly deadline: number;
  readonly reads: 'json' | 'html';
};

/** One request, once: no redirect followed, at most 1 MB read after decompression, every failure a value. */
export async function attempt(url: string, request: ProviderRequest, options: AttemptOptions): Promise<Attempt> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), options.deadline);
  try {
    const init = requestInit(request, options.reads, controller.signal);
    if (init === null) return failed('unsendable', false);
    return await answerOf(await options.fetch(url, init), options.reads);
  } catch (error) {
    if (error instanceof Error) return brokenOff(error, controller.signal.aborted);
    throw error;
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

/** Null where a value cannot stand in a header: the error of it would repeat the value. */
function requestInit(request: ProviderRequest, reads: 'json' | 'html', signal: AbortSignal): RequestInit | null {
  try {
    const headers = new Headers({ accept: reads === 'json' ? 'application/json' : 'text/html', ...request.headers });
    return { method: request.method, headers, body: request.body, redirect: 'manual', signal, credentials: 'omit' };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const failed = (
  failure: HttpFailure,
  sent: boolean,
  rest: { status?: number; retryAfter?: string | null; text?: string | null } = {},
): Attempt => ({ ok: false, failure, sent, status: null, retryAfter: null, text: null, ...rest });

async function answerOf(response: Response, reads: 'json' | 'html'): Promise<Attempt> {
  const { status } = response;
  const retryAfter = response.headers.get('retry-after');
  if (status >= 300 && status < 400) return failed('redirected', true, { status });
  const bytes = await bounded(response);
  if (bytes === null) return failed('too-large', true, { status, retryAfter });
  const text = decoded(bytes);
  if (status < 200 || status >= 400) return failed(failureOf(status), true, { status, retryAfter, text });
  if (text === null) return failed('not-json', true, { status });
  if (reads === 'html') return { ok: true, status, text, body: text };
  const json = readJson(text);
  return json.ok ? { ok: true, status, text, body: json.value } : failed(json.problem, true, { status, text });
}

/** The whole body, or null where it is larger than allowed; counted as it comes out of the decompressor. */
async function bounded(response: Response): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the body.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const byStatus: Readonly<Record<number, HttpFailure>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  422: 'invalid',
  429: 'rate-limited',
};

const failureOf = (status: number): HttpFailure =>
  byStatus[status] ?? (status >= 400 && status < 500 ? 'bad-request' : 'server-error');

/** No connection was ever made. */
const neverConnected = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const badCertificate = /CERT|SELF_SIGNED|UNABLE_TO|^ERR_SSL|^ERR_TLS|HOSTNAME_MISMATCH/;

/** What an exception of `fetch` was, by its code alone: its text may repeat a secret. */
function brokenOff(error: Error, aborted: boolean): Attempt {
  if (aborted) return failed('timeout', true);
  const code = codeOf(error);
  if (neverConnected.has(code)) return failed('unreachable', false);
  if (badCertificate.test(code)) return failed('bad-certificate', false);
  return failed(code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR' ? 'not-json' : 'reset', true);
}

/** The code of an error or of what caused it; where several addresses were tried, of the first. */
function codeOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return '';
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0], depth + 1);
  return codeOf(error.cause, depth + 1);
}
