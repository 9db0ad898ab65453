const money = (cents: number) => (cents / 100).toFixed(2);
const two = (n: number) => String(n).padStart(2, '0');

/** The payment that is charged otherwise, the day whose money came to the bank short, and what should be said of them. */
export const wrong = { number: 7, receipt: 'UC30000007', charged: 1_400, usual: 280, shortBy: 3_400 };

/** A payment each hour on the 3rd and 4th of March 2026, charged 0.55 %, and the sweep to the bank at night. */
const days = [3, 4].map((day) => ({
  day,
  came: Array.from({ length: 12 }, (_, n) => {
    const amount = 25_000 + 3_700 * n + (day - 3) * 100;
    const charge = day === 3 && n === wrong.number ? wrong.charged : Math.round(amount * 0.0055);
    return {
      code: `UC${day}${String(n).padStart(7, '0')}`,
      time: `${two(day)}-03-2026 ${two(8 + n)}:10:00`,
      amount,
      charge,
    };
  }),
}));

/** What a till's month looks like on the portal, and its days at the bank: one charge is odd, one sweep arrived short. */
export function chargedTill() {
  const lines: string[] = [];
  let [balance, paidIn] = [0, 0];
  const line = (code: string, time: string, words: string, change: number, who = '') => {
    balance += change;
    if (change > 0) paidIn += change;
    const cells = change > 0 ? `${money(change)},` : `,${money(change)}`;
    lines.push(
      `${code},${time},${time},${words},Completed,${cells},${money(balance)},true,${words.split(' from ')[0]},${who},,,KES`,
    );
  };
  const arrived = days.map(({ day, came }) => {
    const who = '0722***618 - MOSES DAUD';
    for (const { code, time, amount, charge } of came) {
      line(code, time, `Merchant Payment from ${who}`, amount, who);
      line(code, time, 'Pay merchant Charge', -charge);
    }
    const swept = balance;
    line(
      `UC${day}000009Z`,
      `${two(day)}-03-2026 22:30:00`,
      'Merchant Account to Organization Settlement Account',
      -swept,
    );
    return `2026-03-${two(day + 1)},MPESA SETTLEMENT TILL 5012345,${money(swept - (day === 4 ? wrong.shortBy : 0))}`;
  });
  const till = [
    'Account Holder:,BARAKA HARDWARE',
    'Short Code:,5012345',
    'Account:,Merchant Account',
    'Time Period:,From,01-03-2026 00:00:00,To,31-03-2026 23:59:59',
    'Operator:,owner,Organization:,BARAKA HARDWARE,Date of Report:,01-04-2026 07:00:00',
    `Opening Balance:,0.0,Closing Balance:,0.0,Available Balance:,,Total Paid In:,${money(paidIn)},Total Withdrawn:,${money(-paidIn)}`,
    'Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Balance Confirmed,Reason Type,Other Party Info,Linked Transaction ID,A/C No.,Currency',
    ...lines.toReversed(),
  ];
  // A later row shows that the list goes on, and so that what is missing has not merely not come yet.
  const bank = ['Date,Narration,Credit', ...arrived, '2026-03-20,CASH DEPOSIT,50.00'];
  return { till: till.join('\n'), bank: bank.join('\n') };
}
