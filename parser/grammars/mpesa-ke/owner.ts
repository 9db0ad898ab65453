import { mpesaKe } from './grammar.ts';

const { rule } = mpesaKe;

/** What the owner of a till or pay bill is told. The balance is the business's, never a wallet's. */
export const owner = [
  rule({
    id: 'paybill-receive-no-account',
    kind: 'merchant_paybill_receive',
    direction: 'in',
    account: 'paybill',
    template:
      '<opening><when>_{amount} received from {name}_{phone}_[Account Number_]New Utility balance is_{merchant}[_<cost>]',
    example:
      'PK38IW6VG7 Confirmed. on 4/11/21 at 1:57 PM Ksh5,300.00 received from PENDO MWAKIO 254726087001.  Account Number  New Utility balance is Ksh5,300.00',
  }),
  rule({
    id: 'paybill-receive',
    kind: 'merchant_paybill_receive',
    direction: 'in',
    account: 'paybill',
    template:
      '<opening><when>_{amount} received from {name}_{phone}_Account Number {account}_New Utility balance is_{merchant}[_<cost>]',
    example:
      'PK38IW6VG9 Confirmed. on 4/11/21 at 1:57 PM Ksh5,300.00 received from PENDO MWAKIO 254726087001.  Account Number shop rent New Utility balance is Ksh5,300.00',
  }),
  rule({
    id: 'paybill-receive-undated',
    kind: 'merchant_paybill_receive',
    direction: 'in',
    account: 'paybill',
    provisional: true,
    template:
      '<opening>{amount} received from~{name}~{phone}_Account Number {account}_New Utility balance is_{merchant}[_<cost>]',
    example:
      'UJ54WB3Z01 Confirmed. Ksh2,500.00 received from PENDO MWAKIO 254722087001 Account Number HSE12 New Utility balance is Ksh 50,000.00',
  }),
  rule({
    id: 'paybill-receive-dated',
    kind: 'merchant_paybill_receive',
    direction: 'in',
    account: 'paybill',
    provisional: true,
    template:
      '<opening>{amount} received from~{name}~{phone}_<when>_Account Number {account}_New Utility balance is_{merchant}[_<cost>]',
    example:
      'UH34WB4Z01 Confirmed. Ksh2,000.00 received from PENDO MWAKIO 0712345002 on 3/8/26 at 10:02 AM. Account Number HSE12. New Utility balance is Ksh20,450.00.',
  }),
  rule({
    id: 'paybill-receive-for-account',
    kind: 'merchant_paybill_receive',
    direction: 'in',
    account: 'paybill',
    provisional: true,
    template:
      '<opening>{amount} received from~{name}~{phone} for account {account}_<when>_New (Utility|Business|Account) balance is_{merchant}[_<cost>]',
    example:
      'UDE5FG6HJ7 Confirmed. Ksh2,000.00 received from PENDO MWAKIO 0711998001 for account DUKA001 on 14/4/26 at 6:30 PM. New Utility balance is Ksh80,000.00.',
  }),
  rule({
    id: 'have-received-for-account',
    kind: 'merchant_paybill_receive',
    direction: 'in',
    account: 'paybill',
    provisional: true,
    template:
      '<opening>You have received {amount} from~{name}~{phone} for account {account}_<when>_New (Utility|Business|Account|M-PESA) balance is_{merchant}[_<cost>]',
    example:
      'UDE5FG7HJ7 Confirmed. You have received Ksh50 from PENDO MWAKIO 254711998001 for account 12345 on 14/4/26 at 11:33 AM New M-PESA balance is Ksh100.00.',
  }),
  rule({
    id: 'till-receive',
    kind: 'merchant_till_receive',
    direction: 'in',
    account: 'till',
    template: '<opening><when>_{amount} received from {phone}_[{shortcode}~-~]{name}_<till>[_<cost>]',
    example:
      'UG63PG4VGW Confirmed.on 6/7/26 at 2:12 PMKsh20.00 received from 254703091001 Asha Njeri M. New Account balance is Ksh1300.22. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'till-receive-bank',
    kind: 'merchant_till_receive',
    direction: 'in',
    account: 'till',
    template: '<opening><when>_{amount} received from [-~]{shortcode}~-~{name}_{phone}_<till>[_<cost>]',
    example:
      'RA81VG4VJP Confirmed on 8/1/23 at 5:37 PM Ksh45,200.00 received from 488500-Kilele Bank M- pesa:254783208001. New Account balance is Ksh47,087.00',
  }),
  rule({
    id: 'till-receive-business',
    kind: 'merchant_till_receive',
    direction: 'in',
    account: 'till',
    template: '<opening><when>_{amount} received from [-~]{shortcode}~-~{name}_<till>[_<cost>]',
    example:
      'TLL81G4VJP Confirmed.on 21/12/25 at 1:07 PMKsh500.00 received from 721400-KILELE MERCHANT PAYMENTS:BAOBAB FUEL-12. New Account balance is Ksh20,500.00. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'till-receive-no-name',
    kind: 'merchant_till_receive',
    direction: 'in',
    account: 'till',
    template: '<opening><when>_{amount} received from {phone}_<till>[_<cost>]',
    example:
      'UG63PG4VGV Confirmed.on 6/7/26 at 2:12 PMKsh20.00 received from 254703091001. New Account balance is Ksh1,300.22. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'till-receive-named',
    kind: 'merchant_till_receive',
    direction: 'in',
    account: 'till',
    template: '<opening><when>_{amount} received from {name}_<till>[_<cost>]',
    example:
      'UG63PG4VGU Confirmed.on 6/7/26 at 2:12 PMKsh20.00 received from ASHA NJERI. New Account balance is Ksh1,300.22. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'till-receive-masked',
    kind: 'merchant_till_receive',
    direction: 'in',
    account: 'till',
    template: '<opening>{amount} received from~{phone}_{name}_<when>_<till>[_<cost>]',
    example:
      'UBG6PA4PYJ Confirmed. Ksh 1,068.00 received from 2547***456 ASHA NJERI on 16/2/26 at 5:04 AM. New Account balance is Ksh9,840.00.',
  }),
  rule({
    id: 'till-paid-by',
    kind: 'merchant_till_receive',
    direction: 'in',
    account: 'till',
    template: '<opening>{amount} paid by {name}_{phone}_<when>_New Till balance is_{merchant}[_<cost>]',
    example:
      'UIE7PL8YZ8 Confirmed. Ksh1,200.00 paid by ASHA NJERI 0722***789 on 14/9/26 at 12:52 PM. New Till balance is Ksh20,000.00.',
  }),
  rule({
    id: 'settlement',
    kind: 'merchant_settlement',
    direction: 'out',
    account: 'till',
    provisional: true,
    template:
      '<opening><when>_{amount} (transferred|withdrawn|sent) to [{shortcode}~-~]{name}_New (Account|Utility|Merchant|Merchant Account|Working) balance is_{merchant}[_<cost>]',
    example:
      'UG63PG9XGW Confirmed.on 6/7/26 at 9:12 PM Ksh9,000.00 transferred to KILELE BANK 0112233. New Account balance is Ksh300.22. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'pochi-to-wallet',
    kind: 'pochi_to_wallet',
    direction: 'in',
    template:
      '<opening>{amount} has been moved from your (business|Pochi) account to your M-PESA account_<when>[_<pochi>][_<balance>][_<cost>]',
    example:
      'TBM4OA5NIY Confirmed, Ksh1,000.00 has been moved from your business account to your M-PESA account on 22/2/25 at 1:27 PM.. New business balance is Ksh0.00. New M-PESA balance is Ksh1,168.18. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'pochi-from-wallet',
    kind: 'pochi_from_wallet',
    direction: 'out',
    template:
      '<opening>{amount} has been moved from your M-PESA account to your (business|Pochi) account_<when>[_<pochi>][_<balance>][_<cost>]',
    example:
      'UHG4EZ8Z1Q Confirmed, Ksh800.00 has been moved from your M-PESA account to your Pochi account on 16/8/26 at 5:12 PM.. New Pochi balance is Ksh816.00. New M-PESA balance is Ksh1,494.18. Transaction cost, Ksh0.00.',
  }),
] as const;
