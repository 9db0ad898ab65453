import { mpesaTz } from './tanzania.ts';

const { rule } = mpesaTz;

/** Money that left a Tanzanian wallet, and what was asked or told about it. */
export const moneyOut = [
  rule({
    id: 'send-business-account',
    kind: 'paybill',
    direction: 'out',
    era: '2013–2015',
    template: '<opening>{amount} sent to~business {name} for account {account}_<when><tail>',
    example:
      'Z15EE301 Confirmed. Tsh212,000 sent to business Bank for account AKB-11567341001 on 28/1/14 at 11:30 PM New M-PESA balance is Tsh225.',
  }),
  rule({
    id: 'send-business',
    kind: 'send_business',
    direction: 'out',
    template: '<opening>{amount} sent to~business {name}_<when><tail>',
    example:
      'DFB7PT11VH Confirmed. Tsh5,000.00 sent to business VODACOM-BUNDLES 2 on 11/6/26 at 9:58 pm. New M-Pesa balance is Tsh0.36.',
  }),
  rule({
    id: 'send-bracketed',
    kind: 'send_person',
    direction: 'out',
    template: '<opening>{amount} sent to~{name}_\\({phone}\\)_<when><tail>',
    example:
      'DEC76YK7MS Confirmed. TZS 76,810.00 sent to ASHA JUMA (255XXXXXXXXX) on 2026-05-12 at 7:04 AM. Transaction cost TZS 500.00. New M-Pesa balance is TZS 826,027.00.',
  }),
  rule({
    id: 'send-number',
    kind: 'send_person',
    direction: 'out',
    template: '<opening>{amount} sent to~{phone}_-_{name}_<when><tail>',
    example:
      'DEC86YK7MS Confirmed. Tsh6,000.00 sent to 255710195001 - ASHA JUMA on 12/5/26 at 7:04 am. Total fee Tsh200.00 (M-Pesa fee Tsh200.00 + Government Levy Tsh0.00). Balance is Tsh1,151.36.',
  }),
  rule({
    id: 'send-person-phone',
    kind: 'send_person',
    direction: 'out',
    template: '<opening>{amount} sent to~{name}_{phone}_<when><tail>',
    example:
      'X89FB4561 Confirmed. Tsh2,100 sent to ASHA JUMA 0765025001 on 22/12/13 at 7:01 PM. New M-PESA balance is Tsh23,232.',
  }),
  rule({
    id: 'have-sent',
    kind: 'send_person',
    direction: 'out',
    template: '<opening>You have sent {amount} to {name}~[{phone}_]<when><tail>',
    example:
      'DBB1MX31SMK Confirmed. You have sent Tsh10,000.00 to ASHA JUMA +255712345001 on 11/2/26 at 10:15 AM. Total fee Tsh100. New balance Tsh5,000.',
  }),
  rule({
    id: 'paybill',
    kind: 'paybill',
    direction: 'out',
    template: '<opening>{amount} sent to~{name} for account {account}_<when><tail>',
    example:
      'DF26VY2VAB Confirmed. Tsh40,000.00 sent to TIPS-KILELE MI for account 57KIL0091 on 2/6/26 at 6:28 pm Total fee Tsh2,000.00 (M-Pesa fee Tsh2,000.00 + Government Levy Tsh0.00). Balance is Tsh1,151.36.',
  }),
  rule({
    id: 'send-person',
    kind: 'send_person',
    direction: 'out',
    template: '<opening>{amount} sent to~{name}_<when><tail>',
    example: 'X89FB777 Confirmed. Tsh2,100 sent to ASHA JUMA on 22/12/13 at 7:01 PM. New M-PESA balance is Tsh23,232.',
  }),
  rule({
    id: 'pay-token',
    kind: 'paybill',
    direction: 'out',
    template: '<opening>{amount} paid to~{name} for account {account}_Token_{:word}<tail>',
    example:
      'DECCD4U5OM Confirmed. TZS 35,112.00 paid to LUKU for account 1423XXXXXXX. Token: 1111-2222-3333-4444-5555. Transaction cost TZS 0.00. New M-Pesa balance is TZS 293,391.00.',
  }),
  rule({
    id: 'pay-account',
    kind: 'paybill',
    direction: 'out',
    template: '<opening>{amount} paid to~{name} for account {account}_<when><tail>',
    example:
      'DECCD4U5ON Confirmed. TZS 35,112.00 paid to MAJI for account 1423 on 12/5/26 at 7:04 am. New M-Pesa balance is TZS 293,391.00.',
  }),
  rule({
    id: 'buy-goods-merchant',
    kind: 'buy_goods',
    direction: 'out',
    template: '<opening>{amount} paid to~{name}_\\(Merchant ID_({shortcode}|{:word})\\)_<when><tail>',
    example:
      'DFD8B1EPIK Confirmed. TZS 15,000.00 paid to DUKA KUBWA (Merchant ID: 556001) on 2026-06-13 at 08:20 PM. Transaction cost TZS 0.00. New M-Pesa balance is TZS 114,500.00.',
  }),
  rule({
    id: 'buy-goods',
    kind: 'buy_goods',
    direction: 'out',
    template: '<opening>{amount} paid to~{name}~[.]~<when><tail>',
    example:
      'DEP4RV2QAB Confirmed. Tsh7,000.00 paid to LIPA DUKA PHARMACY on 25/5/26 at 7:50 pm and charged Tsh500.00.New M-Pesa balance is Tsh9,583.36.',
  }),
  rule({
    id: 'withdraw-agent',
    kind: 'withdraw_agent',
    direction: 'out',
    template: '<opening><when>_Withdraw {amount} from {shortcode}_[-]_{name}<agent>',
    example:
      'DFF8B1EPIJ Confirmed. On 15/6/26 at 7:18 pm Withdraw Tsh90,000.00 from 431800 - DUKA LA JUMA Total fee Tsh4,210.00 (M-Pesa fee Tsh3,550.00 + Government levy Tsh660.00). Balance is Tsh12.50. Your Songesha limit is Tsh5120',
  }),
  rule({
    id: 'airtime-self',
    kind: 'airtime_self',
    direction: 'out',
    template: '<opening>You bought {amount} of airtime_<when><tail>',
    example: 'Z93ME222 confirmed. You bought Tsh3,500 of airtime on 4/2/14 at 6:40 PM\nNew M-PESA balance is Tsh2,720',
  }),
  rule({
    id: 'airtime-other',
    kind: 'airtime_other',
    direction: 'out',
    template: '<opening>You bought {amount} of airtime for {phone}_<when><tail>',
    example:
      'Y27MA222 confirmed. You bought Tsh501 of airtime for 0765025001 on 9/1/14 at 11:18 PM\nNew M-PESA balance is Tsh1,430',
  }),
  rule({
    id: 'overdraft-repay',
    kind: 'overdraft_repay',
    direction: 'out',
    template:
      '<opening>{amount} has been deducted from your M-Pesa account_<when> as a repayment of M-Pesa Overdraft service<tail>',
    example:
      'DH36IK2AS9 Confirmed. Tsh36,630.00 has been deducted from your M-Pesa account on 3/8/26 at 6:20 pm as a repayment of M-Pesa Overdraft service. New M-Pesa balance is Tsh65,387.11.',
  }),
  rule({
    id: 'balance',
    kind: 'balance_enquiry',
    direction: 'none',
    template: '<opening>Your M-PESA balance was_{balance}_<when>',
    example: 'BB63IA222 Confirmed. Your M-PESA balance was Tsh2,354\non 18/3/14 at 9:45 PM.',
  }),
  rule({
    id: 'thin-receipt',
    kind: 'thin_receipt',
    direction: 'none',
    template: '{receipt}_confirmed_{name} has received {amount}_<when>',
    example: 'DFE48LR13W Confirmed. ASHA JUMA has received Tsh 16695 on 2026-06-14 03:46:55.',
  }),
] as const;
