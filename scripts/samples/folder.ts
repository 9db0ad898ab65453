import { localTime, plain, withCommas } from './print.ts';
import { messageOf, type SampleFile, sampleShop, saleOf } from './shop.ts';
import { SHOP, TILL, TOLD_CENTS } from './till.ts';

/** Everything in `samples/`: the shop's files, the order to read them in, and what is to be found in them. */
export function sampleFolder(): SampleFile[] {
  const { files } = sampleShop();
  const names = files.map(({ name }) => name);
  return [
    ...files,
    { name: 'manifest.json', text: json({ files: names }) },
    { name: 'linked-service.json', text: json(linkedService()) },
    { name: 'expected.json', text: json(findings()) },
    { name: 'README.md', text: readme() },
  ];
}

/**
 * What a pretended payment app collected for the till: every sale that was really paid. It does not know the payment that
 * only a message tells of, and knows the true amount of the one that was told wrongly.
 */
function linkedService() {
  const paid = sampleShop().till.sales.filter(({ role }) => role !== 'not-on-statement');
  return paid.map(({ receipt, moment, cents, name, phone }, at) => ({
    id: String(at + 1),
    amount: plain(cents),
    receipt,
    reference: '',
    phone,
    party: name,
    at: localTime(moment),
    status: 'completed',
  }));
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** What the plan of the shop says must be found. Cents; nothing of it comes from reading the files. */
export function findings() {
  const { till, wallet, unreadable, whileOff, copies, strangers, overlapDay } = sampleShop();
  const missing = saleOf(till.sales, 'no-message');
  const phantom = saleOf(till.sales, 'not-on-statement');
  const misread = saleOf(till.sales, 'amounts-differ');
  const reversed = saleOf(till.sales, 'reversed');
  const charges = till.rows.filter(({ details }) => details.endsWith('Charge'));
  const onDay = till.rows.filter(({ receipt }) => receipt.startsWith(`UC${overlapDay.toString(36).toUpperCase()}`));
  const reversal = till.rows.find(({ linked }) => linked === reversed.receipt);
  return {
    shop: SHOP,
    till: TILL,
    from: '2026-03-09',
    to: '2026-03-15',
    sales: { onStatement: till.sales.length - 1, inMessages: till.messages.length },
    exceptions: {
      'no-message': [{ receipt: missing.receipt, statement: missing.cents }],
      'not-on-statement': [{ receipt: phantom.receipt, message: phantom.cents }],
      'amounts-differ': [{ receipt: misread.receipt, message: TOLD_CENTS, statement: misread.cents }],
      'reversed-after-sale': [{ receipt: reversed.receipt, amount: reversed.cents, reversedBy: reversal?.receipt }],
      'unread-message': [{ text: unreadable }],
    },
    charges: { rows: charges.length, sharingReceipts: charges.length, cents: -sum(charges) },
    sweeps: { rows: till.rows.filter(isSweep).length, cents: -sum(till.rows.filter(isSweep)) },
    overlap: { date: `2026-03-${overlapDay}`, rows: onDay.length },
    declined: till.rows.filter(({ status }) => status === 'Declined').length,
    wallet: { messages: wallet.messages.length, reversed: { receipt: wallet.takenBack.receipt, reversedBy: wallet.takenBack.by, cents: wallet.takenBack.cents } },
    pasted: { onlyThere: whileOff, copiesOfTheExport: copies, unreadable: 1 },
    skippedOnThePhone: strangers.length,
  };
}

const isSweep = ({ details }: { readonly details: string }) => details.includes('Account to');
const sum = (rows: readonly { readonly cents: number }[]) => rows.reduce((total, { cents }) => total + cents, 0);
const ksh = (cents: number) => `KSh ${withCommas(cents)}`;

function readme(): string {
  const { till, whileOff, copies } = sampleShop();
  const found = findings();
  const { exceptions, charges, sweeps, overlap, wallet } = found;
  const [missing, phantom, misread, reversed] = [exceptions['no-message'][0], exceptions['not-on-statement'][0], exceptions['amounts-differ'][0], exceptions['reversed-after-sale'][0]];
  if (!missing || !phantom || !misread || !reversed) throw new Error('The plan is incomplete.');
  const balance = ksh(messageOf(till.messages, phantom.receipt)?.balance ?? 0);
  return `# A week of a shop

Mama Zawadi Mini Mart and everything about it is invented: its till ${TILL}, its customers, its receipts. Monday 9 to
Sunday 15 March 2026: ${till.sales.length} payments by customers, ${wallet.messages} messages about the owner's own wallet.

| file | what it is |
|---|---|
| \`sms-backup.xml\` | the phone's messages as SMS Backup & Restore exports them, with a few that are nobody's payment |
| \`pasted.txt\` | ${whileOff} messages that came while the phone was off on Saturday evening, ${copies} it has too, and one cut short, as copied from WhatsApp |
| \`till-statement.csv\` | the organisation portal's statement of the till, Monday to Friday |
| \`till-statement-2.csv\` | the same, Friday to Sunday: Friday is in both |
| \`linked-service.json\` | what a pretended payment app collected for the till, for asking it (Services, “Try a pretended service”; or \`risiti simulate payment-app --payments\`) |

\`manifest.json\` says in which order they are read; the order changes nothing. \`expected.json\` has the list below for
tests. All of it is written by \`node scripts/make-samples.ts\`, the same every time, and a test holds the files to it.

## What does not agree, on purpose

| what | where |
|---|---|
| on the statement, but no message | \`${missing.receipt}\`, ${ksh(missing.statement)}, Tuesday |
| a message, but not on the statement | \`${phantom.receipt}\`, ${ksh(phantom.message)}, Wednesday (it even prints a balance, ${balance}) |
| amounts differ | \`${misread.receipt}\`, the message says ${ksh(misread.message)}, the statement ${ksh(misread.statement)}, Thursday |
| reversed after the sale | \`${reversed.receipt}\`, ${ksh(reversed.amount)} on Friday, taken back by \`${reversed.reversedBy}\` on Saturday |
| a message that cannot be read | in \`pasted.txt\`, cut short when it was copied; the phone's export has it whole |

## What differs and is in order

- **The overlapping day**: Friday's ${overlap.rows} rows are in both statements and count once.
- **Charges**: ${charges.rows} rows share their receipt with the payment they were taken from, ${ksh(charges.cents)} together.
- **Sweeps**: ${sweeps.rows} nightly transfers to the settlement account, ${ksh(sweeps.cents)}, are neither income nor expense.
- **A declined payment** on Saturday moved nothing.
- **The owner's wallet** is in no statement, so its messages are seen and not compared. On Saturday ${ksh(wallet.reversed.cents)} sent to a wrong
  number (\`${wallet.reversed.receipt}\`) came back (\`${wallet.reversed.reversedBy}\`).
- **A message that only pretends** to be from M-PESA came from a phone number: it is shown and not counted. Private messages are counted, and their text
  is not kept.
`;
}
