import { at, dayOf, type Moment } from './print.ts';
import type { Random } from './random.ts';

export const SHOP = 'MAMA ZAWADI MINI MART';
export const TILL = '5083127';

/** What is deliberately wrong about a sale. */
export type Role = 'plain' | 'no-message' | 'not-on-statement' | 'amounts-differ' | 'reversed';

/** One customer's payment to the till. */
export type Sale = {
  readonly receipt: string;
  readonly moment: Moment;
  readonly cents: number;
  readonly name: string;
  readonly phone: string;
  readonly role: Role;
};

/** What the portal's statement tells of the till, with the balance after it. */
export type TillRow = {
  readonly receipt: string;
  readonly moment: Moment;
  readonly details: string;
  readonly status: 'Completed' | 'Declined';
  readonly cents: number;
  readonly balance: number;
  readonly reason: string;
  readonly party: string;
  readonly linked: string;
};

/** One message about the till, with the amount it tells and the balance it prints. */
export type TillSms = { readonly sale: Sale; readonly cents: number; readonly balance: number };

export type TillWeek = {
  readonly opening: number;
  readonly sales: readonly Sale[];
  readonly rows: readonly TillRow[];
  readonly messages: readonly TillSms[];
};

/** Sales a day, Monday to Sunday, and the one among them that is not like the others. */
const plan: readonly { readonly day: number; readonly sales: number; readonly odd?: Pick<Sale, 'role' | 'cents'> }[] = [
  { day: 9, sales: 20 },
  { day: 10, sales: 19, odd: { role: 'no-message', cents: 640_00 } },
  { day: 11, sales: 22, odd: { role: 'not-on-statement', cents: 980_00 } },
  { day: 12, sales: 21, odd: { role: 'amounts-differ', cents: 1_530_00 } },
  { day: 13, sales: 26, odd: { role: 'reversed', cents: 2_400_00 } },
  { day: 14, sales: 24 },
  { day: 15, sales: 18 },
];

/** What the message says of the sale whose amounts differ: two digits changed places. */
export const TOLD_CENTS = 1_350_00;
/** Which of the day's sales is the odd one. */
const ODD_SALE = 9;
/** Sunday's takings are still in the till when the statement ends. */
const LAST_DAY = 15;
const OPENING = 3_415_50;

// prettier-ignore
const firstNames = ['JANE', 'PETER', 'AMINA', 'BRIAN', 'CYNTHIA', 'DENNIS', 'ESTHER', 'FATUMA', 'GEORGE', 'HALIMA', 'ISAAC', 'JOYCE', 'KEVIN', 'LUCY', 'MOSES', 'NAOMI', 'OSCAR', 'PURITY', 'RASHID', 'STELLA'] as const;
// prettier-ignore
const lastNames = ['WANJIKU', 'OTIENO', 'HASSAN', 'KIPROTICH', 'MUTUA', 'NJOROGE', 'ACHIENG', 'BARASA', 'CHEBET', 'DAUD', "NDUNG'U", 'KAMAU', 'MWANGI', 'NYAMBURA', 'OKOTH', 'WAFULA'] as const;
const prefixes = ['0710', '0712', '0715', '0720', '0722', '0725', '0728', '0110', '0113', '0790'] as const;

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Makes receipts whose first three characters are their day: `UC` for March 2026, then `1` to `V`. */
export const receiptMaker = (random: Random) => (moment: Moment) => {
  const tail = Array.from({ length: 6 }, () => LETTERS[random.int(0, 35)]).join('');
  return `UC${LETTERS[dayOf(moment)]}${LETTERS[random.int(10, 35)]}${tail}`;
};

/** The whole week of the till. Every balance follows from the one before. */
export function tillWeek(random: Random): TillWeek {
  const receiptAt = receiptMaker(random);
  const sales = plan.flatMap((day) => salesOf(day, random, receiptAt));
  const events = [...sales.flatMap(rowsOf), ...afterSales(sales, random, receiptAt)].toSorted((a, b) => a.moment - b.moment);
  const { rows, balances } = withBalances(events);
  const messages = sales
    .filter(({ role }) => role !== 'no-message')
    .map((sale) => ({
      sale,
      cents: sale.role === 'amounts-differ' ? TOLD_CENTS : sale.cents,
      balance: balances.get(sale.receipt) ?? balanceAt(rows, sale.moment) + sale.cents,
    }));
  return { opening: OPENING, sales, rows, messages };
}

type Event = Omit<TillRow, 'balance'>;

function salesOf({ day, sales, odd }: (typeof plan)[number], random: Random, receiptAt: (moment: Moment) => string): Sale[] {
  const moments = Array.from({ length: sales }, () => at(day, 6, 40) + random.int(0, 14 * 3600)).toSorted((a, b) => a - b);
  return moments.map((moment, index) => ({
    receipt: receiptAt(moment),
    moment,
    name: `${random.pick(firstNames)} ${random.pick(lastNames)}`,
    phone: `${random.pick(prefixes)}***${random.int(100, 999)}`,
    cents: price(random),
    role: 'plain',
    ...(index === ODD_SALE ? odd : {}),
  }));
}

/** Prices of a small shop: mostly little, now and then a big basket. */
function price(random: Random): number {
  const size = random.int(1, 10);
  if (size <= 5) return random.int(4, 40) * 5 * 100;
  return (size <= 9 ? random.int(21, 90) * 10 : random.int(10, 48) * 100) * 100;
}

/** What the operator takes of a sale: 0.55 %, nothing up to two hundred shillings. */
const chargeOf = (cents: number) => (cents > 200_00 ? Math.round((cents * 55) / 10_000) : 0);

/** A sale's row and, for the larger ones, its charge on a row of its own under the same receipt. */
function rowsOf(sale: Sale): Event[] {
  if (sale.role === 'not-on-statement') return [];
  const { receipt, moment, cents, phone, name } = sale;
  const reason = moment % 3 === 0 ? 'Online Merchant Payment' : 'Customer Merchant Payment';
  const party = `${phone} - ${name}`;
  const words = reason.startsWith('Online') ? 'Merchant Payment Online from' : 'Merchant Payment from';
  const principal: Event = { receipt, moment, details: `${words} ${party}`, status: 'Completed', cents, reason, party, linked: '' };
  const charge = chargeOf(cents);
  return charge === 0 ? [principal] : [principal, { ...principal, details: 'Pay merchant Charge', cents: -charge, party: '' }];
}

/** What happened besides sales: a payment that was declined, the sale that was taken back, and the nightly sweeps. */
function afterSales(sales: readonly Sale[], random: Random, receiptAt: (moment: Moment) => string): Event[] {
  const reversed = sales.find(({ role }) => role === 'reversed');
  if (!reversed) throw new Error('The plan has no reversed sale.');
  const party = `${reversed.phone} - ${reversed.name}`;
  const declinedAt = at(14, 12, 31, 8);
  const takenBackAt = at(14, 15, 47, 22);
  const declined = { receipt: receiptAt(declinedAt), moment: declinedAt, details: 'Merchant Payment from 0722***618 - MOSES DAUD', cents: 350_00, reason: 'Customer Merchant Payment', party: '0722***618 - MOSES DAUD', linked: '' };
  const takenBack = { receipt: receiptAt(takenBackAt), moment: takenBackAt, details: `Merchant Payment Reversal by ${SHOP}`, cents: -reversed.cents, reason: 'Merchant Payment Reversal', party, linked: reversed.receipt };
  const sweeps = plan
    .filter(({ day }) => day < LAST_DAY)
    .map(({ day }) => at(day, 22, 50, random.int(0, 599)))
    .map((moment): Event => ({ receipt: receiptAt(moment), moment, details: SWEEP, status: 'Completed', cents: 0, reason: SWEEP, party: '', linked: '' }));
  return [{ ...declined, status: 'Declined' }, { ...takenBack, status: 'Completed' }, ...sweeps];
}

const SWEEP = 'Merchant Account to Organization Settlement Account';

/** Follows the balance through the events, and what it was after each sale; a sweep takes all there is. */
function withBalances(events: readonly Event[]): { rows: TillRow[]; balances: Map<string, number> } {
  const balances = new Map<string, number>();
  let balance = OPENING;
  const rows = events.map((event) => {
    const cents = event.details === SWEEP ? -balance : event.cents;
    if (event.status === 'Completed') balance += cents;
    if (!balances.has(event.receipt)) balances.set(event.receipt, balance);
    return { ...event, cents, balance };
  });
  return { rows, balances };
}

const balanceAt = (rows: readonly TillRow[], moment: Moment) => rows.findLast((row) => row.moment < moment)?.balance ?? OPENING;
