import { mpesaKe } from './grammar.ts';

const { rule } = mpesaKe;

/** Money sent: to people, to pay bills, to Safaricom's own services that are worded as pay bills. */
export const send = [
  rule({
    id: 'send-oneapp',
    kind: 'oneapp_short',
    direction: 'out',
    era: '2026–',
    template: '<opening>{amount} sent to~{name}_{phone} via My OneApp_<when>',
    example: 'UG94QD2QC8 Confirmed. KSH.70 sent to ASHA NJERI, 0758***222 via My OneApp on 9th Jul 2026 at 2:33 pm.',
  }),
  rule({
    id: 'paid-oneapp',
    kind: 'oneapp_short',
    direction: 'out',
    era: '2026–',
    provisional: true,
    template: '<opening>{amount} paid to~{name}_({phone}|{shortcode}) via My OneApp_<when>',
    example: 'UG94QD2QC9 Confirmed. KSH.500 paid to KILELE SHOP, 031824 via My OneApp on 9th Jul 2026 at 2:41 pm.',
  }),
  rule({
    id: 'send-global-person',
    kind: 'mpesa_global',
    direction: 'out',
    template: '<opening>{amount} sent to~{name}_{phone} [\\({:text}\\) ]via M-PESA Global_<when><tail>',
    example:
      'UC69TB3K0W Confirmed. Ksh5,000.00 sent to GRACE OLOO +447700900123 (Wavelink) via M-PESA Global on 6/3/26 at 4:00 PM. New M-PESA balance is Ksh10,000.00. Transaction cost, Ksh150.00.',
  }),
  rule({
    id: 'airtime-sent',
    kind: 'airtime_other',
    direction: 'out',
    provisional: true,
    template: '<opening>{amount} sent to~{phone} for airtime_<when><tail>',
    example:
      'UCQ9D7V5UQ Confirmed. Ksh50.00 sent to 0712345001 for airtime on 26/3/26 at 8:00 AM. New M-PESA balance is Ksh950.00.',
  }),
  rule({
    id: 'send-number',
    kind: 'send_number_only',
    direction: 'out',
    template: '<opening>{amount} sent to~{phone}_<when><tail>',
    example:
      'PA15WQ4BF3 Confirmed. Ksh1,600.00 sent to 0780442001 on 1/1/21 at 5:9 PM. New M-PESA balance is Ksh226.85. Transaction cost, Ksh74.00. To reverse, forward this message to 456.',
  }),
  rule({
    id: 'send-other-network',
    kind: 'send_other_network',
    direction: 'out',
    era: '2022–',
    template: '<opening>{amount} sent to~{name=(AIRTEL MONEY|T-KASH|EQUITEL)} for account {account}_<when><tail>',
    example:
      'UHL5WG8PSG confirmed. Ksh450.00 sent to AIRTEL MONEY  for account 254731600370 on 21/8/26 at 7:32 AM New M-PESA balance is Ksh10,879.58. Transaction cost, Ksh7.00.',
  }),
  rule({
    id: 'data-bundle-no-account',
    kind: 'data_bundle',
    direction: 'out',
    template: '<opening>{amount} sent to~{name=(SAFARICOM DATA BUNDLES|SAFARICOM OFFERS)} for account_<when><tail>',
    example:
      'SGO8YV5NSG Confirmed. Ksh100.00 sent to SAFARICOM DATA BUNDLES for account on 24/7/24 at 7:47 AM. New M-PESA balance is Ksh1,407.98.',
  }),
  rule({
    id: 'data-bundle',
    kind: 'data_bundle',
    direction: 'out',
    template:
      '<opening>{amount} sent to~{name=(SAFARICOM DATA BUNDLES|SAFARICOM OFFERS)} for account {account}_<when><tail>',
    example:
      'UGB1TX8QYN Confirmed. Ksh15.00 sent to SAFARICOM DATA BUNDLES for account SAFARICOM DATA BUNDLES on 11/7/26 at 5:57 PM. New M-PESA balance is Ksh88.00. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'mpesa-card',
    kind: 'mpesa_card',
    direction: 'out',
    era: '2022–',
    template: '<opening>{amount} sent to~{name=M-PESA CARD} for account {account}_<when><tail>',
    example:
      'UHB4XW23PZ Confirmed. Ksh1,343.53 sent to M-PESA CARD for account BAOBAB *BOOKS          +15550109988 US on 11/8/26 at 3:14 AM New M-PESA balance is Ksh6,587.98. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'mpesa-global',
    kind: 'mpesa_global',
    direction: 'out',
    template: '<opening>{amount} sent to~{name=M-PESA GLOBAL} for account {account}_<when><tail>',
    example:
      'TC83UC0HJ4 Confirmed. Ksh1,100.00 sent to M-PESA  GLOBAL for account 255743200111 on 8/3/25 at 11:42 PM New M-PESA balance is Ksh8,096.05. Transaction cost, Ksh0.00.Amount you can transact within the day is 411,726.00.',
  }),
  rule({
    id: 'invest-ziidi',
    kind: 'invest',
    direction: 'out',
    era: '2024–',
    template: '<opening>{amount} sent to~{name=ZIIDI}_<when><tail>',
    example:
      'SLG5DN7QBW Confirmed. Ksh2,000.00 sent to ZIIDI on 16/12/24 at 3:46 PM New M-PESA balance is Ksh2,349.89. Transaction cost, Ksh0.00.Amount you can transact within the day is 195,001.29.',
  }),
  rule({
    id: 'send-reversed',
    kind: 'reversal_credited',
    direction: 'in',
    template: '<opening>{amount} sent to~{name}_{phone}_on {date}[_at {time}] has been reversed[_<balance>]',
    example:
      'UCJ8TF46YM Confirmed. Ksh1,000.00 sent to ASHA NJERI 0711291777 on 19/3/26 has been reversed. New M-PESA balance is Ksh5,000.00.',
  }),
  rule({
    id: 'send-reversed-dated',
    kind: 'reversal_credited',
    direction: 'in',
    provisional: true,
    template: '<opening>{amount} sent to~{name}[_{phone}] has been reversed_<when>[_<balance>]',
    example:
      'UCJ8TF47YM Confirmed. Ksh500.00 sent to ASHA NJERI has been reversed on 19/3/26 at 2:30 PM. New M-PESA balance is Ksh1,500.00.',
  }),
  rule({
    id: 'send-person',
    kind: 'send_person',
    direction: 'out',
    template: '<opening>{amount} sent to~{name}~{phone}_<when><tail>',
    example:
      "UE77F14BPA Confirmed. Ksh300.00 sent to ASHA  ND*NG'U-WERE 0720882111 on 7/5/26 at 5:14 PM. New M-PESA balance is Ksh0.00. Transaction cost, Ksh7.00.  Amount you can transact within the day is 291,112.00. Download My OneApp on https://saf.cx/example",
  }),
  rule({
    id: 'pochi-pay-out',
    kind: 'pochi_pay_out',
    direction: 'out',
    account: 'pochi',
    template: '<opening>{amount} sent to~{name}_<when>_<pochi>[_<cost>]',
    example:
      'UIC4EZ9RTL Confirmed. Ksh80.00 sent to Asha Njeri on 12/9/26 at 3:46 PM. New business balance is Ksh44.18. Transaction cost, Ksh0.00.',
  }),
  rule({
    id: 'send-no-phone',
    kind: 'send_person_nophone',
    direction: 'out',
    template: '<opening>{amount} sent to~{name}_<when><tail>',
    example:
      'UE53GU7P2F Confirmed. Ksh40.00 sent to PENDO  MWAKIO on 5/5/26 at 8:32 PM. New M-PESA balance is Ksh0.00. Transaction cost, Ksh0.00. Amount you can transact within the day is 168,528.55.',
  }),
  rule({
    id: 'have-sent',
    kind: 'send_person',
    direction: 'out',
    provisional: true,
    template: '<opening>You have sent {amount} to {name}[_{phone}]_<when><tail>',
    example:
      'UCQ1AZ8VX4 Confirmed. You have sent Ksh800.00 to PENDO MWAKIO 0711516001 on 26/3/26 at 12:35 PM. New M-PESA balance is Ksh4,200.00.',
  }),
  rule({
    id: 'customer-transfer',
    kind: 'send_person',
    direction: 'out',
    template: '<opening>Customer transfer of {amount} to {name}[_{phone}]_<when><tail>',
    example:
      'UCQ1AZ7VX4 Confirmed. Customer transfer of Ksh2,000.00 to PENDO MWAKIO 0711516001 on 26/3/26 at 12:35 PM. New M-PESA balance is Ksh8,000.00.',
  }),
] as const;
