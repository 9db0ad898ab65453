import { grammar } from '../../rule.ts';
import { opening } from '../opening.ts';

/** Safaricom's M-PESA in Kenya, in English. */
export const mpesaKe = grammar({
  id: 'mpesa-ke',
  country: 'KE',
  language: 'en',
  currency: 'KES',
  clauses: {
    opening,
    when: 'on~{date}_[at~]{time}',
    // The first way is what nine in ten messages say; the second all the others.
    balance: '(New M-PESA balance is_{balance:sum}|<any-balance>)',
    'any-balance': '[(your new|your|new|available) ][m-pesa ][account ]balance[ (is|was)][ now]_{balance:sum}',
    cost: 'transaction cost_[is ]{fee:sum}',
    limit: 'amount you can transact within the day is_{limit:sum}',
    outstanding: '[Total ]Fuliza M-PESA outstanding amount is_{outstanding:sum}[ due on {due}]',
    // A payment that drew on the overdraft said so itself, before that became a message of its own.
    drawn: '([Fuliza M-PESA amount is_{:sum}_]<outstanding>|Available Fuliza M-PESA limit is_{available:sum})',
    tail: '[_<cost>][_<balance>][_<cost>][_<drawn>][_<limit>]',
    // An agent's name ends where the balance begins, even one that was cut off.
    agent: '(_<balance>|_New M-PESA[ balance[ is]]_$|_$)[_<cost>][_<limit>]',
    till: 'New ([Merchant ]Account|Merchant) balance is_{merchant}',
    pochi: 'new (business|pochi) balance is_{pochi}',
    mshwari: '[new ]m-shwari [(saving|savings|deposit|lock savings) ][account ]balance[ is]_{savings:sum}',
    kcb: '[new ]kcb m-pesa [(saving|savings) ][account ]balance[ is]_{savings:sum}',
  },
});
