import type { AccountFacts } from './account-facts.ts';
import { amountText, plainText } from './cells.ts';
import type { Entry } from './entries.ts';

/** OFX 1.02 is ASCII: accents are taken off, anything else becomes a question mark. */
const ascii = (text: string, most: number) =>
  plainText(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, most)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** `2026-03-05T14:30:00+03:00` → `20260305143000[+3:EAT]`. */
const stamp = (at: string) => `${at.slice(0, 19).replace(/[-T:]/g, '')}[+3:EAT]`;

const head = `OFXHEADER:100\r
DATA:OFXSGML\r
VERSION:102\r
SECURITY:NONE\r
ENCODING:USASCII\r
CHARSET:1252\r
COMPRESSION:NONE\r
OLDFILEUID:NONE\r
NEWFILEUID:NONE\r
\r
`;

/** One account's entries as OFX 1.02. Its `FITID`s are the entries' ids: a charge never shares its payment's. */
export function* ofx(entries: Iterable<Entry>, { account, from, to, closing, made }: AccountFacts): Generator<string> {
  yield head;
  yield `<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>${stamp(made)}<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1>\r\n`;
  yield '<BANKMSGSRSV1><STMTTRNRS><TRNUID>0<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>KES\r\n';
  yield `<BANKACCTFROM><BANKID>MPESA<ACCTID>${ascii(account.number, 22)}<ACCTTYPE>CHECKING</BANKACCTFROM>\r\n`;
  yield `<BANKTRANLIST><DTSTART>${stamp(from)}<DTEND>${stamp(to)}\r\n`;
  for (const entry of entries) yield transaction(entry);
  yield '</BANKTRANLIST>\r\n';
  if (closing) yield `<LEDGERBAL><BALAMT>${amountText(closing.amount)}<DTASOF>${stamp(closing.at)}</LEDGERBAL>\r\n`;
  yield '</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\r\n';
}

const types = { payment: null, charge: 'SRVCHG', transfer: 'XFER' } as const;

function transaction({ id, at, amount, payee, description, as }: Entry): string {
  const type = types[as] ?? (amount > 0 ? 'CREDIT' : 'DEBIT');
  const name = ascii(payee || description, 32);
  return `<STMTTRN><TRNTYPE>${type}<DTPOSTED>${stamp(at)}<TRNAMT>${amountText(amount)}<FITID>${id}<NAME>${name}<MEMO>${ascii(description, 255)}</STMTTRN>\r\n`;
}
