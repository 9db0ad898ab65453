import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk } from '#contract/bridge.ts';
import type { PageFile } from '#ledger/page-files.ts';
import { sendDownload, sendEvents, sendFile, sendRefusal, sendReply, sendSentence } from './answers.ts';
import { newAnswered } from './answered.ts';
import { BodyError, readBody, readJson } from './body.ts';
import type { Events } from './events.ts';
import type { Session } from './session.ts';
import type { Uploads } from './uploads.ts';

type Parts = {
  readonly desk: Desk;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly session: Session;
  readonly uploads: Uploads;
  readonly events: Events;
};

const megabyte = 1024 * 1024;
const bodyMs = 15_000;
const limitOf = { session: 1024, call: megabyte, pasted: 9 * megabyte, file: 2 * 1024 * megabyte } as const;

const elsewhere =
  'Risiti is open in another browser. Open the address that "risiti serve" printed; it works once, in one browser. ' +
  'For another browser, stop "risiti serve" and start it again.';

/**
 * What each path answers, for requests the guard has let pass. Until the token is spent anyone on this computer may
 * load the page, which holds nothing; from then on, and for everything else always, only the session's browser may.
 */
export function route({ desk, files, session, uploads, events }: Parts) {
  const answered = newAnswered();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '', search = ''] = (request.url ?? '').split(/\?(.*)/s);
    const known = session.admits(request);
    if (request.method === 'POST' && path === '/session') return exchange(request, response, known);
    if (!known && (request.method === 'POST' || path === '/events' || path.startsWith('/downloads/')))
      return sendRefusal(response, 401, elsewhere);
    if (!known && session.spent) return sendSentence(response, 401, elsewhere);
    if (request.method === 'POST' && path === '/files') return takeFile(request, response, search);
    if (request.method === 'POST') return call(request, response, path);
    if (path === '/events') return listen(response);
    if (path.startsWith('/downloads/')) return download(response, path.slice('/downloads/'.length));
    const file = files.get(path);
    if (!file) return sendSentence(response, 404, 'There is no such page.');
    return sendFile(response, file);
  };

  async function exchange(request: IncomingMessage, response: ServerResponse, known: boolean): Promise<void> {
    const body = await json(request, limitOf.session);
    if (known) return sendReply(response, { ok: true, value: {} });
    const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : undefined;
    const cookie = session.exchange(token);
    if (cookie === null) return sendRefusal(response, 401, elsewhere);
    sendReply(response, { ok: true, value: {} }, 200, { 'set-cookie': cookie });
  }

  async function call(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const name = /^\/call\/([a-z]+\.[a-zA-Z-]+)$/.exec(path)?.[1];
    if (name === undefined) return sendRefusal(response, 404, 'There is no such call.');
    const input = await json(request, name.startsWith('imports.') ? limitOf.pasted : limitOf.call);
    const number = request.headers['risiti-call']?.toString();
    sendReply(response, await answered(number, () => desk.call(name, input)));
  }

  async function takeFile(request: IncomingMessage, response: ServerResponse, search: string): Promise<void> {
    const name = new URLSearchParams(search).get('name') ?? '';
    if (name === '' || name.length > 512) throw new BodyError(400, 'A file needs a name of at most 512 characters.');
    const path = await uploads.take(request, limitOf.file, bodyMs);
    sendReply(response, await desk.offer({ path, name }));
  }

  async function download(response: ServerResponse, token: string): Promise<void> {
    const made = await desk.made(token);
    if (!made.ok) return sendSentence(response, 404, 'This file has not been made, or long ago.');
    sendDownload(response, made.value);
  }

  function listen(response: ServerResponse): void {
    if (events.full) return sendRefusal(response, 503, 'Too many pages are open.');
    sendEvents(response);
    events.add(response);
  }
}

async function json(request: IncomingMessage, limit: number): Promise<unknown> {
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) {
    throw new BodyError(415, 'Send application/json.');
  }
  return readJson(await readBody(request, limit, bodyMs));
}
