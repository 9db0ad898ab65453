import type { IncomingMessage } from 'node:http';

/** Why a request goes no further: the HTTP status, and a sentence for whoever sent it. */
export type Refused = { readonly status: number; readonly message: string };

type Rule = Refused & { readonly breaks: (request: IncomingMessage, origin: string) => boolean };

const headersAllowed = 64;
const single = ['host', 'origin', 'cookie', 'content-type', 'sec-fetch-site'];

/**
 * What every request must be before anything of it is looked at, the first broken rule answering. The `Host` rule is
 * what stops a rebound name; `Origin` and `Sec-Fetch-Site` stop other pages of the same browser, which share our cookie
 * when they come from another port of this computer.
 */
const rules: readonly Rule[] = [
  {
    status: 400,
    message: 'A header is sent twice.',
    breaks: (request) => single.some((name) => timesSent(request, name) > 1),
  },
  { status: 431, message: 'Too many headers.', breaks: (request) => request.rawHeaders.length > 2 * headersAllowed },
  {
    status: 421,
    message: 'This is not our address.',
    breaks: (request, origin) => `http://${request.headers.host}` !== origin,
  },
  {
    status: 403,
    message: 'Another page may not ask.',
    breaks: ({ headers, method }, origin) => (headers.origin ?? (method === 'POST' ? '' : origin)) !== origin,
  },
  { status: 403, message: 'Another site may not ask.', breaks: (request) => !comesFromUs(request) },
  { status: 405, message: 'Only GET and POST.', breaks: ({ method }) => method !== 'GET' && method !== 'POST' },
  { status: 400, message: 'No upgrade here.', breaks: ({ headers }) => headers.upgrade !== undefined },
  { status: 400, message: 'No such path.', breaks: ({ url }) => !/^\/(?!\/)[^\\#\s]*$/.test(url ?? '') },
  { status: 400, message: 'GET carries no body.', breaks: (request) => request.method === 'GET' && hasBody(request) },
];

/** The first rule a request breaks; null where it may go on. `origin` is ours, `http://127.0.0.1:41234`. */
export function refusalOf(request: IncomingMessage, origin: string): Refused | null {
  return rules.find((rule) => rule.breaks(request, origin)) ?? null;
}

const timesSent = ({ rawHeaders }: IncomingMessage, name: string) =>
  rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === name).length;

/** An address typed by a person says `none`; a request of our page says `same-origin`; old browsers say nothing. */
function comesFromUs({ headers, method }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || (site === 'none' && method === 'GET');
}

const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
