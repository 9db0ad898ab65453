import { readJson } from './strict-json.ts';

/** Takes every secret out of a text, in whatever form it was put there. */
export type Redact = (text: string) => string;

const GONE = '[removed]';

/** Headers whose values are secrets whatever they hold. */
const secretHeaders = new Set(['authorization', 'x-api-key', 'cookie', 'set-cookie', 'proxy-authorization']);

/**
 * A redactor for these secrets. Each goes in its raw, JSON-, URL-, form-, HTML- and base64-written forms; a JSON text is
 * redacted value by value. A text that shows one even then, under layers of escapes, is removed as a whole.
 */
export function redactor(secrets: readonly string[]): Redact {
  const known = secrets.filter((secret) => secret !== '');
  // Longest first, so that no form is cut by a shorter one inside it.
  const forms = [...new Set(known.flatMap(formsOf))].toSorted((a, b) => b.length - a.length);
  const plain = (text: string) => forms.reduce((rest, form) => rest.split(form).join(GONE), text);
  const shows = (text: string) => views(text).some((view) => forms.some((form) => view.includes(form)));
  return (text) => {
    if (!shows(text)) return text;
    const json = readJson(text);
    const clean = plain(json.ok ? JSON.stringify(eachText(json.value, plain)) : text);
    return shows(clean) ? GONE : clean;
  };
}

/** Headers as they may be kept: those that carry secrets without their values. */
export const redactHeaders = (headers: Readonly<Record<string, string>>, redact: Redact): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretHeaders.has(name.toLowerCase()) ? GONE : redact(value),
    ]),
  );

function formsOf(secret: string): string[] {
  const url = encodeURIComponent(wellFormed(secret));
  const json = JSON.stringify(secret).slice(1, -1);
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const written = [
    secret,
    url,
    url.replaceAll('%20', '+'),
    encodeURI(wellFormed(secret)),
    json,
    json.replaceAll('/', '\\/'),
    html,
    html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    Buffer.from(secret).toString('hex'),
  ];
  return [...written, ...[secret, url].flatMap(base64Forms)].filter((form) => form.length > 3 || form === secret);
}

/** `encodeURIComponent` throws on half a surrogate pair. */
const wellFormed = (text: string) => text.toWellFormed();

/**
 * Base64 of a secret that stands inside a longer text (`name:secret`) depends on where it begins: all three places,
 * without the characters that the neighbours decide.
 */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const inner = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const text = whole.toString('base64').replace(/=+$/, '');
    const from = before === 0 ? 0 : before + 1;
    return text.slice(from, Math.floor((whole.length * 8) / 6));
  });
  const forms = [bytes.toString('base64'), ...inner.filter((form) => form.length >= 6)];
  return [...forms, ...forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))];
}

/** The text as it stands, and with up to three layers of each kind of escape taken off. */
const views = (text: string): string[] => [text, ...unescapes.flatMap((unescape) => layers(text, unescape))];

function layers(text: string, unescape: (text: string) => string): string[] {
  const found: string[] = [];
  for (let view = unescape(text), last = text; view !== last && found.length < 3; view = unescape(view)) {
    found.push(view);
    last = view;
  }
  return found;
}

const unescapes: readonly ((text: string) => string)[] = [
  (text) =>
    text.replace(/\\(?:u([\da-f]{4})|(.))/gis, (_, hex, mark) =>
      hex ? String.fromCharCode(Number.parseInt(String(hex), 16)) : (controls[String(mark)] ?? String(mark)),
    ),
  (text) => text.replace(/(?:%[\da-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString()),
  (text) =>
    text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (whole, hex, decimal) => {
      const code = hex ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }),
];

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A parsed JSON value with every text and key in it changed. Bounded in depth by `readJson`. */
function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number') return changedNumber(value, change);
  if (Array.isArray(value)) return value.map((item) => eachText(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), eachText(item, change)]));
}

/** A secret of digits can come back as a number. */
function changedNumber(value: number, change: (text: string) => string): number | string {
  const text = change(String(value));
  return text === String(value) ? value : text;
}
