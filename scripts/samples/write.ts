import { at, chatTime, epoch, type Moment, portalMoney, portalTime, smsTime, withCommas } from './print.ts';
import { SHOP, TILL, type TillRow, type TillSms } from './till.ts';

/** A message as a phone has it. */
export type PhoneSms = { readonly moment: Moment; readonly sender: string; readonly type: 1 | 2; readonly text: string };

/** What the till's owner is told of a sale. */
export const tillText = ({ sale: { receipt, moment, phone, name }, cents, balance }: TillSms): string =>
  `${receipt} Confirmed.on ${smsTime(moment)}Ksh${withCommas(cents)} received from ${phone} ${name}. New Account balance is Ksh${withCommas(balance)}. Transaction cost, Ksh0.00.`;

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? '&apos;');

/** An SMS Backup & Restore export, oldest message first. */
export function smsExport(messages: readonly PhoneSms[]): string {
  const lines = messages.map(({ moment, sender, type, text }) => {
    const date = epoch(moment) + 4_000;
    return `  <sms protocol="0" address="${sender}" date="${date}" type="${type}" subject="null" body="${escaped(text)}" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="${date - 2_000}" sub_id="1" readable_date="${portalTime(moment)}" contact_name="(Unknown)" />`;
  });
  return [
    "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>",
    '<!--Invented messages of an invented shop, written as SMS Backup & Restore writes its exports-->',
    `<smses count="${messages.length}" backup_set="00000000-0000-4000-8000-000000000009" backup_date="${epoch(at(15, 21, 0))}" type="full">`,
    ...lines,
    '</smses>',
    '',
  ].join('\n');
}

/** Messages as they were forwarded in WhatsApp and copied from there. */
export const chat = (lines: readonly { readonly moment: Moment; readonly text: string }[]): string =>
  lines.map(({ moment, text }) => `${chatTime(moment)} - Zawadi Dukani: ${text}\n`).join('');

const TITLES =
  'Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Balance Confirmed,Reason Type,Other Party Info,Linked Transaction ID,A/C No.,Currency';
const COLUMNS = 14;

const sum = (cents: readonly number[]) => cents.reduce((total, next) => total + next, 0);

/** The organisation portal's statement of the till from one day to another, newest row first. */
export function statement(all: readonly TillRow[], opening: number, from: number, to: number): string {
  const [start, end] = [at(from, 0, 0), at(to + 1, 0, 0) - 1];
  const rows = all.filter(({ moment }) => moment >= start && moment <= end);
  const before = all.findLast(({ moment }) => moment < start)?.balance ?? opening;
  const moved = rows.filter(({ status }) => status === 'Completed').map(({ cents }) => cents);
  const totals = ['Total Paid In:', portalMoney(sum(moved.filter((cents) => cents > 0))), 'Total Withdrawn:', portalMoney(sum(moved.filter((cents) => cents < 0)))];
  const closing = rows.at(-1)?.balance ?? before;
  const preamble = [
    ['Account Holder:', SHOP],
    ['Short Code:', TILL],
    ['Account:', 'Merchant Account'],
    ['Time Period:', 'From', portalTime(start), 'To', portalTime(end)],
    ['Operator:', 'zawadi', 'Organization:', SHOP, 'Date of Report:', portalTime(end + 8 * 3600)],
    ['Opening Balance:', portalMoney(before), 'Closing Balance:', portalMoney(closing), 'Available Balance:', '', ...totals],
  ].map((cells) => [...cells, ...Array.from({ length: COLUMNS - cells.length }, () => '')].join(','));
  return [...preamble, TITLES, ...rows.toReversed().map(rowLine), ''].join('\r\n');
}

function rowLine({ receipt, moment, details, status, cents, balance, reason, party, linked }: TillRow): string {
  const [paidIn, withdrawn] = cents > 0 ? [portalMoney(cents), ''] : ['', portalMoney(cents)];
  const time = portalTime(moment);
  return [receipt, time, time, details, status, paidIn, withdrawn, portalMoney(balance), 'true', reason, party, linked, '', 'KES'].join(',');
}
