import { grammar } from '../../rule.ts';
import { opening } from '../opening.ts';

/** Safaricom's M-PESA in Kenya, in Swahili. `saa` is the clock of the phone, not Swahili time. */
export const mpesaKeSwahili = grammar({
  id: 'mpesa-ke-sw',
  country: 'KE',
  language: 'sw',
  currency: 'KES',
  clauses: {
    opening,
    when: '[(mnamo|tarehe|siku|on)~]{date}_[(saa|at)~]{time}',
    balance:
      '(baki [yako ][mpya ](ya|katika) m-pesa ni|salio [lako ]jipya la m-pesa ni|new m-pesa balance is)_{balance:sum}',
    cost: '(gharama ya {:word} ni|transaction cost)_{fee:sum}',
    limit: 'kiwango cha pesa unachoweza kutuma kwa siku ni_{limit:sum}',
    tail: '[_<balance>][_<cost>][_<limit>]',
  },
});
