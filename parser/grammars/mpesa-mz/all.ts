import { grammar } from '../../rule.ts';

const { rule } = grammar({
  id: 'mpesa-mz',
  country: 'MZ',
  language: 'pt',
  currency: 'MZN',
  clauses: {
    opening: 'Confirmado {receipt:reference}_',
    when: 'aos~{date}_[as~]{time}',
    balance: '[o ][(teu|seu) ]novo saldo [m-pesa ]e de_{balance}',
    fee: 'e a taxa foi de {fee}',
  },
});

/** Vodacom's M-Pesa in Mozambique, in Portuguese. Accents may be there or not. */
export const mozambique = [
  rule({
    id: 'buy-goods',
    kind: 'buy_goods',
    direction: 'out',
    template:
      '<opening>Registamos uma operacao de compra no valor de {amount} <fee> na entidade {name} com referencia_<when>[_<balance>]',
    example:
      'Confirmado DF4BVJ40ET6. Registamos uma operacao de compra no valor de 950.00MT e a taxa foi de 0.00MT na entidade EDM com referencia  aos 4/6/26 as 12:44 PM. O teu novo saldo M-Pesa e de 7,959.46MT. Em caso de duvida, liga 100. M-Pesa e facil!',
  }),
  rule({
    id: 'buy-goods-reference',
    kind: 'buy_goods',
    direction: 'out',
    template:
      '<opening>Registamos uma operacao de compra no valor de {amount} <fee> na entidade {name} com referencia {account}_<when>[_<balance>]',
    example:
      'Confirmado DF4BVJ50ET6. Registamos uma operação de compra no valor de 950.00MT e a taxa foi de 0.00MT na entidade EDM com referencia 0140 22 aos 4/6/26 as 12:44 PM. O teu novo saldo M-Pesa é de 7,959.46MT.',
  }),
  rule({
    id: 'deposit-agent',
    kind: 'deposit_agent',
    direction: 'in',
    template: '<opening>Depositaste o valor de {amount} no agente [{shortcode}_-_]{name}_<when>[_<balance>]',
    example:
      'Confirmado DEF4PBFIF3Y. Depositaste o valor de 4,500.00MT no agente LOJA MACHAVA aos  15/5/26 as 1:13 PM. O teu novo saldo  M-Pesa e de 4,589.06MT. Aproveita e transfere SEM TAXAS de M-Pesa para M-Pesa. Em caso de duvida, liga 100.',
  }),
  rule({
    id: 'receive-person',
    kind: 'receive_person',
    direction: 'in',
    template: '<opening>Recebeste {amount} de [({phone}|{shortcode})_-_]{name}_<when>[_<balance>]',
    example:
      'Confirmado DEP4BVHR520. Recebeste  1,228.00MT de 123450 - LOJA LUME aos 25/5/26  as 6:39 PM o novo saldo  M-Pesa e de 2,147.03MT. Aproveita e transfere SEM TAXAS de M-Pesa para M-Pesa.',
  }),
  rule({
    id: 'send-person',
    kind: 'send_person',
    direction: 'out',
    template: '<opening>Transferiste {amount} <fee> para [{phone}_[-]_]{name}_<when>[_<balance>]',
    example:
      'Confirmado DFO4J30NXW5. Transferiste 5,245.00MT e a taxa foi de 5.54MT para 258846051001 - AMELIA aos 24/6/26 as 6:36 PM. O teu novo saldo M-Pesa e de 60,081.39MT. Continua a transferir SEM TAXAS de M-Pesa para M-Pesa. Em caso de duvida, liga 100.',
  }),
  rule({
    id: 'withdraw-agent',
    kind: 'withdraw_agent',
    direction: 'out',
    template: '<opening><when> levantaste {amount} no agente [{shortcode}_-_]{name}_<balance>[ <fee>]',
    example:
      'Confirmado DFL49MWKS8H. Aos 21/6/26  as 12:08 PM levantaste 4,500.00MT no agente 497300 - LOJA MACHAVA. O novo saldo M-Pesa e de 4,548.81MT e a taxa foi de 91.65MT. Em caso de duvida, liga 100. M-Pesa e facil!',
  }),
  rule({
    id: 'failed-insufficient',
    kind: 'failed_insufficient',
    direction: 'none',
    template:
      '[Falhou_]Nao tens saldo suficiente na conta M-Pesa para (levantar|transferir|pagar|comprar) {amount}[ de {:text}]_O saldo M-Pesa e de {balance}',
    example:
      'Falhou. Nao tens saldo suficiente na conta M-Pesa  para levantar 2,950.00MT  de LOJA MACHAVA.O saldo M-Pesa e de 2,979.16MT. M-Pesa e facil!',
  }),
] as const;
