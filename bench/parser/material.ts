import { rules } from '#parser/grammars/all.ts';
import { opsOf } from '#parser/render.ts';
import type { Op } from '#parser/template.ts';

/** How often each wording comes in the messages of a phone, of a hundred. */
const shares: Readonly<Record<string, number>> = {
  'receive-person': 18,
  'send-person': 16,
  'buy-goods': 14,
  paybill: 13,
  'withdraw-agent': 5,
  'airtime-self': 5,
  'receive-business': 4,
  'fuliza-draw': 4,
  'receive-bank': 3,
  'fuliza-repay': 3,
  'send-no-phone': 3,
  'deposit-agent': 3,
  'till-receive': 3,
  'airtime-other': 2,
  'mshwari-deposit': 1,
  'mshwari-withdraw-new': 1,
  'kcb-deposit': 1,
  'reversal-credited': 1,
};

/** A fixed sequence of numbers in 0…1, so that every run has the same messages. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Kenyan messages in the shares above, no two alike. */
export function mixedMessages(count: number): readonly string[] {
  const next = sequence(7);
  const pool = rules
    .filter(({ grammar }) => grammar.id === 'mpesa-ke')
    .flatMap((rule) => Array.from({ length: shares[rule.id] ?? 0 }, () => rule.example));
  return Array.from({ length: count }, () => {
    const example = pool[Math.floor(next() * pool.length)] ?? '';
    return example.replace(/(?<=Ksh ?)\d{2,}(?=[.,])/g, (digits) =>
      String(10 + Math.floor(next() * 89)).padEnd(digits.length, '0'),
    );
  });
}

const fieldPatterns: Readonly<Record<string, string>> = {
  text: '(.+?)',
  money: '((?:Kshs?|KES|Tshs?|TZS|M)?\\.?\\s*[\\d,]+(?:\\.\\d+)?(?:MT)?)',
  sum: '((?:Kshs?|KES)?\\.?\\s*[\\d,]+(?:\\.\\d+)?)',
  receipt: '([A-Z0-9]{8,12})',
  reference: '([A-Z0-9]{8,12})',
  date: '(\\d{1,4}[/-]\\d{1,2}[/-]\\d{2,4})',
  time: '(\\d{1,2}:\\d{2}(?::\\d{2})?\\s*(?:AM|PM)?)',
  phone: '(\\+?[\\d*]{9,13})',
  shortcode: '(\\d{4,8})',
  word: '(\\S+)',
};

const escape = (text: string) => text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&');

function patternOf(ops: readonly Op[]): string {
  return (
    ops
      // oxlint-disable-next-line typescript/consistent-return -- every kind returns
      .map((op): string => {
        switch (op.kind) {
          case 'word':
            return escape(op.written);
          case 'blank':
            return '\\s+';
          case 'maybe-blank':
            return '\\s*';
          case 'join':
            return '[\\s.,;:]*';
          case 'end':
            return '\\s*$';
          case 'slot':
            return fieldPatterns[op.field] ?? '(.+?)';
          case 'named':
            return `(${patternOf(op.ops)})`;
          case 'optional':
            return `(?:${patternOf(op.ops)})?`;
          case 'choice':
            return `(?:${op.branches.map(patternOf).join('|')})`;
        }
      })
      .join('')
  );
}

/** What most public parsers do: one unanchored regular expression a wording, tried in order. */
export function naiveCascade(): (text: string) => number {
  const patterns = rules.map((rule) => new RegExp(patternOf(opsOf(rule)), 'i'));
  return (text) => {
    for (const pattern of patterns) {
      const match = pattern.exec(text);
      if (match) return match.length;
    }
    return 0;
  };
}

const head = 'UE53GU7P2F Confirmed. ';
const repeated =
  (unit: string, before = '', after = '') =>
  (size: number) =>
    before + unit.repeat(Math.ceil(size / unit.length)).slice(0, size) + after;

/** Texts made to cost as much as they can. */
export const adversaries: readonly (readonly [string, (size: number) => string])[] = [
  ['spaces', repeated(' ')],
  ['digits', repeated('7')],
  ['letters', repeated('A')],
  ['receipts', repeated('UE53GU7P2F ')],
  ['openings', repeated(head)],
  ['spaces after the opening', repeated(' ', head)],
  ['spaces in a name', repeated(' ', `${head}Ksh100.00 sent to ASHA`, 'x')],
  ['a name without end', repeated('ASHA ', `${head}Ksh100.00 sent to `)],
  ['on on on', repeated(' on', `${head}Ksh100.00 sent to X`)],
  ['1,1,1,', repeated('1,', `${head}Ksh`)],
  ['phones', repeated(' 0712345001', `${head}Ksh100.00 sent to X`)],
  ['for account', repeated(' for account', `${head}Ksh100.00 sent to X`)],
  ['dots', repeated('. ', `${head}You have received Ksh1.00 from X`)],
  ['days', repeated('  on 5/5/26', `${head}Ksh100.00 sent to X`)],
  [
    'one message again and again',
    repeated(`${head}Ksh40.00 sent to ASHA on 5/5/26 at 8:32 PM. New M-PESA balance is Ksh10.00. `),
  ],
];

const half = (example: string) => example.slice(0, Math.ceil(example.length / 2));

/** Four ways to attack a rule by its example. */
export const families: Readonly<Record<string, (example: string, size: number) => string>> = {
  'digits after half a message': (example, size) => repeated('7', half(example))(size),
  'spaces after half a message': (example, size) => repeated(' ', half(example), 'x')(size),
  'the message again and again': (example, size) => repeated(`${example} `)(size),
  'its first half again and again': (example, size) => repeated(`${half(example)} `)(size),
};
