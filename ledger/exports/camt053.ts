import type { AccountFacts } from './account-facts.ts';
import { amountText, xmlText } from './cells.ts';
import type { Entry } from './entries.ts';

const side = (cents: number) => (cents < 0 ? 'DBIT' : 'CRDT');
const amount = (cents: number) =>
  `<Amt Ccy="KES">${amountText(Math.abs(cents))}</Amt><CdtDbtInd>${side(cents)}</CdtDbtInd>`;

const balance = (code: 'OPBD' | 'CLBD', { amount: cents, at }: { amount: number; at: string }) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}<Dt><Dt>${at.slice(0, 10)}</Dt></Dt></Bal>\n`;

/** One account's entries as camt.053.001.02: amounts positive, their side in an indicator. Balances are the statements' own. */
export function* camt053(entries: Iterable<Entry>, facts: AccountFacts): Generator<string> {
  const { account, from, to, opening, closing, made } = facts;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>\n';
  const id = `RISITI-${made.slice(0, 19).replace(/[-T:]/g, '')}`;
  yield `<GrpHdr><MsgId>${id}</MsgId><CreDtTm>${made}</CreDtTm></GrpHdr>\n`;
  yield `<Stmt><Id>${id}</Id><CreDtTm>${made}</CreDtTm><FrToDt><FrDtTm>${from}</FrDtTm><ToDtTm>${to}</ToDtTm></FrToDt>\n`;
  yield `<Acct><Id><Othr><Id>${xmlText(account.number, 34)}</Id></Othr></Id><Ccy>KES</Ccy><Nm>${xmlText(account.name, 70) || 'M-PESA'}</Nm></Acct>\n`;
  if (opening) yield balance('OPBD', opening);
  if (closing) yield balance('CLBD', closing);
  for (const entry of entries) yield entryOf(entry);
  yield '</Stmt></BkToCstmrStmt></Document>\n';
}

const families = {
  payment: '<Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>OTHR</SubFmlyCd></Fmly></Domn>',
  charge: '<Domn><Cd>ACMT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>CHRG</SubFmlyCd></Fmly></Domn>',
  transfer: '<Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>BOOK</SubFmlyCd></Fmly></Domn>',
} as const;

/** Days, no times: the programs that read this look for `Dt` and take `DtTm` for no date. */
function entryOf({ id, date, amount: cents, payee, description, as, reversal }: Entry): string {
  // Received or issued: RCDT, ICDT.
  const code = cents < 0 ? families[as].replace('RCDT', 'ICDT') : families[as];
  const ref = id.slice(0, 35);
  const name = xmlText(payee, 140);
  const party = name === '' ? '' : partyOf(cents, name);
  // The schema takes no text that is empty.
  const words = xmlText(description, 140) || ref;
  return `<Ntry><NtryRef>${ref}</NtryRef>${amount(cents)}${reversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>BOOK</Sts><BookgDt><Dt>${date}</Dt></BookgDt><ValDt><Dt>${date}</Dt></ValDt><AcctSvcrRef>${ref}</AcctSvcrRef><BkTxCd>${code}</BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>${ref}</EndToEndId></Refs>${party}<RmtInf><Ustrd>${words}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n`;
}

function partyOf(cents: number, name: string): string {
  const role = cents < 0 ? 'Cdtr' : 'Dbtr';
  return `<RltdPties><${role}><Nm>${name}</Nm></${role}></RltdPties>`;
}
