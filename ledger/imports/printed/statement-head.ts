import type { AccountKind } from '#contract/words.ts';
import type { StatementFacts } from '../importer.ts';
import { readAmount } from '../statement-cells.ts';

/** What a printed statement says above its rows. */
export type PrintedHead = Pick<StatementFacts, 'holder' | 'period' | 'totalIn' | 'totalOut'> & {
  readonly account: { readonly kind: AccountKind; readonly shortcode: string | null };
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads the labels of a printed statement's first page, wherever on their lines they stand. */
export function readHead(lines: readonly string[]): PrintedHead {
  const after = (label: RegExp) => lines.map((line) => label.exec(line)?.[1]?.trim()).find(Boolean) ?? null;
  const total = lines.map((line) => /^total:?\s+([\d,.]+)\s+([\d,.]+)$/i.exec(line)).find(Boolean);
  const type = after(/\baccount type\s*-\s*(.+)$/i);
  const shortcode = after(/\bshort ?code:\s*(\d{5,7})\b/i);
  const phone = after(/\bmobile number:\s*(\+?[\d*]{9,15})/i);
  return {
    account: type || shortcode ? { kind: kindNamed(type ?? ''), shortcode } : { kind: 'wallet', shortcode: phone },
    holder: after(/\b(?:customer|organi[sz]ation) name:\s*(.+)$/i),
    period: periodIn(after(/\bstatement period:\s*(.+)$/i) ?? ''),
    totalIn: total ? readAmount(total[1] ?? '', '.') : null,
    totalOut: total ? readAmount(total[2] ?? '', '.') : null,
  };
}

/** A till where nothing is said: paybills have statements of their own that name their Utility Account. */
function kindNamed(name: string): AccountKind {
  if (/utility/i.test(name)) return 'paybill';
  if (/settlement/i.test(name)) return 'settlement';
  return /\bMMF\b|working/i.test(name) ? 'working' : 'till';
}

/** `01 Mar 2026 - 05 Mar 2026`: whole days, both included. */
function periodIn(text: string): StatementFacts['period'] {
  const [from, to] = Array.from(
    text.matchAll(/(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})/g),
    ([, day = '', month = '', year = '']) => {
      const number = months.indexOf(month.toLowerCase()) + 1;
      return number > 0 ? `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}` : null;
    },
  );
  return from && to ? { from: `${from}T00:00:00+03:00`, to: `${to}T23:59:59+03:00` } : null;
}
