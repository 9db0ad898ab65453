import { grammar } from '../../rule.ts';
import { opening } from '../opening.ts';

const { rule } = grammar({
  id: 'mpesa-ls',
  country: 'LS',
  language: 'en',
  currency: 'LSL',
  clauses: {
    opening: `[Transact ID_]${opening}`,
    when: 'on~{date}_[at~]{time}',
    balance: '[(your new|new|your) ][m-pesa ]balance[ (is|was)]_{balance:sum}',
    cost: 'transaction cost_{fee:sum}',
    tail: '[_<balance>][_<cost>]',
  },
});

/** Vodacom's M-Pesa in Lesotho. Codes of twelve characters that encode no date. */
export const lesotho = [
  rule({
    id: 'buy-goods',
    kind: 'buy_goods',
    direction: 'out',
    template: '<opening>{amount} paid to~{name}_<when><tail>',
    example:
      '08R4M5E8IGL0 Confirmed. M100.00 paid to Thabo Mokoena on 28/5/25 at 7:21 PM.New M-Pesa balance is M50.07. .Customer Care :114',
  }),
  rule({
    id: 'receive-person',
    kind: 'receive_person',
    direction: 'in',
    template: '<opening>You have received {amount} from {phone}_-_{name}_<when><tail>',
    example:
      'Transact ID 00E4QRC8WRKC Confirmed.You have received M150.00 from 26658088001 - THABO  MOKOENA on 27/5/25 at 12:03 PM New M-Pesa balance is M151.80 Customer Care :114',
  }),
  rule({
    id: 'send-person',
    kind: 'send_person',
    direction: 'out',
    provisional: true,
    template: '<opening>{amount} sent to~{phone}_-_{name}_<when><tail>',
    example:
      'Transact ID 00E4QRC9WRKC Confirmed. M150.00 sent to 26658088001 - THABO MOKOENA on 27/5/25 at 12:03 PM. New M-Pesa balance is M151.80.',
  }),
  rule({
    id: 'received-from-number-name',
    kind: 'receive_person',
    direction: 'in',
    era: '2018',
    template: '<opening><when>_{amount} received from {phone}_-_{name}[_{:phone}]_<balance>[_Reference_{account:word}]',
    example:
      '5L92X6BY39 Confirmed. on 9/12/18 at 9:41 AM M12.00 received from 26657755001 - Thabo Mokoena 26657755001.New M-Pesa balance is M254.30 Reference: 315103001.',
  }),
  rule({
    id: 'received-from-number',
    kind: 'receive_person',
    direction: 'in',
    template: '<opening><when>_{amount} received from {phone}[_<balance>][_Reference_{account:word}]',
    example:
      'DDK4YQ6QU1 Confirmed. on 4/4/2026 at 6:24 AM\nM125.50 received from 26650719001. New M-Pesa balance is M500.00.\nReference: 726810200\nRemark: 0252 electricity',
  }),
] as const;
