import { mpesaKe } from './grammar.ts';

const { rule } = mpesaKe;

/** The overdraft. A draw has the receipt of the payment it funded and prints no day but the one it is due on. */
export const fuliza = [
  rule({
    id: 'fuliza-draw',
    kind: 'fuliza_draw',
    direction: 'none',
    era: '2019–',
    template:
      '<opening>Fuliza M-PESA amount is {amount}_(Interest|Access Fee|Fee) charged_{fee:sum}[_<outstanding>][_<balance>]',
    example:
      'UCI4RQ8YR2 Confirmed. Fuliza M-PESA amount is Ksh 71.84. Access Fee charged Ksh 0.72. Total Fuliza M-PESA outstanding amount is Ksh239.23 due on 15/04/26. To check daily charges, Dial *334#OK Select Query Charges',
  }),
  rule({
    id: 'fuliza-repay',
    kind: 'fuliza_repay',
    direction: 'out',
    era: '2019–',
    template:
      '<opening>{amount} from your M-PESA has been used to (fully|partially) pay your outstanding Fuliza M-PESA[_<when>][_[Your ]available Fuliza M-PESA limit is_{available:sum}][_<when>][_(<balance>|{balance})]',
    example:
      'UFP6AJ5VC0  Confirmed. Ksh 760.74 from your M-PESA has been used to fully pay your outstanding Fuliza M-PESA. Available Fuliza M-PESA limit is Ksh 4170.00. Your M-PESA balance is 2067.75.',
  }),
  rule({
    id: 'fuliza-summary',
    kind: 'fuliza_summary',
    direction: 'none',
    template:
      'Dear ({:word},|{:word} {:word},|{:word} {:word} {:word},)_your Fuliza M-PESA limit is_{fulizaLimit}[_You have an outstanding amount of_{outstanding}[ due on {due}]][_<cost>]',
    example:
      'Dear ASHA, your Fuliza M-PESA limit is Ksh 1179.62. You have an outstanding amount of Ksh 557.38 due on 25/10/25. Transaction Cost Ksh 0.',
  }),
  rule({
    id: 'fuliza-interest',
    kind: 'fuliza_other',
    direction: 'none',
    template:
      '<opening>Fuliza M-PESA interest (charged|accrued)_{amount} on outstanding balance[_[Your ]available limit is_{available}]',
    example:
      'UC14VQ1J0O Confirmed. Fuliza M-PESA interest charged Ksh 1.77 on outstanding balance. Your available limit is Ksh500.00.',
  }),
  rule({
    id: 'fuliza-maintenance',
    kind: 'fuliza_other',
    direction: 'none',
    template:
      '<opening>Fuliza M-PESA_[overdraft notice_]maintenance fee of {amount} charged[_Outstanding balance[ is]_{outstanding}]',
    example:
      'UC15YQ2I69 Confirmed. Fuliza M-PESA overdraft notice. Maintenance fee of Ksh 2.00 charged. Outstanding balance Ksh250.00.',
  }),
  rule({
    id: 'fuliza-daily',
    kind: 'fuliza_other',
    direction: 'none',
    provisional: true,
    template: '<opening>Fuliza M-PESA daily charges notification_Access fee charged {amount}',
    example: 'UC15YQ3I69 Confirmed. Fuliza M-PESA daily charges notification. Access fee charged Ksh 0.50.',
  }),
  rule({
    id: 'fuliza-repay-by-hand',
    kind: 'fuliza_repay',
    direction: 'out',
    provisional: true,
    template: '<opening>You have paid {amount} to Fuliza M-PESA_<when>[_<outstanding>][_<balance>]',
    example:
      'UCL4RQ8YR2 Confirmed. You have paid Ksh200.00 to Fuliza M-PESA on 21/3/26 at 2:00 PM. Fuliza M-PESA outstanding amount is Ksh300.00.',
  }),
  rule({
    id: 'fuliza-reversed',
    kind: 'fuliza_other',
    direction: 'none',
    provisional: true,
    template: '<opening>Fuliza M-PESA of {amount} has been reversed_<when>[_<outstanding>]',
    example:
      'UCL4RQ9YR2 Confirmed. Fuliza M-PESA of Ksh500.00 has been reversed on 21/3/26 at 3:00 PM. Fuliza M-PESA outstanding amount is Ksh0.00.',
  }),
  rule({
    id: 'fuliza-outstanding',
    kind: 'fuliza_other',
    direction: 'none',
    provisional: true,
    template: '<opening><outstanding>',
    example: 'UCL4RR9YR2 Confirmed. Total Fuliza M-PESA outstanding amount is Ksh508.16 due on 20/04/26.',
  }),
  rule({
    id: 'fuliza-statement',
    kind: 'fuliza_other',
    direction: 'none',
    template: '<opening>Your Fuliza M-PESA mini statement is as follows',
    example: 'Your Fuliza M-PESA mini statement is as follows: 21/3/26 Ksh 71.84 taken.',
  }),
] as const;
