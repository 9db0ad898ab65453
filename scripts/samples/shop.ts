import { at, type Moment } from './print.ts';
import { seeded } from './random.ts';
import { type Sale, type TillSms, tillWeek } from './till.ts';
import { walletWeek } from './wallet.ts';
import { chat, type PhoneSms, smsExport, statement, tillText } from './write.ts';

const SEED = 20260309;
/** From here on Saturday the shop's phone was off: what came then is only in the pasted text. */
const PHONE_OFF = at(14, 17, 30);
const PHONE_ON = at(15, 0, 0);
/** How many messages that the phone has too were copied once more. */
const COPIED_TWICE = 2;
/** The day that both statements have. */
const OVERLAP_DAY = 13;

/** One file of the sample shop. */
export type SampleFile = { readonly name: string; readonly text: string };

const isOff = (moment: Moment) => moment >= PHONE_OFF && moment < PHONE_ON;

/** Every file of the sample shop, in the order in which they are imported, and what is known to be in them. */
export function sampleShop() {
  const random = seeded(SEED);
  const till = tillWeek(random);
  const wallet = walletWeek(random);

  const told = till.messages.map((sms) => ({ sms, moment: sms.sale.moment, text: tillText(sms) }));
  const onPhone = told.filter(({ moment }) => !isOff(moment));
  const whileOff = told.filter(({ moment }) => isOff(moment));
  const beforeOff = onPhone.filter(({ moment }) => moment < PHONE_OFF).slice(-COPIED_TWICE - 1);
  const [cutShort, ...copies] = beforeOff;
  if (!cutShort) throw new Error('The shop sold nothing on Saturday.');
  const unreadable = cutShort.text.slice(0, cutShort.text.indexOf('Ksh') + 4);

  const phone: PhoneSms[] = [
    ...onPhone.map(({ moment, text }): PhoneSms => ({ moment, sender: 'MPESA', type: 1, text })),
    ...wallet.messages.map(({ moment, text }): PhoneSms => ({ moment, sender: 'MPESA', type: 1, text })),
    ...strangers,
  ].toSorted((a, b) => a.moment - b.moment);
  const forwarded = [unreadable, ...copies.map(({ text }) => text), ...whileOff.map(({ text }) => text)].map((text, index) => ({
    moment: at(14, 20, 50) + index * 20,
    text,
  }));

  const files: SampleFile[] = [
    { name: 'sms-backup.xml', text: smsExport(phone) },
    { name: 'pasted.txt', text: chat(forwarded) },
    { name: 'till-statement.csv', text: statement(till.rows, till.opening, 9, OVERLAP_DAY) },
    { name: 'till-statement-2.csv', text: statement(till.rows, till.opening, OVERLAP_DAY, 15) },
  ];
  return { till, wallet, files, unreadable, whileOff: whileOff.length, copies: copies.length, strangers, overlapDay: OVERLAP_DAY };
}

/** Messages on the phone that are nobody's payment: private ones, one that was sent, and one that pretends. */
const strangers: readonly PhoneSms[] = [
  { moment: at(10, 21, 14), sender: '+254700000777', type: 1, text: 'Mama Zawadi, unga imefika? 🙏' },
  { moment: at(10, 21, 16), sender: '+254700000777', type: 2, text: 'Imefika, karibu kesho.' },
  { moment: at(12, 13, 2), sender: 'MKOPO-POA', type: 1, text: 'Pata mkopo wa hadi Ksh 20,000 leo! Piga *999#.' },
  {
    moment: at(14, 10, 11),
    sender: '+254700000909',
    type: 1,
    text: 'UCE5QP83HK Confirmed.You have received Ksh7,500.00 from JOHN KARIUKI 0700000909 on 14/3/26 at 10:10 AM  New M-PESA balance is Ksh9,254.15. Separate personal and business funds through Pochi la Biashara on *334#.',
  },
];

/** The sale that plays a role in the list of disagreements. */
export function saleOf(sales: readonly Sale[], role: Sale['role']): Sale {
  const sale = sales.find((candidate) => candidate.role === role);
  if (!sale) throw new Error(`No sale is ${role}.`);
  return sale;
}

export const messageOf = (messages: readonly TillSms[], receipt: string) => messages.find(({ sale }) => sale.receipt === receipt);
