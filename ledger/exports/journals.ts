import { amountText, dayFirst, plainText } from './cells.ts';
import type { Entry } from './entries.ts';

/** Quicken's format; its dates have no order of their own, here the day stands first. */
export function* qif(entries: Iterable<Entry>): Generator<string> {
  yield '!Type:Bank\n';
  for (const { date, amount, payee, description, id } of entries)
    yield `D${dayFirst(date)}\nT${amountText(amount)}\nP${plainText(payee || description)}\nM${plainText(description)}\nN${id}\n^\n`;
}

/** The other side of a posting, for its owner to sort on. */
function against({ as, amount, reversal }: Entry): string {
  if (as === 'charge') return 'Expenses:MPESA:Charges';
  if (as === 'transfer') return 'Assets:Transfers';
  // What is taken back goes where it came from.
  return amount > 0 !== reversal ? 'Income:Sales' : 'Expenses:Unsorted';
}

/** `Till 5123456` → `Till-5123456`: letters, digits and hyphens, as both programs allow. */
const own = ({ account }: Entry): string => {
  const name = plainText(account)
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `Assets:MPESA:${name === '' ? 'Account' : name[0]!.toUpperCase() + name.slice(1)}`;
};

/** The accounts of an entry that no entry before it had. */
function unopened(entry: Entry, opened: Set<string>): string[] {
  const fresh = [own(entry), against(entry)].filter((account) => !opened.has(account));
  for (const account of fresh) opened.add(account);
  return fresh;
}

/** A journal for hledger, every account declared so that `check --strict` holds. */
export function* hledger(entries: Iterable<Entry>): Generator<string> {
  yield 'commodity 1000.00 KES\n';
  const opened = new Set<string>();
  for (const entry of entries) {
    const { date, id, description, amount } = entry;
    for (const account of unopened(entry, opened)) yield `\naccount ${account}\n`;
    // A semicolon would begin a comment, a bar part payee from note.
    const words = plainText(description).replace(/[;|]/g, ',');
    yield `\n${date} * (${id}) ${words}\n    ${own(entry)}  ${amountText(amount)} KES\n    ${against(entry)}  ${amountText(-amount)} KES\n`;
  }
}

const inQuotes = (words: string) => `"${plainText(words).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** A journal for beancount; every account is opened on the first day it is used. */
export function* beancount(entries: Iterable<Entry>): Generator<string> {
  yield 'option "operating_currency" "KES"\n';
  const opened = new Set<string>();
  for (const entry of entries) {
    const { date, id, payee, description, amount } = entry;
    for (const account of unopened(entry, opened)) yield `\n${date} open ${account}\n`;
    yield `\n${date} * ${inQuotes(payee)} ${inQuotes(description)}\n  receipt: "${id}"\n  ${own(entry)}  ${amountText(amount)} KES\n  ${against(entry)}  ${amountText(-amount)} KES\n`;
  }
}
