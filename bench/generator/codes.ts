import type { Random } from './random.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Receipts as the operator counts them: year, month and day in the first three characters, the rest unique. */
export function receiptMaker(random: Random): (second: number) => string {
  const used = new Set<string>();
  return (second) => {
    for (;;) {
      const code = dayCode(second) + Array.from({ length: 7 }, () => digits[random.below(36)]).join('');
      if (used.has(code)) continue;
      used.add(code);
      return code;
    }
  };
}

function dayCode(second: number): string {
  const date = new Date((second + 3 * 3600) * 1000);
  return [date.getUTCFullYear() - 1996, date.getUTCMonth() + 10, date.getUTCDate()]
    .map((value) => digits[value])
    .join('');
}

const twins: Readonly<Record<string, string>> = {
  0: 'O',
  O: '0',
  1: 'I',
  I: '1',
  5: 'S',
  S: '5',
  8: 'B',
  B: '8',
  2: 'Z',
  Z: '2',
};

/** What a tired hand makes of a code: a look-alike, one character changed, left out or swapped. */
export function mistyped(code: string, random: Random): string {
  const at = random.below(code.length - 1);
  const twin = Array.from(code).findIndex((letter) => letter in twins);
  if (twin >= 0 && random.chance(0.5)) return code.slice(0, twin) + twins[code[twin]!]! + code.slice(twin + 1);
  if (random.chance(0.4)) return code.slice(0, at) + code.slice(at + 1);
  if (random.chance(0.4)) return code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2);
  return code.slice(0, at) + digits[(digits.indexOf(code[at]!) + 1 + random.below(34)) % 36]! + code.slice(at + 1);
}

/** As people write codes down: some in small letters, some with a blank. */
export const scribbled = (code: string, random: Random): string =>
  random.chance(0.2) ? code.toLowerCase() : random.chance(0.1) ? `${code.slice(0, 5)} ${code.slice(5)}` : code;
