import { mpesaKe } from './grammar.ts';

const { rule } = mpesaKe;

/** What an agent is told: float and working accounts, commission, customers' cash. */
export const agent = [
  rule({
    id: 'agent-business-deposit',
    kind: 'agent_business_deposit',
    direction: 'in',
    account: 'agent',
    template:
      '{receipt} Business Deposit Confirmed_<when>_Give {amount} cash to {shortcode}_[-]_{name}_(New|Your) (Working|Float) balance is_{float}',
    example:
      'NLB3ZJ5J37 Business Deposit Confirmed on 11/12/19 at 12:22 PM. Give Ksh13,000.00 cash to 147100 - Kilele Ventures. New Working balance is Ksh14,550.69',
  }),
  rule({
    id: 'agent-business-deposit-taken',
    kind: 'agent_business_deposit',
    direction: 'out',
    account: 'agent',
    template:
      '{receipt} Business Deposit Confirmed_<when>_Take {amount} cash from {shortcode}_[-]_{name}_(New|Your) (Working|Float) balance is_{float}',
    example:
      'NLV9ZKJXU5 Business Deposit Confirmed on 31/12/19 at 3:43 PM. Take Ksh20,100.00 cash from 105100 - Kilele Ventures Ground Floor. Your Float balance is Ksh51,617.00',
  }),
  rule({
    id: 'agent-commission',
    kind: 'agent_commission',
    direction: 'in',
    account: 'agent',
    template: '<opening>Commission of {amount} paid to your Working account_Working Balance is_{float}_<when>',
    example:
      'OAC0ZF4ERV confirmed. Commission of Ksh1,807.19 paid to your Working account. Working Balance is Ksh16,968.03 on 12/1/20 at 9:20 AM',
  }),
  rule({
    id: 'agent-deposit-taken',
    kind: 'agent_deposit_taken',
    direction: 'out',
    account: 'agent',
    template: '<opening><when>_Take {amount} cash from {name}[_{phone}]_[(Your|New) ]M-PESA float balance is_{float}',
    example:
      'SD46DA9LIL Confirmed. On 4/4/24 at 7:08 PM Take Ksh5,500.00 cash from ASHA NJERI Your M-PESA float balance is Ksh71,087.00. Click the link to Download M-Pesa Agent App',
  }),
  rule({
    id: 'agent-float-move',
    kind: 'agent_float_move',
    direction: 'none',
    account: 'agent',
    template:
      '<opening>{amount} transferred from (Float|Working)[ Ac]_to (Float|Working)[ Ac]_New Working [Ac_]Balance is_{working}_New Float [Ac_]Balance is_{float}_<when>',
    example:
      'OA95B453HO Confirmed. Ksh6,000.00  transferred from Float Ac.to Working Ac..New Working Ac. Balance is Ksh32,968.03.New Float Balance is Ksh50,003.00 on 9/1/20 at 1:22 PM',
  }),
  rule({
    id: 'agent-withdrawal-given',
    kind: 'agent_withdrawal_given',
    direction: 'in',
    account: 'agent',
    template: '<opening><when>_Give {amount} to {name}_{phone}_[(Your|New) ]M-PESA float balance is_{float}',
    example:
      'OAP3YW4QZK Confirmed. on 25/1/20 at 6:37 PM Give Ksh1,530.00 to PENDO MWAKIO 0712938001. New M-PESA float balance is Ksh28,297.00',
  }),
  rule({
    id: 'agent-withdrawal-unregistered',
    kind: 'agent_withdrawal_given',
    direction: 'in',
    account: 'agent',
    template: '<opening><when>_Give {amount} cash to {phone}_[(Your|New) ]M-PESA float balance is_{float}',
    example:
      'OA34OGB3N1 Confirmed.On 3/1/20 at 11:18 AM.Give Ksh5,100.00 cash to +254734373001.New M-PESA float balance is Ksh23,103.00',
  }),
  rule({
    id: 'agent-withdrawal-named',
    kind: 'agent_withdrawal_given',
    direction: 'in',
    account: 'agent',
    provisional: true,
    template:
      '<opening><when>_Give {amount} cash to [{shortcode}_-_]{name}_[(Your|New) ]M-PESA float balance is_{float}',
    example:
      'OA34OGB4N1 Confirmed.On 3/1/20 at 11:18 AM.Give Ksh5,100.00 cash to ASHA NJERI.New M-PESA float balance is Ksh23,103.00',
  }),
] as const;
