import { mpesaKe } from './grammar.ts';

const { rule } = mpesaKe;

/** Money that came in. What the sender is called decides little: the separator before `New` tells a person from a bank. */
export const receive = [
  rule({
    id: 'receive-promo',
    kind: 'receive_promo',
    direction: 'in',
    era: '2018–',
    template: 'Congratulations!_{receipt}_confirmed_You have received {amount} from {name}_<when><tail>',
    example:
      'Congratulations! SC46TZQ81N confirmed.You have received Ksh7.50 from TILL CASHBACK- CUSTOMER REWARD on 4/3/24 at 3:12 PM.New M-PESA balance is Ksh1,207.50. Buy goods with M-PESA.',
  }),
  rule({
    id: 'receive-ziidi',
    kind: 'receive_ziidi',
    direction: 'in',
    era: '2024–',
    template: '<opening>You have received {amount} from~{name=ZIIDI}_<when><tail>',
    example:
      'UC57QW2M0X Confirmed.You have received Ksh Ksh3,200.00 from ZIIDI on 5/3/26 12:41 PM. New M-PESA balance is Ksh3,900.10.',
  }),
  rule({
    id: 'receive-international',
    kind: 'receive_international',
    direction: 'in',
    era: '2022–',
    template: '<opening>You have received {amount} from~{name} in {:word} via {:text}_<when><tail>',
    example:
      'UDE4R0PK7H confirmed. You have received Ksh9,450.00 from Grace Atieno Oloo in GB via Wavelink on 14/4/26 at 8:03 PM. New M-PESA balance is Ksh9,612.00.',
  }),
  rule({
    id: 'receive-airtime',
    kind: 'receive_airtime',
    direction: 'in',
    era: '2019–',
    template: '<opening>You have received Airtime of {amount} from {name}_<when>',
    example:
      'SAB71KXW0Q confirmed. You have received Airtime of Ksh50.00 from Tembo Traders Ltd on 11/1/24 at 9:05 AM.',
  }),
  rule({
    id: 'pochi-receive-phone',
    kind: 'pochi_receive',
    direction: 'in',
    account: 'pochi',
    era: '2021–',
    template: '<opening>You have received {amount} from~{name}~{phone}_<when>[ via Pochi la Biashara]_<pochi>',
    example:
      'TCB9PX41ZD Confirmed.You have received Ksh120.00 from AMINA  WERE 0711456210 on 11/3/25 at 3:30 PM  New business balance is Ksh340.00. To access your funds, Dial *334#,select Pochi la Biashara & Withdraw funds.',
  }),
  rule({
    id: 'receive-person',
    kind: 'receive_person',
    direction: 'in',
    template: '<opening>You have received {amount} from~{name}~{phone}_<when><tail>',
    example:
      "UF64NK10ZQ Confirmed.You have received Ksh1,040.00 from Amina  Were N'gang 0799***310 on 6/6/26 at 5:09 PM  New M-PESA balance is Ksh2,145.00. Download My OneApp on https://saf.cx/example",
  }),
  rule({
    id: 'received-from-person',
    kind: 'receive_person',
    direction: 'in',
    template: '<opening>{amount} received from~{name}~{phone}_<when><tail>',
    example:
      'UCF5H7K2WQ Confirmed. Ksh250.00 received from PENDO MWAKIO 0709555120 on 15/3/26 at 2:30 PM. New M-PESA balance is Ksh1,730.00.',
  }),
  rule({
    id: 'received-from-number',
    kind: 'receive_person',
    direction: 'in',
    provisional: true,
    template: '<opening>{amount} received from~{phone}[~-~{name}]_<when><tail>',
    example:
      'UCF5H9K2WQ Confirmed. Ksh1,200.00 received from 254712345001-PENDO MWAKIO on 15/3/26 at 10:15 AM. New M-PESA balance is Ksh5,000.00.',
  }),
  rule({
    id: 'received-from',
    kind: 'receive_person_nophone',
    direction: 'in',
    provisional: true,
    template: '<opening>{amount} received from~{name}_<when><tail>',
    example:
      'UCF5H8K2WQ Confirmed. Ksh390.00 received from PENDO MWAKIO on 15/3/26 at 3:00 PM. New M-PESA balance is Ksh2,000.00.',
  }),
  rule({
    id: 'receive-business',
    kind: 'receive_business',
    direction: 'in',
    template: '<opening>You have received {amount} from~{name}_{shortcode}_<when><tail>',
    example:
      'UFP2DHB4JR Confirmed.You have received Ksh640.00 from Kilele Bulk Account 300911 on 25/6/26 at 3:57 AM New M-PESA balance is Ksh1,214.65.  Separate personal and business funds through Pochi la Biashara on *334#.',
  }),
  rule({
    id: 'receive-business-old',
    kind: 'receive_business',
    direction: 'in',
    era: '2012–2015',
    template: '<opening>You have received {amount} from~{shortcode}_[-]_{name}_<when><tail>',
    example:
      'DT64KN510 Confirmed.\nYou have received Ksh2,700.00 from\n500912 - Kilele Money Transfer \non 2/7/13 at 12:37 PM\nNew M-PESA balance is Ksh8,312.00.Save & get a loan on Mshwari',
  }),
  rule({
    id: 'pochi-receive',
    kind: 'pochi_receive',
    direction: 'in',
    account: 'pochi',
    era: '2021–',
    template: '<opening>You have received {amount} from~{name}_<when>_<pochi>',
    example:
      'UHE0LT43CW Confirmed.You have received Ksh100.00 from Amina Were on 14/8/26 at 8:01 PM New Pochi balance is Ksh1,660.00. To access your funds, Dial *334#,select Pochi la Biashara & Withdraw funds.',
  }),
  rule({
    id: 'receive-bank',
    kind: 'receive_business',
    direction: 'in',
    era: '2018–',
    template: '<opening>You have received {amount} from~{name}_<when>~.<tail>',
    example:
      'UCA5NT1PBH Confirmed. You have received Ksh400.00 from KILELE BANK LIMITED- APP on 10/3/26 at 3:56 PM. New M-PESA balance is Ksh400.00. Buy goods with M-PESA.',
  }),
  rule({
    id: 'receive-no-phone',
    kind: 'receive_person_nophone',
    direction: 'in',
    template: '<opening>You have received {amount} from~{name}_<when><tail>',
    example:
      'UGI7IW3ML4 Confirmed.You have received Ksh2,000.00 from AMINA  WERE on 18/7/26 at 2:57 PM  New M-PESA balance is Ksh2,000.00.',
  }),
  rule({
    id: 'received-bare',
    kind: 'receive_person_nophone',
    direction: 'in',
    provisional: true,
    template: '<opening>Received {amount} from {name}[_{phone}]_<when><tail>',
    example:
      'UGI7IW4ML4 Confirmed. Received Ksh550.00 from AMINA WERE on 18/7/26 at 2:57 PM. New M-PESA balance is Ksh3,550.00.',
  }),
  rule({
    id: 'receive-day',
    kind: 'receive_person',
    direction: 'in',
    provisional: true,
    template: '<opening>You have received {amount} from~{name}[_{phone}]_on {date}_<balance>',
    example:
      'UGI7IW5ML4 Confirmed. You have received Ksh500.00 from AMINA WERE on 18/7/26. New M-PESA balance is Ksh1,234.00.',
  }),
  rule({
    id: 'receive-undated',
    kind: 'receive_person',
    direction: 'in',
    template: '<opening>You have received {amount} from~{name}~{phone}_<balance>',
    example:
      'UVC5TB7UK1 Confirmed. You have received Ksh500.00 from DAUDI MWAKIO 0700619777. New M-PESA balance is Ksh1,500.00.',
  }),
] as const;
