import { mpesaKe } from './grammar.ts';

const { rule } = mpesaKe;

/** Payments to businesses: pay bills with an account reference, tills without. */
export const pay = [
  rule({
    id: 'paybill-no-account',
    kind: 'paybill',
    direction: 'out',
    template: '<opening>{amount} sent to~{name} for account_<when><tail>',
    example:
      'UG84CV0EFE Confirmed. Ksh100.00 sent to MAJI PREPAID for account on 8/7/26 at 9:05 AM New M-PESA balance is Ksh668.98. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'paybill-oneapp',
    kind: 'oneapp_short',
    direction: 'out',
    era: '2026–',
    provisional: true,
    template: '<opening>{amount} sent to~{name} for account {account} via My OneApp_<when>',
    example:
      'UG94QD2QC7 Confirmed. KSH.90 sent to MAJI PREPAID for account 4068 via My OneApp on 9th Jul 2026 at 2:52 pm.',
  }),
  rule({
    id: 'paybill',
    kind: 'paybill',
    direction: 'out',
    template: '<opening>{amount} sent to~{name} for account {account}~<when><tail>',
    example:
      'UG84CV0EFE Confirmed. Ksh100.00 sent to MAJI PREPAID for account 4068#Plot_7 on 8/7/26 at 9:05 AM New M-PESA balance is Ksh668.98. Transaction cost, Ksh0.00.Amount you can transact within the day is 576,883.00. Download My OneApp on https://saf.cx/example',
  }),
  rule({
    id: 'paybill-paid',
    kind: 'paybill',
    direction: 'out',
    template: '<opening>{amount} paid to~{name} for account {account}_<when><tail>',
    example:
      'SG84CV0EFE Confirmed. Ksh100.00 paid to MAJI PREPAID for account 40681 on 8/7/24 at 9:05 AM. New M-PESA balance is Ksh668.98.',
  }),
  rule({
    id: 'have-paid-for-account',
    kind: 'paybill',
    direction: 'out',
    provisional: true,
    template: '<opening>You have paid {amount} to~{name} for account {account}_<when><tail>',
    example:
      'UGJ4CV0EFE Confirmed. You have paid Ksh300.00 to MAJI PREPAID for account 5678001 on 19/7/26 at 10:30 AM. M-PESA balance is Ksh2,500.00',
  }),
  rule({
    id: 'have-paid',
    kind: 'buy_goods',
    direction: 'out',
    provisional: true,
    template: '<opening>You have paid {amount} to~{name}_<when><tail>',
    example:
      'UGJ4CV1EFE Confirmed. You have paid Ksh250.00 to KILELE LTD. on 19/7/26 at 12:00 PM. New M-PESA balance is Ksh1,595.67. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'paybill-acc',
    kind: 'paybill',
    direction: 'out',
    provisional: true,
    template: '<opening>{amount} sent to~{name} for acc {account}_<when><tail>',
    example:
      'UC94CV1EFE Confirmed. Ksh850.00 sent to MAJI PREPAID for acc 34567 on 9/3/26 at 8:00 AM. New M-PESA balance is Ksh668.98.',
  }),
  rule({
    id: 'paybill-payment',
    kind: 'paybill',
    direction: 'out',
    provisional: true,
    template: '<opening>{amount} paybill [payment ]to {name}[ for account {account}]_<when><tail>',
    example:
      'UC94CV0EFE Confirmed. Ksh500.00 paybill payment to MAJI PREPAID for account 778001 on 9/3/26 at 3:30 PM. New M-PESA balance is Ksh1,500.00.',
  }),
  rule({
    id: 'paybill-account-number',
    kind: 'paybill',
    direction: 'out',
    era: '2012–2018',
    template: '<opening>{amount} paid to~{name}_Account Number {account}~[.]~<when><tail>',
    example:
      'GG84CV0EFE Confirmed. Ksh2,500.00 paid to MAJI PREPAID. Account Number 40681. on 8/7/12 at 3:00 PM. New M-PESA balance is Ksh1,000.00. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'buy-goods-oneapp',
    kind: 'oneapp_short',
    direction: 'out',
    era: '2026–',
    provisional: true,
    template: '<opening>{amount} paid to~{name} via My OneApp_<when>',
    example: 'UG94QD2QC6 Confirmed. KSH.90 paid to KILELE SHOP via My OneApp on 9th Jul 2026 at 2:55 pm.',
  }),
  rule({
    id: 'buy-goods-till',
    kind: 'buy_goods',
    direction: 'out',
    provisional: true,
    template: '<opening>{amount} paid to~{name} via till [number ]{shortcode}_<when><tail>',
    example:
      'UHA5LH51O0 Confirmed. Ksh230.00 paid to TWIGA SUPPLIES via till number 123001 on 10/8/26 at 5:45 PM. New M-PESA balance is Ksh3,200.00.',
  }),
  rule({
    id: 'buy-goods',
    kind: 'buy_goods',
    direction: 'out',
    template: '<opening>{amount} paid to~{name}~[.]~<when><tail>',
    example:
      'UHA5LH41O0 Confirmed. Ksh1,195.00 paid to TWIGA SUPPLIES-2 via Kopo Kopo. on 10/8/26 at 8:58 PM.New M-PESA balance is Ksh5,392.98. Transaction cost, Ksh0.00. Amount you can transact within the day is 498,805.00. Save frequent Tills for quick payment on M-PESA app https://bit.ly/example',
  }),
] as const;
