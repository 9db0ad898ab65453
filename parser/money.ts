import { codesOf, found, isDigit, isWord, type Matcher, pastBlanks, stands } from './found.ts';

/** The money of Kenya, Tanzania, Mozambique and Lesotho. */
export type Currency = 'KES' | 'TZS' | 'MZN' | 'LSL';

/** An amount in integer cents. Branded, so that shillings cannot be passed for cents by mistake. */
export type Cents = number & { readonly __unit: 'cents' };

const COMMA = 44;
const DOT = 46;
const MINUS = 45;
/** Twelve digits of shillings in cents are still an exact integer. */
const MOST_DIGITS = 12;

/**
 * `1,234.50`, `1234.5`, `.87`, `50`: digits, thousands with or without commas, none to two decimals.
 * A full stop that ends the sentence stays where it is.
 */
const matchNumber: Matcher = (text, at) => {
  let end = at;
  let whole = 0;
  let digits = 0;
  for (;;) {
    const code = text[end]!;
    if (code >= 48 && code <= 57) {
      whole = whole * 10 + (code - 48);
      digits += 1;
      end += 1;
    } else if (code === COMMA && digits > 0 && isThousands(text, end)) end += 1;
    else break;
    if (digits > MOST_DIGITS) return -1;
  }
  if (digits === 0) return -1;
  let cents = whole * 100;
  if (text[end] === DOT && isDigit(text[end + 1]!)) {
    cents += (text[end + 1]! - 48) * 10;
    end += 2;
    if (isDigit(text[end]!)) {
      cents += text[end]! - 48;
      end += 1;
    }
    if (isDigit(text[end]!)) return -1;
  }
  found.value = cents;
  return end;
};

const isThousands = (text: Uint8Array, comma: number) =>
  isDigit(text[comma + 1]!) && isDigit(text[comma + 2]!) && isDigit(text[comma + 3]!) && !isDigit(text[comma + 4]!);

/** How a currency is written, longest first. */
const spellings: Readonly<Record<Currency, readonly string[]>> = {
  KES: ['kshs', 'ksh', 'kes'],
  TZS: ['tshs', 'tsh', 'tzs'],
  MZN: ['mzn', 'mts', 'mt'],
  LSL: ['lsl', 'm'],
};

/** Past a currency word standing at `at`, or -1. */
function pastWord(words: readonly Uint8Array[], text: Uint8Array, at: number): number {
  const code = text[at]!;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i]!;
    if (word[0] === code && stands(word, text, at)) return at + word.length;
  }
  return -1;
}

/** Past `Ksh`, `Ksh.`, `KES `, `Ksh Ksh`, or -1. */
function pastPrefix(words: readonly Uint8Array[], text: Uint8Array, at: number): number {
  let end = pastWord(words, text, at);
  if (end < 0 || isDigit(text[end]!)) return end;
  if (text[end] === DOT) end += 1;
  end = pastBlanks(text, end);
  const again = pastWord(words, text, end);
  return again < 0 ? end : pastBlanks(text, text[again] === DOT ? again + 1 : again);
}

/** `50 KES`, `10Ksh`, `1,234.56MT`: past the currency after a number, or where the number ended. */
function pastSuffix(words: readonly Uint8Array[], text: Uint8Array, at: number): number {
  const end = pastWord(words, text, pastBlanks(text, at));
  return end >= 0 && !isWord(text[end]!) ? end : at;
}

/** An amount with its currency, before or after. `bare` also takes a number that names none. */
export function moneyMatcher(currency: Currency, bare: boolean): Matcher {
  const words = spellings[currency].map(codesOf);
  return (text, at) => {
    const below = text[at] === MINUS;
    const from = below ? at + 1 : at;
    const prefix = pastPrefix(words, text, from);
    const start = prefix < 0 ? from : prefix;
    const minus = !below && prefix >= 0 && text[start] === MINUS;
    const end = matchNumber(text, minus ? start + 1 : start);
    if (end < 0) return -1;
    if (below || minus) found.value = -found.value;
    if (prefix >= 0 && currency !== 'TZS') return end;
    const suffix = pastSuffix(words, text, end);
    // `Tsh5,000.00 Tsh.` names it twice; before a digit the second one begins another amount.
    const own = isDigit(text[pastBlanks(text, suffix)]!) ? end : suffix;
    return prefix < 0 && own === end && !bare ? -1 : own;
  };
}

/** The whole of `text` as integer cents, with or without a currency of ours. Null where it is not an amount. */
export function readCents(text: string): Cents | null {
  const plain = text.trim().toLowerCase();
  const codes = Uint8Array.from({ length: plain.length + 1 }, (_, i) => (i < plain.length ? plain.charCodeAt(i) : 0));
  for (const currency of ['KES', 'TZS', 'MZN', 'LSL'] as const) {
    // The number just matched counts hundredths, which is what the brand says.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    if (anyAmount[currency](codes, 0) === plain.length) return found.value as Cents;
  }
  return null;
}

const anyAmount = {
  KES: moneyMatcher('KES', true),
  TZS: moneyMatcher('TZS', true),
  MZN: moneyMatcher('MZN', true),
  LSL: moneyMatcher('LSL', true),
};

/** `123456` → `1,234.56`: commas at thousands, always two decimals. */
export function writeCents(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
