import { grammar } from '../../rule.ts';
import { opening } from '../opening.ts';

const { rule } = grammar({
  id: 'mpesa-tz-sw',
  country: 'TZ',
  language: 'sw',
  currency: 'TZS',
  clauses: {
    opening,
    when: '[(tarehe|mnamo|on)~]{date}_[(saa|at)~]{time}',
    balance: '(salio|baki) [(lako|yako) ][(jipya|mpya) ][(la|ya) ][m-pesa ][ni]_{balance:sum}',
    cost: '(jumla ya makato|makato|ada|gharama) [ni ]{fee:sum}[ \\({:text}\\)]',
    tail: '[_<cost>][_<balance>][_<cost>]',
  },
});

/** Vodacom's M-Pesa in Tanzania, in Swahili, and what Tigo Pesa says of money from it. */
export const tanzaniaSwahili = [
  rule({
    id: 'receive-bank',
    kind: 'receive_bank',
    direction: 'in',
    template: '<opening>Umepokea {amount} kutoka [kwa ]{:text}_Akaunti {account:word}_-_{name}_<when>',
    example:
      'DFB8UH2M9W imethibitishwa. Umepokea Tshs 4,616.00 kutoka KILELE MF, Akaunti ****0300 - ASHA JUMA tarehe 11/06/2026 saa 21:36:24.',
  }),
  rule({
    id: 'receive-person',
    kind: 'receive_person',
    direction: 'in',
    era: '2018–',
    template: '<opening>Umepokea {amount} kutoka [kwa ]{phone}_-_{name}_<when><tail>',
    example:
      'DFB8UH2M8W imethibitishwa. Umepokea Tsh4,600.00 kutoka 255710195001 - ASHA JUMA mnamo 11/6/26 saa 9:36 PM Baki yako ya M-Pesa ni Tsh9,000.00.',
  }),
  rule({
    id: 'receive-business',
    kind: 'receive_business',
    direction: 'in',
    template: '<opening>Umepokea {amount} kutoka [kwa ]{shortcode}_-_{name}_<when><tail>',
    example:
      'DC9ONX8ODMF Imethibitishwa.Umepokea Tsh21.00 kutoka 219001 - M-PESA FAIDA tarehe 9/3/26 saa 12:40 AM Salio lako la M-Pesa ni Tsh2,310.00.',
  }),
  rule({
    id: 'receive-person-no-phone',
    kind: 'receive_person',
    direction: 'in',
    era: '2013–',
    template: '<opening>Umepokea {amount} kutoka [kwa ]{name}_<when><tail>',
    example:
      'K82PM222 imethibitishwa umepokea Tsh. 12,500\nkutoka kwa ASHA JUMA tarehe 6/8/13 saa 4:12 PM\nSalio lako la M-PESA ni Tsh.13,260.',
  }),
  rule({
    id: 'paybill',
    kind: 'paybill',
    direction: 'out',
    template: '<opening>{amount} imetumwa kwa {name} kwenye akaunti [(namba|nambari) ]{account}_<when><tail>',
    example:
      'DC76NX9YC1A Imethibitishwa. Tsh5,000.00 imetumwa kwa TIPS-KILELE kwenye akaunti namba 255789452001 tarehe 7/3/26 saa 5:31 PM. Salio lako la M-Pesa ni Tsh1,459.60.',
  }),
  rule({
    id: 'send-number',
    kind: 'send_person',
    direction: 'out',
    provisional: true,
    template: '<opening>{amount} imetumwa kwa {phone}_-_{name}_<when><tail>',
    example:
      'DC76NX9YC2A Imethibitishwa. Tsh5,000.00 imetumwa kwa 255789452001 - ASHA JUMA tarehe 7/3/26 saa 5:31 PM. Salio lako la M-Pesa ni Tsh1,459.60.',
  }),
  rule({
    id: 'send-person',
    kind: 'send_person',
    direction: 'out',
    provisional: true,
    template: '<opening>{amount} imetumwa kwa {name}[_{phone}]_<when><tail>',
    example:
      'DC76NX9YC3A Imethibitishwa. Tsh5,000.00 imetumwa kwa ASHA JUMA tarehe 7/3/26 saa 5:31 PM. Salio lako la M-Pesa ni Tsh1,459.60.',
  }),
  rule({
    id: 'buy-goods',
    kind: 'buy_goods',
    direction: 'out',
    provisional: true,
    template: '<opening>{amount} imelipwa kwa {name}~[.]~<when><tail>',
    example:
      'DC76NX9YC4A Imethibitishwa. Tsh5,000.00 imelipwa kwa DUKA LA JUMA tarehe 7/3/26 saa 5:31 PM. Salio lako la M-Pesa ni Tsh1,459.60.',
  }),
  rule({
    id: 'airtime-other',
    kind: 'airtime_other',
    direction: 'out',
    template: '<opening>Umenunua {amount} [(ya|wa) ]muda wa maongezi kwa [{:text}_-_]{phone}_<when><tail>',
    example:
      'DC79NX4MOEU Imethibitishwa. Umenunua Tsh750.00 muda wa maongezi kwa AIRTEL-255692524001, tarehe 7/3/26 6:02 PM. Salio lako la ni Tsh3,120.00.',
  }),
  rule({
    id: 'airtime-self',
    kind: 'airtime_self',
    direction: 'out',
    provisional: true,
    template: '<opening>Umenunua {amount} [(ya|wa) ]muda wa maongezi_<when><tail>',
    example:
      'DC79NX4MOEV Imethibitishwa. Umenunua Tsh500.00 muda wa maongezi tarehe 7/3/26 5:31 PM. Salio lako la M-Pesa ni Tsh1,459.60.',
  }),
  rule({
    id: 'tigo-receive',
    kind: 'receive_other_wallet',
    direction: 'in',
    account: 'other',
    era: '2017',
    template:
      'Hamisho la pesa limekamilika_Salio jipya_{balance}_Umepokea {amount} kutoka kwa {name}_kumbukumbu ya malipo_{:word}_{receipt:reference}_{date}_{time}',
    example:
      'Hamisho la pesa limekamilika. Salio jipya TSh 249,581. Umepokea TSh 72,054 kutoka kwa M-PESA, kumbukumbu ya malipo. MFICI.170702.1309.R75734000001. 4GG2XWVA9U. 16/07/17 01:35.',
  }),
] as const;
