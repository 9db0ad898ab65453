import { grammar } from '../../rule.ts';

const { rule } = grammar({
  id: 'airtel-ke',
  country: 'KE',
  language: 'en',
  currency: 'KES',
  provisional: true,
  clauses: {
    when: 'on~{date}_[at~]{time}',
    id: 'Transaction ID_{receipt:reference}[_[New ]balance[ is]_{balance}][_Charges_{fee:sum}]',
    tail: '[_Your [new ]balance is_{balance}][_Transaction ID_{receipt:reference}][_Charges_{fee:sum}]',
  },
});

/** Airtel Money in Kenya: few messages seen, so every reading says that it is provisional. */
export const airtel = [
  rule({
    id: 'sent-coded',
    kind: 'other_wallet',
    direction: 'out',
    account: 'other',
    era: '2026–',
    template:
      '{receipt:reference}_{amount} (sent|paid) to {name}( account {account:word}|_{phone}|)_<when>_Fee_{fee:sum}_Bal_{balance:sum}[_MPESA ID_{linked}]',
    example:
      'V3QHT5XTD1A. Ksh 40 paid to KILELE SUPPLIES LTD account 4068001 on 27/08/2026 08:00. Fee Ksh 0. Bal:Ksh 175.0. MPESA ID:UHR1S4LZ07',
  }),
  rule({
    id: 'airtime-coded',
    kind: 'other_wallet',
    direction: 'out',
    account: 'other',
    era: '2026–',
    template:
      '{receipt:reference} Successful_Airtime top up (of {amount} to {phone}|for line {phone} of {amount})[ is successful][_Bal_{balance:sum}]',
    example: '29813220001 Successful. Airtime top up of Ksh 300 to 0733001001. Bal: Ksh 828.5.',
  }),
  rule({
    id: 'received',
    kind: 'other_wallet',
    direction: 'in',
    account: 'other',
    template: 'Trans_ID_{receipt:reference}_You have received {amount} from {name}_Your available balance is_{balance}',
    example:
      'Trans. ID: 0715698500001 You have received 40.60Ksh from\nASHA NJERI. Your available\nbalance is 140.00Ksh.',
  }),
  rule({
    id: 'sent',
    kind: 'other_wallet',
    direction: 'out',
    account: 'other',
    template:
      'Trans_ID_{receipt:reference}_You have sent {amount} to {name}[ in reference to {account}]_Your available balance is_{balance}',
    example:
      'Trans. ID: 2683667521001 You have sent 13.00Ksh to\nKILELE in reference to RENT.\nYour available balance is\n933.00Ksh.',
  }),
  rule({
    id: 'balance',
    kind: 'other_wallet',
    direction: 'none',
    account: 'other',
    template: 'Your available bal_is_{balance}',
    example: 'Your available bal. is Ksh60.00.',
  }),
  rule({
    id: 'airtime',
    kind: 'other_wallet',
    direction: 'out',
    account: 'other',
    template: 'Airtel Money_You [have ]bought {amount} of airtime_<when><tail>',
    example:
      'Airtel Money: You have bought KES 95.00 of airtime on 11/07/2026 at 10:36 AM. Your new balance is KES 467.00. Transaction ID: AIN635496001.',
  }),
  rule({
    id: 'sent-new',
    kind: 'other_wallet',
    direction: 'out',
    account: 'other',
    template: 'Airtel Money_You [have ](sent|paid) {amount} to {name}[_\\({phone}\\)]_<when><tail>',
    example:
      'Airtel Money: You sent KES 902.00 to ASHA NJERI (0723697001) on 16/07/2026 at 6:34 PM. Your new balance is KES 4,440.00. Transaction ID: AID893362001. Charges: KES 9.90.',
  }),
  rule({
    id: 'received-new',
    kind: 'other_wallet',
    direction: 'in',
    account: 'other',
    template: 'Airtel Money_You [have ]received {amount} from {name}[_\\({phone}\\)]_<when><tail>',
    example:
      'Airtel Money: You received KES 902.00 from ASHA NJERI (0723697001) on 16/07/2026 at 6:34 PM. Your new balance is KES 4,440.00. Transaction ID: AID893362002.',
  }),
  rule({
    id: 'received-id',
    kind: 'other_wallet',
    direction: 'in',
    account: 'other',
    template: 'Airtel Money_You [have ]received {amount} from {name}_{phone}_<id>',
    example:
      'Airtel Money: You have received KES 500.00 from ASHA NJERI 0733111001. Transaction ID: AIR12345001. New balance is KES 1,200.00.',
  }),
  rule({
    id: 'sent-id',
    kind: 'other_wallet',
    direction: 'out',
    account: 'other',
    template: 'Airtel Money_You [have ](sent|paid) {amount} to {name}_{phone}_<id>',
    example:
      'Airtel Money: You have sent KES 200.00 to ASHA NJERI 0733999001. Transaction ID: AIR87654001. Balance KES 800.00. Charges: KES 12.00.',
  }),
  rule({
    id: 'withdrawn-id',
    kind: 'other_wallet',
    direction: 'out',
    account: 'other',
    template: 'Airtel Money_You have withdrawn {amount} from Agent {shortcode}_<id>',
    example:
      'Airtel Money: You have withdrawn KES 1,000.00 from Agent 55501. Transaction ID: AIR11223001. Balance is KES 300.00.',
  }),
  rule({
    id: 'airtime-id',
    kind: 'other_wallet',
    direction: 'out',
    account: 'other',
    template: 'Airtel Money_You have bought airtime of {amount}_<id>',
    example: 'Airtel Money: You have bought airtime of KES 50.00. Transaction ID: AIR99887001. Balance KES 250.00.',
  }),
  rule({
    id: 'sent-bare',
    kind: 'other_wallet',
    direction: 'out',
    account: 'other',
    template:
      'You have sent {amount} to {name}[_{phone}]_Your new balance is_{balance}_Transaction ID_{receipt:reference}[_Charge_{fee:sum}][_Airtel Money]',
    example:
      'You have sent Ksh500.00 to ASHA NJERI 0730111001. Your new balance is Ksh2,200.00. Transaction ID: PP7788AA. Charge Ksh0.00. Airtel Money.',
  }),
  rule({
    id: 'received-bare',
    kind: 'other_wallet',
    direction: 'in',
    account: 'other',
    template:
      'You have received {amount} from {name}[_{phone}]_Your new balance is_{balance}_Transaction ID_{receipt:reference}[_Airtel Money]',
    example:
      'You have received Ksh1,200.00 from ASHA NJERI 0731222001. Your new balance is Ksh3,400.00. Transaction ID: PP7789BB. Airtel Money.',
  }),
] as const;
