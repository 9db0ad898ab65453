const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Elements whose inside is not for reading. */
const unread = new Set(['script', 'style', 'template', 'noscript', 'svg', 'iframe', 'object', 'head']);
/** Elements that end a line. */
const breaks = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'ol',
  'ul',
  'table',
  'section',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/**
 * The words of an HTML page as lines of plain text, to be shown as text only. Nothing is run, fetched or kept of its
 * markup; one pass, linear in its length.
 */
export function htmlToText(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    text += html.slice(at, open < 0 ? html.length : open);
    if (open < 0) break;
    const tag = tagAt(html, open);
    if (breaks.has(tag.name)) text += '\n';
    at = tag.closing || !unread.has(tag.name) ? tag.end : pastElement(html, tag);
  }
  return tidy(decode(text));
}

type Tag = { readonly name: string; readonly closing: boolean; readonly end: number };

function tagAt(html: string, open: number): Tag {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open);
    return { name: '', closing: false, end: end < 0 ? html.length : end + 3 };
  }
  const end = html.indexOf('>', open);
  const [, slash, name = ''] = /^<(\/?)([a-z0-9]*)/i.exec(html.slice(open, open + 32)) ?? [];
  return { name: name.toLowerCase(), closing: slash === '/', end: end < 0 ? html.length : end + 1 };
}

function pastElement(html: string, { name, end }: Tag): number {
  const close = new RegExp(`</${name}[^>]{0,100}>`, 'gi');
  close.lastIndex = end;
  return close.exec(html) === null ? html.length : close.lastIndex;
}

const decode = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });

const tidy = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
