import { grammar } from '../../rule.ts';
import { opening } from '../opening.ts';

/** Vodacom's M-Pesa in Tanzania, in English: Kenya's words with shillings of its own, which is how it is told. */
export const mpesaTz = grammar({
  id: 'mpesa-tz',
  country: 'TZ',
  language: 'en',
  currency: 'TZS',
  clauses: {
    opening,
    when: 'on~{date}_[at~]{time}',
    balance: '[(your new|new|your) ][m-pesa ][account ]balance[ (is|was)]_{balance:sum}',
    cost: '[and ](transaction cost|charged|total fee)_{fee:sum}[ \\(M-Pesa fee {:money} + Government Levy {:money}\\)]',
    tail: '[_<cost>][_<balance>][_<cost>]',
    agent: '(_<balance>[_<cost>]|_<cost>[_<balance>]|_New M-PESA[ balance[ is]]_$|_$)',
  },
});
