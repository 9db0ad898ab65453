import { mpesaKe } from './grammar.ts';

const { rule } = mpesaKe;

const failed = 'failed_other';

/** Messages that move no money: balances asked for, and everything that did not go through. */
export const notices = [
  rule({
    id: 'balance',
    kind: 'balance_enquiry',
    direction: 'none',
    template: '<opening>Your account balance was_M-PESA Account_{balance}[_Business Account_{pochi}]_<when>[_<cost>]',
    example:
      'UB44OD1SFG Confirmed. Your account balance was: M-PESA Account : Ksh310.00 Business Account : Ksh0.00 on 4/2/26 at 10:44 PM. Transaction cost, Ksh0.00. Start Investing today with Ziidi MMF & earn daily. Dial *334#',
  }),
  rule({
    id: 'balance-old',
    kind: 'balance_enquiry',
    direction: 'none',
    era: '2011–2019',
    template: '<opening>Your M-PESA balance (was|is)_{balance}_<when>[_<cost>]',
    example: 'NB47UP222 Confirmed.\nYour M-PESA balance was Ksh1,235\non 22/2/11 at 8:19 AM',
  }),
  rule({
    id: 'cancelled',
    kind: 'cancelled',
    direction: 'none',
    template:
      'You have cancelled the transaction[ of {amount}][_Kindly note that if you cancel {:word} times_you will be barred from using M-PESA HAKIKISHA][_<balance>]',
    example:
      'You have cancelled the transaction of KSH50.00. Kindly note that if you cancel 5 times, you will be barred from using M-PESA HAKIKISHA. Your M-PESA balance is KSH0.00.',
  }),
  rule({
    id: 'failed-insufficient-fuliza',
    kind: 'failed_insufficient',
    direction: 'none',
    template:
      '[Failed_]Insufficient funds in your M-PESA account as well as Fuliza M-PESA to (send|pay|withdraw|buy airtime of|transfer) {amount}[ to {name}][_<balance>][_Available Fuliza M-PESA limit[ is]_{available}]',
    example:
      'Failed. Insufficient funds in your M-PESA account as well as Fuliza M-PESA to send KSH50.00. Your M-PESA balance KSH0.00. Available Fuliza M-PESA limit KSH33.56.',
  }),
  rule({
    id: 'failed-insufficient-register',
    kind: 'failed_insufficient',
    direction: 'none',
    template: '[Failed_]Insufficient funds in your M-PESA account',
    example:
      'Insufficient funds in your M-PESA account for this transaction, to register for Fuliza M-PESA service, Dial *334#OK',
  }),
  rule({
    id: 'failed-insufficient-customer',
    kind: 'failed_insufficient',
    direction: 'none',
    template:
      '[Dear customer_][Failed_]You do not have (sufficient funds|enough money) in your M-PESA account to (pay|send|withdraw) {amount}[ to {name}][_<balance>]',
    example:
      'Dear customer, you do not have sufficient funds in your M-PESA account to pay Ksh186.30 to BAOBAB *Books 24. Your M-PESA balance is Ksh13.50.',
  }),
  rule({
    id: 'failed-insufficient-any',
    kind: 'failed_insufficient',
    direction: 'none',
    template: '[Dear customer_][Failed_]You do not have (sufficient funds|enough money)',
    example: 'Failed. You do not have enough money in your M-PESA account.',
  }),
  rule({
    id: 'failed-not-enough',
    kind: 'failed_insufficient',
    direction: 'none',
    era: '2012–2014',
    template: '[Failed_]Not enough money in your M-PESA account[ to (send|pay|withdraw) {amount}][_<balance>]',
    example: 'Failed. Not enough money in your M-PESA account to send Ksh1,500.00. Your M-PESA balance is Ksh20.00.',
  }),
  rule({
    id: 'failed-phone',
    kind: 'failed_invalid_recipient',
    direction: 'none',
    template: '[(Failed|Transaction failed)_]The entered phone number is (incorrect|invalid)',
    example: 'Failed. The entered phone number is incorrect\n07221188001.',
  }),
  rule({
    id: 'failed-number',
    kind: 'failed_invalid_recipient',
    direction: 'none',
    template:
      '[(Failed|Transaction failed)_](The format of your account number is incorrect|[The ](phone|till|paybill|business|account|agent|store) number [you ]entered is (incorrect|invalid)|You have entered (the wrong|a wrong|an incorrect|an invalid) (phone|till|paybill|business|account|agent|store) number)',
    example: 'Failed. The till number entered is incorrect. Kindly enter the correct Till Number and try again.',
  }),
  rule({
    id: 'failed-not-joined',
    kind: 'failed_invalid_recipient',
    direction: 'none',
    template:
      '[(Failed|Transaction failed)_]The number you are trying to (pay|send money to|send to) has not joined the service',
    example:
      'The number you are trying to pay has not joined the service. Kindly ask the recipient to dial *334# and select Pochi la Biashara to Join.',
  }),
  rule({
    id: 'failed-similar',
    kind: failed,
    direction: 'none',
    template:
      '[(Failed|Transaction failed)_]M-PESA is [(temporarily|currently) ]unable to process your request because you have completed a similar transaction',
    example:
      'Failed. M-PESA is unable to process your request because you have completed a similar transaction. Please try again in 2 minutes.',
  }),
  rule({
    id: 'failed-timeout',
    kind: 'failed_timeout',
    direction: 'none',
    template:
      '[(Failed|Transaction failed)_]M-PESA is [(temporarily|currently) ]unable to (process your request|authorise airtime purchase of {amount}|complete your transaction)',
    example:
      'Failed. M-PESA is temporarily unable to authorise airtime purchase of Ksh100.00.\nPlease try again later.',
  }),
  rule({
    id: 'failed-kcb',
    kind: 'failed_timeout',
    direction: 'none',
    template:
      '[(Failed|Transaction failed)_]The (withdrawal from|deposit to|transfer to) your (KCB M-PESA|M-Shwari) Account cannot be completed at this time',
    example:
      'Failed. The withdrawal from your KCB M-PESA Account cannot be completed at this time. Please contact M-PESA Customer Care.',
  }),
  rule({
    id: 'failed-underway',
    kind: failed,
    direction: 'none',
    template: '[(Failed|Transaction failed)_]An M-PESA transaction is currently underway',
    example: 'An M-PESA transaction is currently underway. Please wait for it to finish.',
  }),
  rule({
    id: 'failed-pin',
    kind: 'failed_wrong_pin',
    direction: 'none',
    template:
      '[(Failed|Transaction failed)_](You have entered (the|a|an) (wrong|incorrect|invalid) PIN|(The|Your) PIN [you ][entered ]is (wrong|incorrect|invalid))',
    example: 'Failed, you have entered the wrong PIN. If forgotten please dial *334#.',
  }),
  rule({
    id: 'failed-input',
    kind: failed,
    direction: 'none',
    template: '[Failed_]Invalid input[_To complete the transaction of {amount}]',
    example: 'Invalid input. To complete the transaction of KSH60.00 please select 1 to SEND.',
  }),
  rule({
    id: 'failed-cannot-pay',
    kind: failed,
    direction: 'none',
    era: '2012–2014',
    template: '[Failed_]M-PESA cannot pay {amount} to {name}(.|_$)',
    example: 'Failed. M-PESA cannot pay Ksh300.00 to KILELE ENTERPRISES.',
  }),
  rule({
    id: 'failed-minimum',
    kind: failed,
    direction: 'none',
    era: '2012–2014',
    template: '[Failed_]The amount is (less than minimum|more than maximum) M-PESA money transfer value',
    example: 'Failed. The amount is less than minimum M-PESA money transfer value.',
  }),
  rule({
    id: 'failed-cannot-complete',
    kind: failed,
    direction: 'none',
    provisional: true,
    template: '[(Failed|Transaction failed)_]M-PESA cannot complete [(the|your) ](payment|transaction) of {amount}',
    example: 'Transaction failed, M-PESA cannot complete payment of Ksh100.00 to KILELE SHOP.',
  }),
  rule({
    id: 'failed-any',
    kind: failed,
    direction: 'none',
    provisional: true,
    template: '(Failed|Transaction failed)(.|,|:)_{:text} (M-PESA|transaction|PIN|account|number|amount)',
    example: 'Failed. We could not complete your transaction. Please try again later.',
  }),
  rule({
    id: 'loan-limit',
    kind: 'service_notice',
    direction: 'none',
    template: '<opening>Your loan limit is_{available:sum}',
    example: 'UB44OD9SFG Confirmed. Your loan limit is 0.00. A fee of 8.85% is charged on each loan.',
  }),
  rule({
    id: 'fuliza-opt-in',
    kind: 'service_notice',
    direction: 'none',
    template: '<opening>You have successfully opted (into|out of|in to) Fuliza M-PESA',
    example: 'Confirmed. You have successfully opted into Fuliza M-PESA.',
  }),
  rule({
    id: 'activated',
    kind: 'service_notice',
    direction: 'none',
    template: '<opening>(Your identity in M-PESA is activated|Your SIM card has been activated)',
    example: 'Confirmed. Your identity in M-PESA is activated.',
  }),
  rule({
    id: 'credit-applied',
    kind: 'service_notice',
    direction: 'none',
    template: '<opening>{amount} M-PESA credit applied to your wallet',
    example: 'UC44FR4AM0 Confirmed. Ksh250.00 M-PESA credit applied to your wallet. Ref 7890AB.',
  }),
] as const;
