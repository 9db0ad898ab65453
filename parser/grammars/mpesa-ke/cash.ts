import { mpesaKe } from './grammar.ts';

const { rule } = mpesaKe;

/** Cash in and out, and airtime. “Give … cash to” an agent puts money into the wallet. */
export const cash = [
  rule({
    id: 'withdraw-agent',
    kind: 'withdraw_agent',
    direction: 'out',
    template: '<opening><when>_Withdraw {amount} from {shortcode}_[-]_{name}<agent>',
    example:
      'UFM0QX8K3J Confirmed.on 22/6/26 at 9:34 PMWithdraw Ksh18,310.00 from 031824 - New Kilele Shop & sons ltdlongonot New M-PESA balance is Ksh574.15. Transaction cost, Ksh185.00. Amount you can transact within the day is 473,309.00.',
  }),
  rule({
    id: 'withdraw-at-agent',
    kind: 'withdraw_agent',
    direction: 'out',
    template: '<opening>{amount} withdrawn from agent {shortcode}[_[-]_{name}]_<when>[_Agent fee is_{fee:sum}]<tail>',
    example:
      'UC52DC8BGV Confirmed. Ksh2,000.00 withdrawn from agent 1234 - KILELE SHOP on 5/3/26 at 12:46 PM. New M-PESA balance is Ksh8,000.00.',
  }),
  rule({
    id: 'withdraw-atm-named',
    kind: 'withdraw_atm',
    direction: 'out',
    provisional: true,
    template: '<opening>You have withdrawn {amount} from [an ]{name=ATM}_<when><tail>',
    example:
      'UCL3WC00BM Confirmed. You have withdrawn Ksh5,000.00 from an ATM on 21/3/26 at 4:30 PM. New M-PESA balance is Ksh2,000.00. Transaction cost, Ksh34.00.',
  }),
  rule({
    id: 'withdraw-from-number',
    kind: 'withdraw_agent',
    direction: 'out',
    provisional: true,
    template: '<opening>You have withdrawn {amount} from [agent ]{shortcode}_[-]_{name}_<when><tail>',
    example:
      'UCL3WC01BM Confirmed.You have withdrawn Ksh1,000.00 from 543210 - KILELE SHOP on 21/3/26 at 4:00 PM.New M-PESA balance is Ksh500.00. Transaction cost, Ksh28.00.',
  }),
  rule({
    id: 'withdraw-from-agent',
    kind: 'withdraw_agent',
    direction: 'out',
    template: '<opening>You have withdrawn {amount} from {name}_{shortcode}_<when><tail>',
    example:
      'UCF3WC00BM Confirmed.You have withdrawn Ksh1,000.00 from KILELE SHOP 543210 on 15/3/26 at 6:44 PM.New M-PESA balance is Ksh500.00. Transaction cost, Ksh28.00.',
  }),
  rule({
    id: 'cash-withdrawal',
    kind: 'withdraw_agent',
    direction: 'out',
    template: '<opening>Cash withdrawal of {amount} from agent {shortcode}_<when><tail>',
    example:
      'UCQ50XG2GG Confirmed. Cash withdrawal of Ksh1,500.00 from agent 5678 on 26/3/26 at 10:10 PM. New M-PESA balance is Ksh3,000.00.',
  }),
  rule({
    id: 'withdraw-atm-old',
    kind: 'withdraw_atm',
    direction: 'out',
    provisional: true,
    template: '<opening><when>_{amount} withdrawn from {shortcode}_[-]_{name}<agent>',
    example:
      'DQ34QS777 Confirmed\non 12/7/13 at 5:01 AM.\nKsh4,000.00 withdrawn from 551200 - KILELE ATM.\nNew M-PESA balance is Ksh338.00',
  }),
  rule({
    id: 'withdraw-atm',
    kind: 'withdraw_atm',
    direction: 'out',
    template: '<opening>{amount} (withdrawn|withdraw) (from|at) [{shortcode}_[-]_]{name}_<when><tail>',
    example:
      'UD9L925D5T Confirmed. Ksh2,500.00 withdrawn at KILELE ATM WESTLANDS on 9/4/26 at 12:36 AM. New M-PESA balance is Ksh7,500.00.',
  }),
  rule({
    id: 'deposit-agent',
    kind: 'deposit_agent',
    direction: 'in',
    template: '<opening><when>_Give {amount} cash to [{shortcode}_-_]{name}<agent>',
    example:
      'UGK4UQ6S9D Confirmed. On 20/7/26 at 10:12 AM Give Ksh12,000.00 cash to New Kilele & sons ltd Mpesa Shop New M-PESA balance is Ksh12,000.00. You can now access M-PESA via *334#',
  }),
  rule({
    id: 'deposit',
    kind: 'deposit_agent',
    direction: 'in',
    template: '<opening>(You have deposited {amount} to your M-PESA account|Cash deposit of {amount})_<when><tail>',
    example:
      'UCJ1LP2VKR Confirmed.You have deposited Ksh5,000.00 to your M-PESA account on 19/3/26 at 7:19 AM.New M-PESA balance is Ksh5,500.00.',
  }),
  rule({
    id: 'deposit-by-agent',
    kind: 'deposit_agent',
    direction: 'in',
    provisional: true,
    template:
      '<opening>[Cash deposit of ]{amount} deposited by agent ({shortcode}_[-]_{name}|{name}_{shortcode})_<when><tail>',
    example:
      'UCJ1LP3VKR Confirmed. Ksh5,000.00 deposited by agent 1234 - KILELE SHOP on 19/3/26 at 7:19 AM. New M-PESA balance is Ksh5,500.00.',
  }),
  rule({
    id: 'deposit-received',
    kind: 'deposit_agent',
    direction: 'in',
    provisional: true,
    template: '<opening>{amount} deposit received_<when><tail>',
    example:
      'UCJ1LP4VKR Confirmed. Ksh3,000.00 deposit received on 19/3/26 at 4:00 PM. New M-PESA balance is Ksh5,500.00.',
  }),
  rule({
    id: 'airtime-self',
    kind: 'airtime_self',
    direction: 'out',
    template: '<opening>You bought {amount} of airtime_<when><tail>',
    example:
      'UGK8QK4GRP confirmed.You bought Ksh5.00 of airtime on 20/7/26 at 12:15 AM.New M-PESA balance is Ksh483.98. Transaction cost, Ksh0.00. Amount you can transact within the day is 381,253.52. Download My OneApp on https://saf.cx/example',
  }),
  rule({
    id: 'airtime-other',
    kind: 'airtime_other',
    direction: 'out',
    template: '<opening>You bought {amount} of airtime for {phone}_<when><tail>',
    example:
      'UE64D9V5UQ confirmed.You bought Ksh5.00 of airtime for 254703587001 on 6/5/26 at 11:36 PM.New  balance is Ksh228.32. Transaction cost, Ksh0.00. Amount you can transact within the day is 369,130.17.You can now access M-PESA via *334#',
  }),
  rule({
    id: 'airtime-purchase-other',
    kind: 'airtime_other',
    direction: 'out',
    template: '<opening>{amount} airtime [purchase ]for {phone}_<when><tail>',
    example:
      'UCQ9D9V5UQ Confirmed. Ksh100.00 airtime purchase for 0722333001 on 26/3/26 at 9:30 AM. New M-PESA balance is Ksh850.00.',
  }),
  rule({
    id: 'airtime-purchase',
    kind: 'airtime_self',
    direction: 'out',
    provisional: true,
    template: '<opening>{amount} [of ]airtime [(purchased|purchase|recharge)_]<when><tail>',
    example:
      'UCQ9D8V5UQ Confirmed. Ksh100.00 of airtime purchased on 26/3/26 at 12:00 PM.New M-PESA balance is Ksh7,400.00. Transaction cost, Ksh0.00.',
  }),
] as const;
