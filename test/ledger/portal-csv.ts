/** A portal statement of a till with `count` sales, a minute apart from the first of March 2026, newest first. Its totals hold. */
export function portalCsv(count: number): string {
  const start = Date.UTC(2026, 2, 1);
  const stamp = (at: number) => {
    const [date, time] = new Date(start + at * 60_000).toISOString().split(/[T.]/);
    return `${date!.split('-').toReversed().join('-')} ${time}`;
  };
  let balance = 0;
  const rows = Array.from({ length: count }, (_, at) => {
    const amount = 50 + (at % 40) * 10;
    balance += amount;
    const code = `UC1${at.toString(36).toUpperCase().padStart(7, '0')}`;
    const who = '0722***618 - MOSES DAUD';
    return `${code},${stamp(at)},${stamp(at)},Merchant Payment from ${who},Completed,${amount}.0,,${balance}.0,true,Customer Merchant Payment,${who},,,KES`;
  });
  return [
    'Account Holder:,BARAKA HARDWARE',
    'Short Code:,5012345',
    'Account:,Merchant Account',
    `Time Period:,From,${stamp(0)},To,${stamp(count)}`,
    'Operator:,owner,Organization:,BARAKA HARDWARE,Date of Report:,01-04-2026 07:00:00',
    `Opening Balance:,0.0,Closing Balance:,${balance}.0,Available Balance:,,Total Paid In:,${balance}.0,Total Withdrawn:,0.0`,
    'Receipt No.,Completion Time,Initiation Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Balance Confirmed,Reason Type,Other Party Info,Linked Transaction ID,A/C No.,Currency',
    ...rows.toReversed(),
  ].join('\n');
}
