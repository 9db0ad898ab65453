import { closeSync, openSync, writeSync } from 'node:fs';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const names = ['ASHA KIMANI', 'BEN OTIENO', 'CATHY WERE', 'DAUDI MUTUA', 'ESTHER NALIAKA'];
const grouped = (cents: number) => (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });

/** One message every twenty seconds from the first of January 2026, in milliseconds: half a million are four months. */
const [START, EVERY] = [Date.UTC(2026, 0, 1), 20_000];

/** What the phone's two accounts hold, in cents: its balances add up from message to message. */
type Held = { till: number; wallet: number };

/** One message of a phone that sells all day; every 25th is private, with an emoji in two halves as these exports write it. */
function messageAt(i: number, held: Held): { readonly address: string; readonly body: string; readonly at: number } {
  const at = START + i * EVERY;
  const local = new Date(at + 3 * 3_600_000);
  const [month, day, hour, minute] = [
    local.getUTCMonth(),
    local.getUTCDate(),
    local.getUTCHours(),
    local.getUTCMinutes(),
  ];
  if (i % 25 === 24) return { address: '+254700000111', body: 'See you at the market &#55357;&#56911; tomorrow', at };
  const receipt = `U${letters[10 + month]}${letters[day]}${i.toString(36).toUpperCase().padStart(7, '0')}`;
  const when = `${day}/${month + 1}/26 at ${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
  const cents = 5_000 + ((i * 7919) % 400) * 500;
  const moved = [
    [cents, 0],
    [0, cents],
    [0, -cents - 1_300],
    [0, -cents],
  ][i % 4]!;
  held.till += moved[0]!;
  held.wallet += moved[1]!;
  const [amount, till, wallet] = [grouped(cents), grouped(held.till), grouped(held.wallet)];
  const phone = `254722${String(i % 1_000_000).padStart(6, '0')}`;
  const bodies = [
    `${receipt} Confirmed. on ${when} Ksh${amount} received from ${phone} ${names[i % 5]}. New Account balance is Ksh${till}`,
    `${receipt} Confirmed.You have received Ksh${amount} from ${names[i % 5]} 0${phone.slice(3)} on ${when}  New M-PESA balance is Ksh${wallet}. Separate personal and business funds through Pochi la Biashara on *334#.`,
    `${receipt} Confirmed. Ksh${amount} sent to ${names[i % 5]} 0${phone.slice(3)} on ${when}. New M-PESA balance is Ksh${wallet}. Transaction cost, Ksh13.00. Amount you can transact within the day is 499,000.00.`,
    `${receipt} Confirmed. Ksh${amount} paid to NAIVAS SUPERMARKET. on ${when}.New M-PESA balance is Ksh${wallet}. Transaction cost, Ksh0.00.`,
  ];
  return { address: 'MPESA', body: bodies[i % bodies.length]!, at };
}

/** Writes an export of SMS Backup & Restore of about so many bytes; answers how many messages it has. */
export function writeBackup(path: string, bytes: number): number {
  const file = openSync(path, 'w');
  let [written, count] = [
    writeSync(file, "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count=\"1\">\n"),
    0,
  ];
  const held = { till: 900_000_000, wallet: 900_000_000_000 };
  while (written < bytes) {
    let text = '';
    for (const end = count + 2_000; count < end; count += 1) {
      const { address, body, at } = messageAt(count, held);
      text += `  <sms protocol="0" address="${address}" date="${at}" type="1" subject="null" body="${body}" toa="null" sc_toa="null" service_center="+254722500029" read="1" status="-1" locked="0" date_sent="${at}" sub_id="1" readable_date="5 Feb 2026 9:12:44" contact_name="(Unknown)" />\n`;
    }
    written += writeSync(file, text);
  }
  writeSync(file, '</smses>\n');
  closeSync(file);
  return count;
}
