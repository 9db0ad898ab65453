import { mpesaKeSwahili } from './swahili.ts';

const { rule } = mpesaKeSwahili;

/** The Swahili wordings seen, and those of the commonest payments in the same words. */
export const swahili = [
  rule({
    id: 'receive-person',
    kind: 'receive_person',
    direction: 'in',
    template: '<opening>Umepokea {amount} kutoka [kwa ]{name}[_{phone}]_<when><tail>',
    example:
      'TAG4TH355S Imethibitishwa. Umepokea Ksh1.00 kutoka Asha  Njeri 0729115001 mnamo 16/1/25 saa 12:26 PM  Baki yako ya M-PESA ni Ksh264.47. SAFARICOM HUPIGA NA 0722000000 PEKEE. Kurudisha hizi pesa, tuma ujumbe huu kwa 456.',
  }),
  rule({
    id: 'paybill',
    kind: 'paybill',
    direction: 'out',
    provisional: true,
    template: '<opening>{amount} imetumwa kwa {name} kwa akaunti [(nambari|namba|ya) ]{account}_<when><tail>',
    example:
      'TAH7YO32WQ Imethibitishwa Ksh150.00 imetumwa kwa MAJI PREPAID kwa akaunti 4068 tarehe 17/1/25 saa 2:40 PM. Baki yako ya M-PESA ni Ksh123.47. Gharama ya kutuma ni Ksh0.00.',
  }),
  rule({
    id: 'send-person',
    kind: 'send_person',
    direction: 'out',
    template: '<opening>{amount} imetumwa kwa {name}[_{phone}]_<when><tail>',
    example:
      'TAH2YO35WZ Imethibitishwa Ksh50.00 imetumwa kwa ASHA  NJERI 0792157001 tarehe 17/1/25 saa 2:40 PM. Baki yako ya M-PESA ni Ksh123.47. Gharama ya kutuma ni Ksh0.00. Kiwango cha Pesa unachoweza kutuma kwa siku ni 391,265.00.',
  }),
  rule({
    id: 'buy-goods',
    kind: 'buy_goods',
    direction: 'out',
    provisional: true,
    template: '<opening>{amount} (imelipwa kwa|zimelipwa kwa|imelipiwa) {name}~[.]~<when><tail>',
    example:
      'TAH9YO35WQ Imethibitishwa Ksh250.00 imelipwa kwa TWIGA SUPPLIES 2. tarehe 17/1/25 saa 2:40 PM. Baki yako ya M-PESA ni Ksh123.47. Gharama ya matumizi ni Ksh0.00.',
  }),
  rule({
    id: 'buy-goods-paid',
    kind: 'buy_goods',
    direction: 'out',
    era: '2025–',
    template: '<opening>Umelipa {amount} kwa {name}~[.]~<when><tail>',
    example:
      'TAE4YO79WH Imethibitishwa. Umelipa Ksh85.00 kwa PENDO MWAKIO 14/1/25 2:07 PM.Baki yako mpya katika M-PESA ni Ksh412.60. Gharama ya kununua ni Ksh0.00. Kiwango cha Pesa unachoweza kutuma kwa siku ni 391,930.00.Huduma za M-PESA sasa zinapatikana kwa *334#.',
  }),
  rule({
    id: 'airtime-other',
    kind: 'airtime_other',
    direction: 'out',
    provisional: true,
    template: '<opening>Umenunua {amount} (ya|za) (mjazo|muda wa maongezi|airtime|salio) (kwa|ya) {phone}_<when><tail>',
    example:
      'TAF5YO03WQ Umenunua Ksh15.00 ya mjazo kwa 0712345001 siku 15/1/25 saa 6:19 PM.Baki mpya ya M-PESA ni Ksh56.30.',
  }),
  rule({
    id: 'airtime-self',
    kind: 'airtime_self',
    direction: 'out',
    template: '<opening>Umenunua {amount} (ya|za) (mjazo|muda wa maongezi|airtime|salio)_<when><tail>',
    example: 'TAF5YO02WQ Umenunua Ksh15.00 ya mjazo siku 15/1/25 saa 6:14 PM.Baki mpya ya M-PESA ni Ksh71.30.',
  }),
  rule({
    id: 'balance',
    kind: 'balance_enquiry',
    direction: 'none',
    template: '<opening>Baki yako ni_Akaunti ya M-PESA_{balance}[_Akaunti ya biashara_{pochi}]_<when>[_<cost>]',
    example:
      'TAI8NR41JL Imethibitishwa. Baki yako ni: Akaunti ya M-PESA : Ksh263.47 Tarehe 18/1/25 saa 1:24 PM. Gharama ya matumizi ni Ksh0.00.',
  }),
  rule({
    id: 'cancelled',
    kind: 'cancelled',
    direction: 'none',
    template:
      'Umekataa kuidhinisha amali ya {amount}[_Usipositisha kwa mara {:word}_hautakubaliwa kutumia huduma ya M-PESA HAKIKISHA][_<balance>]',
    example:
      'Umekataa kuidhinisha amali ya KSH35.00. Usipositisha kwa mara 5, hautakubaliwa kutumia huduma ya M-PESA HAKIKISHA. Baki yako ya M-PESA ni KSH251.47.',
  }),
  rule({
    id: 'failed-insufficient',
    kind: 'failed_insufficient',
    direction: 'none',
    template: 'Hakuna pesa za kutosha katika akaunti yako ya M-PESA[ kuweza (kutuma|kulipa|kutoa|kununua) {amount}]',
    example: 'Hakuna pesa za kutosha katika akaunti yako ya M-PESA kuweza kutuma Ksh3,251.00.',
  }),
] as const;
