import { expect, test } from 'vitest';
import { pageHeaders } from '#contract/page.ts';
import { benchHost, enter, speak, statusOf } from './serve-bench.ts';

type Parts = { method?: string; path?: string; headers?: Record<string, string | null>; extra?: string; body?: string };
/** What is wrong with the request, and the statuses that are a refusal of it; 0 is a connection closed without a word. */
type Attack = readonly [name: string, wanted: readonly number[], request: Parts | string];

const body = '{"offset":0,"limit":1}';
const header = (name: string, value: string | null): Attack[2] => ({ headers: { [name]: value } });

/** Each differs in one thing from a call that would be answered: it carries the right cookie unless it says otherwise. */
const attacks: readonly Attack[] = [
  ['a foreign host', [421], header('host', 'evil.example')],
  ['a rebound name on our port', [421], header('host', 'evil.example:PORT')],
  ['our name as localhost', [421], header('host', 'localhost:PORT')],
  ['our host without the port', [421], header('host', '127.0.0.1')],
  ['our host with another port', [421], header('host', '127.0.0.1:1')],
  ['our host with a trailing dot', [421], header('host', '127.0.0.1.:PORT')],
  ['our host as IPv6', [421], header('host', '[::1]:PORT')],
  ['our host as a mapped IPv6', [421], header('host', '[::ffff:127.0.0.1]:PORT')],
  ['our host as 0.0.0.0', [421], header('host', '0.0.0.0:PORT')],
  ['our host as one number', [421], header('host', '2130706433:PORT')],
  ['our host as a short address', [421], header('host', '127.1:PORT')],
  ['our host with a name before it', [421], header('host', 'evil@127.0.0.1:PORT')],
  ['our host with a name after it', [421], header('host', '127.0.0.1:PORT.evil.example')],
  ['no host', [421], header('host', null)],
  ['an empty host', [421], header('host', '')],
  ['two hosts', [400], { extra: 'Host: evil.example\r\n' }],
  ['two equal hosts', [400], { extra: 'Host: 127.0.0.1:PORT\r\n' }],
  ['a foreign origin', [403], header('origin', 'https://evil.example')],
  ['the origin null', [403], header('origin', 'null')],
  ['no origin', [403], header('origin', null)],
  ['an empty origin', [403], header('origin', '')],
  ['our origin over https', [403], header('origin', 'https://127.0.0.1:PORT')],
  ['our origin on another port', [403], header('origin', 'http://127.0.0.1:1')],
  ['our origin with a suffix', [403], header('origin', 'http://127.0.0.1:PORT.evil.example')],
  ['our origin with a path', [403], header('origin', 'http://127.0.0.1:PORT/')],
  ['our origin in capitals', [403], header('origin', 'HTTP://127.0.0.1:PORT')],
  ['two origins', [400], { extra: 'Origin: http://127.0.0.1:PORT\r\n' }],
  ['a cross-site fetch', [403], header('sec-fetch-site', 'cross-site')],
  ['a fetch from another port', [403], header('sec-fetch-site', 'same-site')],
  ['a POST that claims to be typed', [403], header('sec-fetch-site', 'none')],
  ['two fetch sites', [400], { extra: 'Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: same-origin\r\n' }],
  ['no cookie', [401], header('cookie', null)],
  ['a wrong cookie', [401], header('cookie', 'risiti-PORT=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')],
  ['an empty cookie', [401], header('cookie', 'risiti-PORT=')],
  ['a short cookie', [401], header('cookie', 'risiti-PORT=A')],
  ['the cookie of another port', [401], { headers: { cookie: null }, extra: 'Cookie: OTHERCOOKIE\r\n' }],
  ['the right cookie and a wrong one', [401], header('cookie', 'COOKIE; risiti-PORT=x')],
  ['two cookie headers', [400], { extra: 'Cookie: COOKIE\r\n' }],
  ['the token as a bearer', [401], { headers: { cookie: null }, extra: 'Authorization: Bearer TOKEN\r\n' }],
  ['the token in the query', [401], { path: '/call/book.summary?t=TOKEN', headers: { cookie: null } }],
  ['text/plain', [415], header('content-type', 'text/plain')],
  ['a form', [415], header('content-type', 'application/x-www-form-urlencoded')],
  ['a multipart form', [415], header('content-type', 'multipart/form-data; boundary=x')],
  ['JSON among others', [415], header('content-type', 'text/plain, application/json')],
  ['JSON in another alphabet', [415], header('content-type', 'application/json; charset=utf-16')],
  ['no content type', [415], header('content-type', null)],
  ['a GET that orders', [404], { method: 'GET', body: '', headers: { 'content-length': null, 'content-type': null } }],
  ['a GET with a body', [400], { method: 'GET' }],
  ['PUT', [405], { method: 'PUT' }],
  ['DELETE', [405], { method: 'DELETE' }],
  ['PATCH', [405], { method: 'PATCH' }],
  ['a preflight', [405], { method: 'OPTIONS', extra: 'Access-Control-Request-Method: POST\r\n' }],
  ['TRACE', [405], { method: 'TRACE' }],
  ['CONNECT', [0, 400, 405], { method: 'CONNECT', path: '127.0.0.1:80' }],
  ['a method of nobody', [400], { method: 'STEAL' }],
  ['an absolute address', [400], { path: 'http://127.0.0.1:PORT/call/book.summary' }],
  ['an address of another host', [400], { path: 'http://evil.example/call/book.summary' }],
  ['a path with two slashes', [400], { path: '//evil.example/call/book.summary' }],
  ['a path with a backslash', [400], { path: '/call\\book.summary' }],
  ['a path with a fragment', [400], { path: '/call/book.summary#x' }],
  ['a path that climbs', [404], { path: '/call/../call/book.summary' }],
  ['a call with an encoded dot', [404], { path: '/call/book%2esummary' }],
  ['a call with a NUL', [404], { path: '/call/book.summary%00' }],
  ['a call into the prototype', [404], { path: '/call/__proto__' }],
  ['a call without a name', [404], { path: '/call/' }],
  ['a call with a longer name', [404], { path: '/call/book.summary/x' }],
  ['a path of nobody', [404], { path: '/eval' }],
  ['an upgrade to a socket', [400], { extra: 'Connection: Upgrade\r\nUpgrade: websocket\r\n' }],
  [
    'an upgrade to HTTP/2',
    [400],
    { extra: 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n' },
  ],
  ['a length and chunks', [400], { extra: 'Transfer-Encoding: chunked\r\n' }],
  ['two lengths', [400], { extra: `Content-Length: 5\r\n` }],
  ['a length below zero', [400], header('content-length', '-1')],
  ['a length that is no number', [400], header('content-length', '0x10')],
  ['a length over the limit', [413], header('content-length', String(2 * 1024 * 1024))],
  ['a body over the limit', [413], { body: `"${'x'.repeat(1024 * 1024)}"` }],
  [
    'bad chunks',
    [0, 400],
    { headers: { 'content-length': null }, extra: 'Transfer-Encoding: chunked\r\n', body: 'zz\r\nhello\r\n0\r\n\r\n' },
  ],
  ['an unknown coding', [400, 501], { headers: { 'content-length': null }, extra: 'Transfer-Encoding: gzip\r\n' }],
  ['a hundred headers', [431], { extra: Array.from({ length: 100 }, (_, at) => `X-${at}: 1\r\n`).join('') }],
  ['a header of 9 KB', [431], { extra: `X-Long: ${'x'.repeat(9 * 1024)}\r\n` }],
  ['a path of 9 KB', [431], { path: `/call/${'x'.repeat(9 * 1024)}` }],
  ['a header with a bare line feed', [400], { extra: 'X-A: 1\nOrigin: http://127.0.0.1:PORT\r\n' }],
  ['a folded header', [400], { extra: 'X-A: 1\r\n folded\r\n' }],
  ['a header with a space before the colon', [400], { extra: 'X-A : 1\r\n' }],
  ['a header with a NUL', [400], { extra: 'X-A: 1\0\r\n' }],
  ['a body that is no JSON', [400], { body: '{' }],
  ['an empty body', [400], { body: '' }],
  ['a body that is no UTF-8', [400], { body: '"\xff\xfe"' }],
  ['an expectation of nobody', [417], { extra: 'Expect: 200-ok\r\n' }],
  ['a file without a name', [400], { path: '/files' }],
  ['a file with an empty name', [400], { path: '/files?name=' }],
  ['a file with a name of 600', [400], { path: `/files?name=${'x'.repeat(600)}` }],
  ['a file without the cookie', [401], { path: '/files?name=a.csv', headers: { cookie: null } }],
  ['a file from another page', [403], { path: '/files?name=a.csv', headers: { origin: 'https://evil.example' } }],
  ['events without the cookie', [401], get('/events', { cookie: null })],
  ['events of another page', [403], get('/events', { 'sec-fetch-site': 'same-site' })],
  ['HTTP/0.9', [421], 'GET /\r\n\r\n'],
  ['HTTP/2 at once', [0, 400], 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['TLS', [0, 400], '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['noise', [0, 400], '\x00\x01\x02\x03\r\n\r\n'],
  [
    'a second request behind a refused one',
    [421],
    `POST / HTTP/1.1\r\n\r\nPOST /call/book.summary HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nCookie: COOKIE\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
  ],
  ...[
    '/../secret.html',
    '/..%2fsecret.html',
    '/..%2Fsecret.html',
    '/%2e%2e/secret.html',
    '/..%5csecret.html',
    '/assets/../../secret.html',
    '/..%252fsecret.html',
    '/assets/link.html',
    '/.%00/index.html',
    '/index.html%00.js',
    '/assets',
    '/assets/',
    '/page-secret.html',
    '/./index.html',
    '/INDEX.HTML',
  ].map((path): Attack => [`the page at ${path}`, [404], get(path)]),
];

function get(path: string, headers: Record<string, string | null> = {}): Parts {
  return {
    method: 'GET',
    path,
    body: '',
    headers: { origin: null, 'content-type': null, 'content-length': null, ...headers },
  };
}

function written(request: Parts): string {
  const { method = 'POST', path = '/call/book.summary', extra = '' } = request;
  const sent = request.body ?? body;
  const headers: Record<string, string | null> = {
    host: '127.0.0.1:PORT',
    origin: 'http://127.0.0.1:PORT',
    cookie: 'COOKIE',
    'content-type': 'application/json',
    'content-length': String(sent.length),
    ...request.headers,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\r\n`]));
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}${extra}Connection: close\r\n\r\n${sent}`;
}

test('no attack reaches the desk, and each is refused with every header of ours', async () => {
  const { host, reached, logged } = await benchHost();
  const other = await benchHost();
  const words: Record<string, string> = {
    PORT: new URL(host.origin).port,
    TOKEN: new URL(host.url).hash.slice(3),
    OTHERCOOKIE: await enter(other.host),
    COOKIE: await enter(host),
  };
  const fill = (text: string) => text.replaceAll(/PORT|TOKEN|OTHERCOOKIE|COOKIE/g, (word) => words[word]!);

  const wrong: string[] = [];
  for (const [name, wanted, request] of attacks) {
    const heard = await speak(host, fill(typeof request === 'string' ? request : written(request)));
    const status = statusOf(heard);
    if (!wanted.includes(status)) wrong.push(`${name}: ${status}, wanted ${wanted.join(' or ')}`);
    if (heard.includes('SECRET')) wrong.push(`${name}: showed a file beside the page`);
    if (
      status !== 0 &&
      !heard.toLowerCase().includes(`content-security-policy: ${pageHeaders['content-security-policy']}`)
    ) {
      wrong.push(`${name}: answered without our headers`);
    }
  }
  expect(wrong).toEqual([]);
  expect(reached).toEqual([]);
  expect(logged).toEqual([]);
  expect(attacks.length).toBeGreaterThanOrEqual(60);

  // The same request without a fault is answered, so what was refused was refused for its fault.
  expect(statusOf(await speak(host, fill(written({}))))).toBe(200);
  expect(reached).toEqual([{ name: 'book.summary', input: { offset: 0, limit: 1 } }]);
});
