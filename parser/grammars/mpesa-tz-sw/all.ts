import { grammar } from '../../rule.ts';
import { opening } from '../opening.ts';

const { rule } = grammar({
  id: 'mpesa-tz-sw',
  country: 'TZ',
  language: 'sw',
  currency: 'TZS',
  clauses: {
    opening,
    when: '(tarehe|mnamo|on)~{date}_[(saa|at)~]{time}',
    balance: '(salio|baki) [lako ][(jipya|mpya) ][(la|ya) m-pesa ][ni]_{balance:sum}',
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
    provisional: true,
    template: '<opening>Umepokea {amount} kutoka [kwa ]{phone}_-_{name}_<when>[_<balance>]',
    example:
      'DFB8UH2M8W imethibitishwa. Umepokea Tsh4,600.00 kutoka 255710195001 - ASHA JUMA tarehe 11/6/26 saa 9:36 pm. Salio jipya la M-Pesa ni Tsh9,000.00.',
  }),
  rule({
    id: 'receive-person-no-phone',
    kind: 'receive_person',
    direction: 'in',
    provisional: true,
    template: '<opening>Umepokea {amount} kutoka [kwa ]{name}_<when>[_<balance>]',
    example:
      'DFB8UH2M7W imethibitishwa. Umepokea Tsh4,600.00 kutoka kwa ASHA JUMA tarehe 11/6/26 saa 9:36 pm. Salio jipya la M-Pesa ni Tsh9,000.00.',
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
