import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { SimAnswer } from './sim-service.ts';

type Play = (answer: SimAnswer, response: ServerResponse, turn: number) => void;

const JSON_TYPE = { 'content-type': 'application/json' };

/** Longer than any deadline a caller should have. */
const FOR_EVER = 120_000;
const TEN_MEGABYTES = 10 * 1024 * 1024;
const HTML = '<!doctype html><html><body><h1>502 Bad Gateway</h1></body></html>';

const textOf = ({ body }: SimAnswer) => (typeof body === 'string' ? body : JSON.stringify(body));

const documented: Play = (answer, response) => {
  response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' });
  response.end(textOf(answer));
};

const status =
  (code: number, headers: Record<string, string> = {}): Play =>
  (_, response) => {
    response.writeHead(code, { ...JSON_TYPE, ...headers });
    response.end(JSON.stringify({ success: false, status: 'error', message: `Simulated ${code}` }));
  };

const body =
  (change: (text: string) => string, headers: Record<string, string> = JSON_TYPE): Play =>
  (answer, response) => {
    response.writeHead(answer.status, headers);
    response.end(change(textOf(answer)));
  };

/** The answer with every value put through a change, keys and shape kept. */
const values = (change: (key: string, value: unknown) => unknown): Play =>
  body((text) => JSON.stringify(JSON.parse(text, (key, value: unknown) => change(key, value))));

/** Words of an envelope: changed, they would make another failure. */
const aboutTheAsking = new Set(['success', '200']);
const amounts = /amount|^Value$/i;
const references = /reference|accountid|checkout.?request|transaction_?id$|TransID|^id$/i;

/** Fails the first `times` requests, then answers as documented. */
const firstly =
  (times: number, bad: Play): Play =>
  (answer, response, turn) =>
    (turn <= times ? bad : documented)(answer, response, turn);

const redirect =
  (code: number, location: string): Play =>
  (_, response) => {
    response.writeHead(code, { location });
    response.end();
  };

/** Writes the whole body but its end, then waits. */
const halfThen =
  (after: (response: ServerResponse) => void): Play =>
  (answer, response) => {
    const text = textOf(answer);
    response.writeHead(answer.status, { ...JSON_TYPE, 'content-length': Buffer.byteLength(text) });
    response.write(text.slice(0, Math.floor(text.length / 2)), () => after(response));
  };

const later =
  (wait: number, then: Play): Play =>
  (answer, response, turn) => {
    const timer = setTimeout(() => then(answer, response, turn), wait);
    response.on('close', () => clearTimeout(timer));
  };

const deep = `${'{"data":'.repeat(5_000)}1${'}'.repeat(5_000)}`;

let packed: Buffer | null = null;

/** Ten megabytes in ten kilobytes, packed once. */
const bomb = () => (packed ??= gzipSync(`{"data":"${'0'.repeat(TEN_MEGABYTES)}"}`));

/** Everything that a service has been seen to do, by the name that `risiti simulate --scenario` takes. */
export const scenarios = {
  documented,
  'slow-headers': later(FOR_EVER, documented),
  'slow-body': halfThen(() => undefined),
  late: later(300, documented),
  'reset-before': (_, response) => void response.socket?.resetAndDestroy(),
  'reset-after': halfThen((response) => void response.socket?.resetAndDestroy()),
  'cut-short': halfThen((response) => void response.socket?.end()),
  'error-inside': body(() => JSON.stringify({ success: false, status: 'error', message: 'Insufficient permissions' })),
  'status-400': status(400),
  'status-401': status(401),
  'status-403': status(403),
  'status-404': status(404),
  'status-409': status(409),
  'status-422': status(422),
  'status-429-seconds': status(429, { 'retry-after': '30' }),
  'status-429-date': (answer, response, turn) =>
    status(429, { 'retry-after': new Date(Date.now() + 30_000).toUTCString() })(answer, response, turn),
  'status-429-huge': status(429, { 'retry-after': '99999999999' }),
  'status-429-nonsense': status(429, { 'retry-after': 'soon' }),
  'status-429-once': firstly(1, status(429, { 'retry-after': '0' })),
  'status-500': status(500),
  'status-502': status(502),
  'status-503': status(503, { 'retry-after': '60' }),
  'status-500-twice': firstly(2, status(500)),
  'status-500-echo': (_, response) => {
    response.writeHead(500, JSON_TYPE);
    response.end(JSON.stringify({ message: 'Echo', sent: response.req.headers }));
  },
  html: body(() => HTML, { 'content-type': 'text/html' }),
  'html-as-json': body(() => HTML),
  empty: body(() => ''),
  'no-content': (_, response) => void response.writeHead(204).end(),
  truncated: body((text) => text.slice(0, Math.max(1, text.length - 5))),
  deep: body(() => deep),
  large: body(() => `{"data":"${'x'.repeat(TEN_MEGABYTES)}"}`),
  bomb: (_, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
    response.end(bomb());
  },
  'bad-gzip': (_, response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
    response.end('this is no gzip');
  },
  'not-utf8': (_, response) => {
    response.writeHead(200, JSON_TYPE);
    response.end(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]));
  },
  'wrong-types': values((key, value) => (key !== '' && typeof value !== 'object' ? [{ wrong: value }] : value)),
  nulls: values((key, value) => (key !== '' && typeof value !== 'object' ? null : value)),
  array: body((text) => `[${text}]`),
  'other-amount': values((key, value) =>
    amounts.test(key) && (typeof value === 'number' || typeof value === 'string')
      ? sameType(value, Number(value) + 1)
      : value,
  ),
  'float-amount': values((key, value) => (amounts.test(key) && typeof value !== 'object' ? 100.005 : value)),
  'huge-amount': values((key, value) =>
    amounts.test(key) && typeof value !== 'object' ? '99999999999999999999.00' : value,
  ),
  'other-reference': values((key, value) => (references.test(key) && typeof value === 'string' ? `${value}X` : value)),
  'other-currency': values((key, value) => (key === 'currency' ? 'USD' : value)),
  'unknown-word': values((key, value) =>
    /status|code$/i.test(key) &&
    (typeof value === 'string' || typeof value === 'number') &&
    !aboutTheAsking.has(String(value))
      ? 'SOMETHING_NEW'
      : value,
  ),
  'duplicate-keys': body((text) => text.replace('{', '{"success":true,"success":"200",')),
  'redirect-http': redirect(302, 'http://example.com/'),
  'redirect-other': redirect(307, 'https://example.com/'),
  'redirect-loopback': redirect(308, 'http://127.0.0.1:1/'),
  'bad-certificate': documented,
} as const satisfies Readonly<Record<string, Play>>;

/** `documented` is the service as its document has it. */
export type Scenario = keyof typeof scenarios;

/** Whether a scenario has this name. */
export const isScenario = (name: string): name is Scenario => Object.hasOwn(scenarios, name);

/** Plays one answer. `turn` counts requests from 1. */
export function play(scenario: Scenario, answer: SimAnswer, response: ServerResponse, turn: number): void {
  scenarios[scenario](answer, response, turn);
}

const sameType = (before: string | number, now: number) => (typeof before === 'number' ? now : now.toFixed(2));
