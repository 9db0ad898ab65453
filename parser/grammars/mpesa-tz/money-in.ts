import { mpesaTz } from './tanzania.ts';

const { rule } = mpesaTz;

/** Money that came into a Tanzanian wallet, till or Pochi. */
export const moneyIn = [
  rule({
    id: 'receive-bank',
    kind: 'receive_bank',
    direction: 'in',
    template: '<opening>You have received a payment of {amount} from {shortcode}_-_{name}_<when><tail>',
    example:
      'DHS4LK9EZY confirmed. You have received a payment of Tsh40,000.00 from 922700 - TIPS-KILELE on 28/8/26 at 11:23 pm. New M-Pesa balance is Tsh40,000.11',
  }),
  rule({
    id: 'receive-bracketed',
    kind: 'receive_person',
    direction: 'in',
    template: '<opening>You have received {amount} from~{name}_\\({phone}\\)_<when><tail>',
    example:
      'DECRQ2YBUX Confirmed. You have received TZS 54,365.50 from ASHA JUMA (255XXXXXXXXX) on 2026-05-12 at 8:38 AM. New M-Pesa balance is TZS 100,850.00.',
  }),
  rule({
    id: 'receive-person-phone',
    kind: 'receive_person',
    direction: 'in',
    template: '<opening>You have received {amount} from~{name}_{phone}_<when><tail>',
    example:
      'Z14CM7031 Confirmed.\nYou have received Tsh50,000 from\nASHA JUMA 0765025001\non 28/1/14 at 2:36 PM\nNew M-PESA balance is Tsh214,676',
  }),
  rule({
    id: 'receive-person',
    kind: 'receive_person',
    direction: 'in',
    era: '2013–2015',
    template: '<opening>You have received {amount} from~{name}_<when><tail>',
    example:
      'Z14CM555 Confirmed.\nYou have received Tsh50,000 from\nASHA JUMA\non 28/1/14 at 2:36 PM\nNew M-PESA balance is Tsh214,676',
  }),
  rule({
    id: 'receive-dated-first',
    kind: 'receive_person',
    direction: 'in',
    era: '2026–',
    template: '<opening><when>_Receive {amount} from~{name}[_{phone}]_<balance>',
    example:
      'DH8C7263CE Confirmed. On 8/8/26, 8:41 pm Receive Tsh150,000.00 from ASHA JUMA New balance is Tsh150,000.11. Send or receive money to 200 countries.',
  }),
  rule({
    id: 'received-from-number',
    kind: 'receive_person',
    direction: 'in',
    era: '2024',
    template: '<opening><when>_{amount}_has been received from {phone}_-_{name}_<balance>',
    example:
      'BDS4GLO00O4 Confirmed. On 28/4/24 at 12:23 PM Tsh5,000.00 Tsh. has been received from 255710195001 - ASHA JUMA.Your balance is Tsh50,000.00 Tsh.',
  }),
  rule({
    id: 'pochi-receive',
    kind: 'pochi_receive',
    direction: 'in',
    account: 'pochi',
    era: '2024–',
    template: '<opening>{amount} received from {phone}_-_{name}_<when>_New Pochi {:text} balance is_{pochi}',
    example:
      'BEB4RZ9QUED Confirmed. Tsh1,000.00 received from 255755649001 - ASHA JUMA on 11/5/24 at 1:56 PM.New Pochi DUKA LA JUMA-KO - MWANZA balance is Tsh3,000.00.',
  }),
  rule({
    id: 'till-receive',
    kind: 'merchant_till_receive',
    direction: 'in',
    account: 'till',
    era: '2024–',
    template: '<opening><when>_{amount} received from {name}_New Merchant balance is_{merchant}',
    example:
      'BFI4SQ9CJPW Confirmed. On 18/6/24 at 4:59 PMTsh2,000.00 received from b4e9me3gor0zu9l. New Merchant balance is Tsh10,000.00.',
  }),
  rule({
    id: 'deposit-agent',
    kind: 'deposit_agent',
    direction: 'in',
    template: '<opening><when>_Give {amount} cash to [{shortcode}_-_]{name}<agent>',
    example:
      'BA16LO222 Confirmed.\non 26/3/14 at 10:45 PM\nGive Tsh10,000 cash to Duka la Juma\nNew M-PESA balance is Tsh10,015',
  }),
] as const;
