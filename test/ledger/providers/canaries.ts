import { createServer, type ServerResponse } from 'node:http';

/** Secrets in the shapes that slip through redaction. */
export const canaries = [
  'plain-canary-1',
  'quote"canary\'2',
  'dollar$&canary$`3',
  'per%cent%41canary4',
  'new\nline\tcanary5',
  'back\\slash\\u0041canary6',
  'sl/ash+plus=canary7==',
  '<canary>&8;</canary>',
  'ünïcödé-cänary-9',
  '🔑canary🔑10',
  '1234567890123411',
  'spaces in a canary 12 ',
];

/** Ways in which a service might repeat what it was sent. */
export const echoes: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  (secret) => JSON.stringify({ message: `bad key ${secret}!` }),
  (secret) => JSON.stringify({ [secret]: [secret, { deep: secret }] }),
  (secret) => JSON.stringify({ body: JSON.stringify({ api_key: secret }) }),
  (secret) => JSON.stringify({ body: JSON.stringify({ again: JSON.stringify({ api_key: secret }) }) }),
  (secret) => `?api_key=${encodeURIComponent(secret)}&x=1`,
  (secret) => `?api_key=${encodeURIComponent(secret).replaceAll('%20', '+')}`,
  (secret) => `?api_key=${encodeURIComponent(secret).toLowerCase()}`.replace(/=.*/, () => `=${lowerEscapes(secret)}`),
  (secret) => Buffer.from(secret).toString('base64'),
  (secret) => Buffer.from(secret).toString('base64url'),
  (secret) => Buffer.from(`name:${secret}`).toString('base64'),
  (secret) => Buffer.from(`n:${secret}:tail`).toString('base64'),
  (secret) => Buffer.from(`${secret}:tail`).toString('base64'),
  (secret) => Buffer.from(secret).toString('hex'),
  (secret) => `<p>${secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`,
  (secret) => `{"key":"${[...secret.matchAll(/[\s\S]/g)].map(([unit]) => String.raw`\u${hex4(unit)}`).join('')}"}`,
  (secret) => `<p>{"half": "${secret}`,
];

const hex4 = (unit: string) => unit.charCodeAt(0).toString(16).padStart(4, '0');
const lowerEscapes = (secret: string) =>
  encodeURIComponent(secret).replace(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase());

/** What a search through everything kept looks for. */
export const tracesOf = (secret: string) => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  encodeURIComponent(secret),
  lowerEscapes(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  Buffer.from(secret).toString('base64url'),
  Buffer.from(secret).toString('hex'),
];

const reply = (response: ServerResponse, text: string) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(text);
};

/** A server that repeats the whole request in every form it can. */
export async function startEcho() {
  let turn = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const seen = JSON.stringify({ headers: request.headers, url: request.url, body });
      reply(response, echoes[turn++ % echoes.length]!(seen));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, port, close: () => new Promise((resolve) => void server.close(resolve)) };
}
