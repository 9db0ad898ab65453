import { mpesaKe } from './grammar.ts';

const { rule } = mpesaKe;

/** Payments taken back. The second receipt is the payment's; the first is the reversal's own. */
export const reversal = [
  rule({
    id: 'reversal-credited',
    kind: 'reversal_credited',
    direction: 'in',
    template:
      '<opening>Reversal of transaction {linked} has been (successfully reversed|completed successfully)_<when> and {amount} (is|has been) credited (to|from) your M-PESA account[_(<balance>|Your new float account balance is_{balance})]',
    example:
      'UFE4ZR7L8O confirmed. Reversal of transaction UFE2AO1KN3 has been successfully reversed  on 14/6/26  at 10:55 PM and Ksh30.00 is credited to your M-PESA account. New M-PESA account balance is Ksh1,956.99.',
  }),
  rule({
    id: 'reversal-in-favour',
    kind: 'reversal_credited',
    direction: 'in',
    era: '2026–',
    template:
      '<opening>Your [original ]transaction {linked} [in favour of {name} ]has been (reversed successfully|successfully reversed)_<when> and {amount} (is|has been) credited to your M-PESA account[_<balance>]',
    example:
      'UJ44Q7Q7R3 confirmed. Your original transaction UJ34T8QL2Z in favour of KILELE SUPPLIES has been reversed successfully on 4/10/26 at 8:15 PM and Ksh125.00 has been credited to your M-PESA account. Your new M-PESA account balance is Ksh4,801.97.',
  }),
  rule({
    id: 'reversal-completed',
    kind: 'reversal_credited',
    direction: 'in',
    provisional: true,
    template:
      '<opening>Reversal of transaction {linked} has been completed_{amount} has been credited to your M-PESA account[_<balance>]',
    example:
      'UFE4ZR8L8O Confirmed. Reversal of transaction UFE2AO1KN4 has been completed. Ksh1,500.00 has been credited to your M-PESA account.',
  }),
  rule({
    id: 'reversal-debited',
    kind: 'reversal_debited',
    direction: 'out',
    template:
      '<opening>Reversal of transaction {linked} has been (successfully reversed|completed successfully)_<when> and {amount} (is|has been) debited from your M-PESA account[_(<balance>|Your new float account balance is_{balance})]',
    example:
      'UGK1BP4H7I confirmed. Reversal of transaction UGK0YF1R12 has been successfully reversed  on 20/7/26  at 9:05 PM and Ksh60.00 is debited from your M-PESA account. New M-PESA account balance is Ksh2,691.12.',
  }),
  rule({
    id: 'reversal-notice-credited',
    kind: 'reversal_notice',
    direction: 'in',
    template:
      '<opening>Transaction {linked} has been reversed_<when> and {amount} is credited to your M-PESA account[_<balance>]',
    example:
      'UC44TY9QEL Confirmed. Transaction UC33KF0JD1 has been reversed on 4/3/26 at 1:52 PM and Ksh750.00 is credited to your M-PESA account. New M-PESA account balance is Ksh2,750.00.',
  }),
  rule({
    id: 'reversal-notice',
    kind: 'reversal_notice',
    direction: 'in',
    template: '<opening>Transaction {linked} has been reversed[_<balance>]',
    example:
      'OAV6OW1B9N  Confirmed. Transaction OAO2WG1B06 has been reversed.  Your account balance is now Ksh12,260.03.',
  }),
  rule({
    id: 'reversal-returned',
    kind: 'reversal_credited',
    direction: 'in',
    template: '<opening>Your last wallet transaction has been reversed_{amount} has been returned to your balance',
    example:
      'UC44R5VAN0 Confirmed. Your last wallet transaction has been reversed. Ksh120.00 has been returned to your balance.',
  }),
  rule({
    id: 'reversal-of-received',
    kind: 'reversal_debited',
    direction: 'out',
    template:
      '<opening>(Received {amount}|[The ]transaction of {amount} received) from {name}[_{phone}](_<when> has been reversed| has been reversed_<when>)[_<balance>]',
    example:
      'UCB5MB9ZNH Confirmed. Received Ksh390.00 from ASHA NJERI 0711033999 on 11/3/26 at 9:22 AM has been reversed. New M-PESA balance is Ksh1,200.00.',
  }),
  rule({
    id: 'received-reversed',
    kind: 'reversal_debited',
    direction: 'out',
    provisional: true,
    template:
      '<opening>{amount} received from~{name}[_{phone}](_on {date}[_at {time}] has been reversed| has been reversed_<when>)[_<balance>]',
    example:
      'UCB5MB8ZNH Confirmed. Ksh500.00 received from ASHA NJERI 0722112001 on 11/3/26 at 10:00 AM has been reversed. New M-PESA balance is Ksh2,000.00.',
  }),
  rule({
    id: 'sent-reversed',
    kind: 'reversal_credited',
    direction: 'in',
    provisional: true,
    template:
      '<opening>[The ]transaction of {amount} sent to {name}[_{phone}](_on {date}[_at {time}] has been reversed| has been reversed_<when>)[_<balance>]',
    example:
      'UCB5MB7ZNH Confirmed. The transaction of Ksh900.00 sent to ASHA NJERI 0767890001 on 11/3/26 at 5:30 PM has been reversed. New M-PESA balance is Ksh4,900.00.',
  }),
  rule({
    id: 'amount-reversed',
    kind: 'reversal_notice',
    direction: 'in',
    provisional: true,
    template: '<opening>{amount} [transaction ]has been reversed_<when>[_<balance>]',
    example: 'UCB5MB6ZNH Confirmed. Ksh750.00 transaction has been reversed on 11/3/26 at 9:15 AM.',
  }),
  rule({
    id: 'reversal-declined',
    kind: 'reversal_declined',
    direction: 'none',
    template: 'Dear Customer_the recipient has declined reversal transaction {linked} of {amount}_<when>[_<balance>]',
    example:
      'Dear Customer, the recipient has declined reversal transaction TI41C34LDI of Ksh1,150.00 on 4/9/25 at 10:09 PM. Your M-PESA balance is Ksh1,575.10.',
  }),
  rule({
    id: 'refund',
    kind: 'refund',
    direction: 'in',
    era: '2014',
    template:
      '<opening>Your {:text} transaction {linked} of {amount} has been refunded by {shortcode}_[-]_{name}_Please contact {:text} for more information[_<balance>]',
    example:
      'EE47OR555 confirmed. Your Pay Shop transaction EE47RR444 of 46Ksh has been refunded by 971500 - KILELE ENTERPRISES. Please contact 971500 - KILELE ENTERPRISES for more information.  Your account balance is now 69Ksh.',
  }),
] as const;
