import { mpesaKe } from './grammar.ts';

const { rule } = mpesaKe;

/** Savings and loans beside the wallet: M-Shwari, KCB M-PESA, Ziidi, the Hustler Fund. Each names two balances, in either order. */
export const savings = [
  rule({
    id: 'mshwari-deposit',
    kind: 'mshwari_deposit',
    direction: 'out',
    template:
      '<opening>{amount} (transferred|transfered) to M-Shwari account_<when>[_<balance>][_<mshwari>][_<balance>][_<cost>]',
    example:
      'TCI2FW33QX Confirmed.Ksh30.00 transferred to M-Shwari account on 18/3/25 at 6:27 PM. M-PESA balance is Ksh59.61 .New M-Shwari saving account balance is Ksh30.29. Transaction cost Ksh.0.00',
  }),
  rule({
    id: 'mshwari-withdraw',
    kind: 'mshwari_withdraw',
    direction: 'in',
    template:
      '<opening>[You have ](transferred|transfered) {amount} from your M-Shwari account_<when>[_<mshwari>][_<balance>][_<cost>]',
    example:
      'EB16FU333 Confirmed. You have transferred Ksh50.00 from your M-Shwari account on 7/10/13 at 11:53 AM. M-Shwari balance is Ksh2,037.69. M-PESA balance is Ksh431.00.',
  }),
  rule({
    id: 'mshwari-withdraw-new',
    kind: 'mshwari_withdraw',
    direction: 'in',
    template:
      '<opening>{amount} (transferred|transfered) from [your ]M-Shwari account_<when>[_<mshwari>][_<balance>][_<cost>]',
    example:
      'UHA9QR4LTM Confirmed.Ksh1,000.00 transferred from M-Shwari account on 10/8/26 at 12:08 PM. M-Shwari balance is Ksh569.07 .M-PESA balance is Ksh1,031.03 .Transaction cost Ksh.0.00',
  }),
  rule({
    id: 'mshwari-loan',
    kind: 'mshwari_loan',
    direction: 'in',
    template:
      '<opening>Your M-Shwari loan [top-up ]has been approved_<when> and {amount} [less excise duty ]has been deposited to your M-PESA account[_<balance>]',
    example:
      'UJK4AG2YB7 Confirmed. Your M-Shwari loan has been approved on 20/10/26 3:32 AM and Ksh3,940.00 less excise duty has been deposited to your M-PESA account. New M-PESA balance is Ksh3,940.00. Did you know you can top up your M-Shwari loan once within the first 20 days?',
  }),
  rule({
    id: 'mshwari-loan-repay',
    kind: 'mshwari_loan_repay',
    direction: 'out',
    provisional: true,
    template:
      '<opening>Loan of {amount} repaid from M-PESA_<when>[_<balance>][_[M-Shwari ]loan balance is_{loan:sum}][_<balance>][_<cost>]',
    example:
      'QLP8WT35ZO Confirmed. Loan of Ksh500.00 repaid from M-PESA on 25/12/22 4:55 PM. M-PESA balance is Ksh64.26. Loan balance is Ksh1,250.00. Transaction cost Kshs 0.00',
  }),
  rule({
    id: 'mshwari-loan-repay-savings',
    kind: 'mshwari_loan_repay',
    direction: 'none',
    template:
      '<opening>Loan of {amount} repaid from M-Shwari_<when>[_<mshwari>][_<balance>][_[M-Shwari ]loan balance is_{loan:sum}][_<mshwari>][_<balance>][_<cost>]',
    example:
      'QLP8WT36ZO Confirmed. Loan of Ksh500.00 repaid from M-Shwari on 25/12/22 at 4:55 PM. M-Shwari balance is Ksh25.46. Loan balance is Ksh100.00. Transaction cost Kshs 0.00',
  }),
  rule({
    id: 'mshwari-loan-received',
    kind: 'mshwari_loan_repay',
    direction: 'out',
    template:
      '<opening>Your M-Shwari loan repayment of {amount} has been received_<when>[_Your outstanding loan balance is_{loan:sum}][_<balance>]',
    example:
      'QLP8WT35ZP Confirmed. Your M-Shwari loan repayment of Ksh500.00 has been received on 25/12/22 at 4:55 PM. Your outstanding loan balance is Ksh1,250.00.',
  }),
  rule({
    id: 'mshwari-balance',
    kind: 'mshwari_balance',
    direction: 'none',
    template: '<opening>Your M-Shwari [Deposit ]Account balance is_{savings}[_<cost>]',
    example: 'NFN6PB1DHX Confirmed . Your M-Shwari Deposit Account balance is Ksh4,350.43 .Transaction cost Ksh 0.00.',
  }),
  rule({
    id: 'kcb-balance',
    kind: 'balance_enquiry',
    direction: 'none',
    provisional: true,
    template:
      '<opening>Your KCB M-PESA [(saving|savings|deposit) ][account ]balance (is|was)_{savings}[_<when>][_<cost>]',
    example: 'NFN6PB2DHX Confirmed. Your KCB M-PESA account balance is Ksh4,350.43. Transaction cost Ksh 0.00.',
  }),
  rule({
    id: 'lock-savings',
    kind: 'lock_savings',
    direction: 'out',
    provisional: true,
    template:
      '<opening>{amount} (transfered|transferred) to [M-Shwari ]Lock Savings Account[_on~{date}[_[at~]{time}]][_<balance>][_<mshwari>][_<balance>][_<cost>]',
    example:
      'RB07WT35ZO Confirmed. Ksh700.00 transfered to Lock Savings Account on 27/2/23 at 4:05 PM. M-PESA balance is Ksh90.00. Transaction cost Ksh.0.00',
  }),
  rule({
    id: 'lock-savings-withdraw',
    kind: 'lock_savings',
    direction: 'in',
    provisional: true,
    template:
      '<opening>{amount} (transfered|transferred) from [your ][M-Shwari ]Lock Savings Account[_on~{date}[_[at~]{time}]][_<balance>][_<mshwari>][_<balance>][_<cost>]',
    example:
      'RB07WT36ZO Confirmed. Ksh700.00 transfered from Lock Savings Account on 27/2/23 at 4:05 PM. M-PESA balance is Ksh790.00. Transaction cost Ksh.0.00',
  }),
  rule({
    id: 'kcb-deposit',
    kind: 'kcb_deposit',
    direction: 'out',
    template:
      '<opening>{amount} (transfered|transferred) to KCB M-PESA account_<when>[_<balance>][_<kcb>][_<balance>][_<cost>]',
    example:
      'UEI2GV11AU Confirmed. Ksh900.00 transfered to KCB M-PESA account on 18/5/26 at 7:21 PM. New M-PESA balance is Ksh455.54, new KCB M-PESA Saving account balance is Ksh9,900.00.',
  }),
  rule({
    id: 'kcb-withdraw',
    kind: 'kcb_withdraw',
    direction: 'in',
    template:
      '<opening>You have (transfered|transferred) {amount} from your KCB M-PESA account_<when>[_<kcb>][_<balance>][_<kcb>][_<cost>]',
    example:
      'UEQ9WN4XX1 Confirmed. You have transfered Ksh2,000.00 from your KCB M-PESA account on 26/5/26 at 1:43 PM. KCB M-PESA Account balance is Ksh7,000.00. New M-PESA balance is Ksh2,000.00.',
  }),
  rule({
    id: 'ziidi-withdrawn',
    kind: 'ziidi_sender',
    direction: 'none',
    account: 'other',
    template:
      'You have successfully (withdrawn|invested) {amount} of transaction code {receipt:reference}[_Your ZIIDI balance is_{savings}]',
    example:
      'You have successfully withdrawn Ksh. 8,094.00 of transaction code UAAOZ1QZ4W. Your ZIIDI balance is Ksh. 32.10.',
  }),
  rule({
    id: 'hustler-loan',
    kind: 'hustler_loan',
    direction: 'in',
    template:
      '<opening>You have borrowed {amount} from {name=Hustler Fund}_<when>[_Repay within {:word} days][_<balance>]',
    example:
      'TJJ4ST2Q05 Confirmed. You have borrowed Ksh1,500.00 from Hustler Fund on 19/10/25 at 12:01 PM. Repay within 14 days. M-PESA balance is Ksh3,852.35.',
  }),
  rule({
    id: 'hustler-pay',
    kind: 'hustler_pay',
    direction: 'out',
    template: '<opening>You have sent {amount} to {name=Hustler Fund}_<when><tail>',
    example:
      'SEE5QT61NW Confirmed. You have sent Ksh1,002.84 to Hustler Fund on 14/05/2024  at 09:50 PM. New MPESA balance is Ksh942.84.',
  }),
] as const;
