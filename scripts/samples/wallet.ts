import { at, type Moment, plain, smsTime, withCommas } from './print.ts';
import type { Random } from './random.ts';
import { receiptMaker } from './till.ts';

/** One message about the owner's own M-PESA wallet. */
export type WalletSms = { readonly moment: Moment; readonly text: string };

/** The sending that was taken back, for the list of what does not agree. */
export type WalletWeek = { readonly messages: readonly WalletSms[]; readonly takenBack: { readonly receipt: string; readonly by: string; readonly cents: number } };

const OPENING = 12_480_00;
const TAIL = ' Amount you can transact within the day is ';
const DAY_LIMIT = 499_000_00;

const limit = (cents: number) => withCommas(DAY_LIMIT - cents);

/** The owner's week. Every balance follows from the one before; the overdraft is paid back by the next deposit. */
export function walletWeek(random: Random): WalletWeek {
  const receiptAt = receiptMaker(random);
  const messages: WalletSms[] = [];
  let balance = OPENING;
  /** Changes the balance, then says so. */
  const tell = (moment: Moment, cents: number, text: (receipt: string, balance: string) => string, receipt = receiptAt(moment)) => {
    balance += cents;
    messages.push({ moment, text: text(receipt, withCommas(balance)) });
    return receipt;
  };

  let moment = at(9, 7, 42, 11);
  tell(moment, -3_052_00, (receipt, left) => `${receipt} Confirmed.on ${smsTime(at(9, 7, 42))}Withdraw Ksh3,000.00 from 214785 - Nuru Telecoms Kiambu Road stage New M-PESA balance is Ksh${left}. Transaction cost, Ksh52.00.${TAIL}${limit(3_000_00)}. Sign up for Lipa Na M-PESA Till online https://m-pesaforbusiness.co.ke`);
  moment = at(9, 12, 15, 40);
  tell(moment, -1_523_00, (receipt, left) => `${receipt} Confirmed. Ksh1,500.00 sent to PETER  KAMAU 0700000412 on ${smsTime(at(9, 12, 15))}. New M-PESA balance is Ksh${left}. Transaction cost, Ksh23.00. ${TAIL}${limit(4_500_00)}. Earn interest daily on Ziidi MMF,Dial *334#`);
  moment = at(10, 6, 58, 3);
  tell(moment, -100_00, (receipt, left) => `${receipt} confirmed.You bought Ksh100.00 of airtime on ${smsTime(at(10, 6, 58))}.New M-PESA balance is Ksh${left}. Transaction cost, Ksh0.00.${TAIL}${limit(100_00)}.`);
  moment = at(10, 19, 30, 55);
  tell(moment, -2_020_00, (receipt, left) => `${receipt} Confirmed. Ksh2,000.00 sent to KPLC PREPAID for account 14253678901 on ${smsTime(at(10, 19, 30))} New M-PESA balance is Ksh${left}. Transaction cost, Ksh20.00.Amount you can transact within the day is ${limit(2_100_00)}. Save frequent paybills for quick payment on M-PESA app https://bit.ly/mpesalnk`);
  moment = at(11, 8, 20, 19);
  tell(moment, 4_200_00, (receipt, left) => `${receipt} Confirmed.You have received Ksh4,200.00 from AGNES  MORAA 0733***275 on ${smsTime(at(11, 8, 20))}  New M-PESA balance is Ksh${left}. Separate personal and business funds through Pochi la Biashara on *334#.`);
  moment = at(11, 9, 5, 30);
  tell(moment, -6_300_00, (receipt, left) => `${receipt} Confirmed. Ksh6,300.00 paid to MSAFIRI WHOLESALERS 2. on ${smsTime(at(11, 9, 5))}.New M-PESA balance is Ksh${left}. Transaction cost, Ksh0.00.${TAIL}${limit(6_300_00)}. Save frequent Tills for quick payment on M-PESA app https://bit.ly/mpesalnk`);
  moment = at(12, 7, 10, 2);
  tell(moment, 1_000_00, (receipt, left) => `${receipt} Confirmed.You have received Ksh1,000.00 from SUBIRA SACCO LTD 527410 on ${smsTime(at(12, 7, 10))} New M-PESA balance is Ksh${left}. To move money from bank to M-PESA, dial *334#>Withdraw>From Bank to MPESA`);

  const bill = 5_200_00;
  const drawn = bill - balance;
  const fee = Math.ceil(drawn / 100);
  moment = at(12, 16, 44, 47);
  const receipt = receiptAt(moment);
  messages.push({ moment, text: `${receipt} Confirmed. Fuliza M-PESA amount is Ksh ${plain(drawn)}. Access Fee charged Ksh ${plain(fee)}. Total Fuliza M-PESA outstanding amount is Ksh${plain(drawn + fee)} due on 11/04/26. To check daily charges, Dial *334#OK Select Query Charges` });
  balance += drawn;
  tell(moment + 1, -bill, (code, left) => `${code} Confirmed. Ksh${withCommas(bill)} paid to MSAFIRI WHOLESALERS 2. on ${smsTime(at(12, 16, 44))}.New M-PESA balance is Ksh${left}. Transaction cost, Ksh0.00.${TAIL}${limit(bill)}. Save frequent Tills for quick payment on M-PESA app https://bit.ly/mpesalnk`, receipt);

  moment = at(13, 9, 20, 36);
  tell(moment, 5_000_00, (code, left) => `${code} Confirmed. On ${smsTime(at(13, 9, 20))} Give Ksh5,000.00 cash to Nuru Telecoms Kiambu Road stage New M-PESA balance is Ksh${left}. You can now access M-PESA via *334#`);
  moment = at(13, 9, 20, 41);
  const owed = drawn + fee;
  tell(moment, -owed, (code) => `${code} Confirmed. Ksh ${plain(owed)} from your M-PESA has been used to fully pay your outstanding Fuliza M-PESA. Available Fuliza M-PESA limit is Ksh 3000.00. Your M-PESA balance is ${plain(5_000_00 - owed)}.`);

  const wrong = 850_00;
  moment = at(14, 11, 5, 9);
  const sent = tell(moment, -wrong - 13_00, (code, left) => `${code} Confirmed. Ksh850.00 sent to DORCAS  ATIENO 0700000587 on ${smsTime(at(14, 11, 5))}. New M-PESA balance is Ksh${left}. Transaction cost, Ksh13.00. ${TAIL}${limit(850_00)}. Earn interest daily on Ziidi MMF,Dial *334#`);
  moment = at(14, 16, 40, 12);
  const by = tell(moment, wrong, (code, left) => `${code} confirmed. Reversal of transaction ${sent} has been successfully reversed  on 14/3/26  at 4:40 PM and Ksh850.00 is credited to your M-PESA account. New M-PESA account balance is Ksh${left}.`);
  moment = at(15, 10, 2, 58);
  tell(moment, -300_00, (code, left) => `${code} Confirmed. Ksh300.00 sent to Faith  Jepkosgei 0700000640 on ${smsTime(at(15, 10, 2))}. New M-PESA balance is Ksh${left}. Transaction cost, Ksh0.00. ${TAIL}${limit(300_00)}. Earn interest daily on Ziidi MMF,Dial *334#`);
  return { messages, takenBack: { receipt: sent, by, cents: wrong } };
}
