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
    template: '<opening>{amount} (imelipwa kwa|zimelipwa kwa|imelipiwa) {name}_<when><tail>',
    example:
      'TAH9YO35WQ Imethibitishwa Ksh250.00 imelipwa kwa TWIGA SUPPLIES 2. tarehe 17/1/25 saa 2:40 PM. Baki yako ya M-PESA ni Ksh123.47. Gharama ya matumizi ni Ksh0.00.',
  }),
  rule({
    id: 'airtime-self',
    kind: 'airtime_self',
    direction: 'out',
    provisional: true,
    template: '<opening>Umenunua {amount} (ya|za) (muda wa maongezi|airtime|salio)_<when><tail>',
    example:
      'TAH4YO35WQ Imethibitishwa. Umenunua Ksh20.00 ya muda wa maongezi tarehe 17/1/25 saa 2:40 PM. Baki yako ya M-PESA ni Ksh103.47. Gharama ya matumizi ni Ksh0.00.',
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
    id: 'failed-insufficient',
    kind: 'failed_insufficient',
    direction: 'none',
    template: 'Hakuna pesa za kutosha katika akaunti yako ya M-PESA[ kuweza (kutuma|kulipa|kutoa|kununua) {amount}]',
    example: 'Hakuna pesa za kutosha katika akaunti yako ya M-PESA kuweza kutuma Ksh3,251.00.',
  }),
] as const;
