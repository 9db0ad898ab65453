import { grammar } from '../../rule.ts';
import { opening } from '../opening.ts';

const { rule } = grammar({
  id: 'bank-ke',
  country: 'KE',
  language: 'en',
  currency: 'KES',
  provisional: true,
  clauses: {
    opening,
    when: 'on~{date}_[at~]{time}',
    reference: 'M-PESA Ref_{receipt:reference}',
  },
});

/** What Kenyan banks say of money that went through M-PESA. The receipt is M-PESA's, where one is quoted. */
export const bank = [
  rule({
    id: 'loop-sent',
    kind: 'bank_side',
    direction: 'out',
    account: 'bank',
    template:
      'You have successfully sent {amount} to {phone}_-_{name}_Fee_{fee:sum}_LOOP Ref_{:word}_<reference>_<when>',
    example:
      'You have successfully sent KES 400.00 to 0706483001 - Asha Njeri. Fee:KES.5.75. LOOP Ref NHEUMBS6RZ01, M-Pesa Ref, UH26BA1KS2 on 02/08/2026 17:25:08.',
  }),
  rule({
    id: 'airtime',
    kind: 'bank_side',
    direction: 'out',
    account: 'bank',
    template:
      'Your airtime purchase of {amount} for [{name=(Safaricom|Airtel|Telkom)} ]{phone} was successful_Ref_{:word}_<when>[_Charges {fee}]',
    example:
      'Your airtime purchase of 50 KES for Safaricom 254724807001 was successful. Ref. A908899BD8001 on 31 Mar 2025 at 19:04 EAT. Charges 0 KES',
  }),
  rule({
    id: 'own-transfer',
    kind: 'bank_side',
    direction: 'none',
    account: 'bank',
    template: 'Transfer to Own Account of {amount} to A/c {account:word}_<when> processed successfully',
    example:
      'Transfer to Own Account of KES 4,150.00 to A/c 01705723126001 on 02/08/2026 01:02 processed successfully. Transaction Ref ID: 418512471001.',
  }),
  rule({
    id: 'received',
    kind: 'bank_side',
    direction: 'in',
    account: 'bank',
    template: '<opening>{amount} received from~{name} into A/C {account:word}',
    example: 'KES 5,186 received from ASHA NJERI into A/C ****6100. TUMA DIRECT na Pesalink.',
  }),
  rule({
    id: 'paid',
    kind: 'bank_side',
    direction: 'out',
    account: 'bank',
    template: 'Your payment of {amount} to {name}_{phone} was successful_Ref_{:word}_<when>[_Charges {fee}]',
    example:
      'Your payment of 807 KES to ASHA NJERI 0723742001 was successful. Ref. AC5B2D2H3F001 on 28/04/2025 at 01:48. Charges 0 KES',
  }),
  rule({
    id: 'credited',
    kind: 'bank_side',
    direction: 'in',
    account: 'bank',
    template: 'Your transaction of {amount} has been credited to {phone}_{name}_Ref_{:word}_<reference>_<when>',
    example:
      'Your transaction of Kshs. 855.6  has been credited to  254727534001  ASHA NJERI. Ref.  EQDCH4FD4J7K001. MPESA Ref.  SL16VQMLUJ on  01/12/2024 at 13:28:37.',
  }),
  rule({
    id: 'mpesa-payment',
    kind: 'bank_side',
    direction: 'out',
    account: 'bank',
    template: 'Your M-Pesa payment of {amount} to {account:word} was successful_<when>_<reference>',
    example:
      'Your M-Pesa payment of KES 675.00 to 0322226894001 was successful on 10/02/26 6:14 AM. M-Pesa Ref: UBA0RR70D9. SBM Bank. For queries contact us on 0709601162',
  }),
  rule({
    id: 'kcb-received',
    kind: 'bank_side',
    direction: 'out',
    account: 'bank',
    template: '<opening>{amount} sent to~KCB account {name}_{account:word} has been received_<when>[_<reference>]',
    example:
      'Ksh 762.00 sent to KCB account KILELE SHOP 7565001 has been received on 21/01/2026 at 12:19 AM. M-PESA Ref UAL4UJGPZD. To reverse this transaction, SMS this message to 16120.',
  }),
  rule({
    id: 'received-by-wallet',
    kind: 'bank_side',
    direction: 'in',
    account: 'bank',
    template: 'You have received {amount} from {name}_Transaction Ref ID_{:word}_M-PESA Ref ID_{receipt:reference}',
    example:
      'You have received KES 500.00 from ASHA NJERI. Transaction Ref ID: 888042528001. Mpesa Ref ID: TC347HWSFL. Bank to Mpesa Ni Sare Kabisa with I&M Bank.',
  }),
  rule({
    id: 'till',
    kind: 'bank_side',
    direction: 'out',
    account: 'bank',
    template:
      'Confirmed_Payment of {amount} to {name} Till No_{account:word} has been received_Ref_{receipt:reference}_<when>',
    example:
      'Confirmed. Payment of KES. 160.00 to KILELE HOSPITAL LIMITED Till No. 0710841001 has been received. Ref. SL4474PCHT on 04-12-2024 at 15:17. Thank you.',
  }),
  rule({
    id: 'bill',
    kind: 'bank_side',
    direction: 'out',
    account: 'bank',
    template: 'Confirmed_Bill payment to {name} of {amount} for account {account} and Ref_{receipt:reference}_<when>',
    example:
      'Confirmed, Bill payment to 4TH KILELE COURT of KES. 1,200.00 for account 481362 570_2 and Ref. TGF431RHIV on 15-07-2025 at 13:07.Thank you.',
  }),
  rule({
    id: 'app-sent',
    kind: 'bank_side',
    direction: 'out',
    account: 'bank',
    template:
      'Dear ({:word},|{:word} {:word},|{:word} {:word} {:word},)_you have sent {amount} to {name}_{account:word}_<when>_<reference>',
    example:
      'Dear ASHA NJERI, you have sent Ksh. 16080.0 to PENDO MWAKIO 01116******001 \n on 11/07/2026 at 15:19:25. MPESA Ref. UGB4234567. Pay bills on MCoopCash App or Dial *667#.',
  }),
  rule({
    id: 'from-mpesa',
    kind: 'bank_side',
    direction: 'in',
    account: 'bank',
    template:
      'Dear (Client|Customer)_{amount} has been credited to your account ending with {account:word} from M-PESA',
    example:
      'Dear Client, KES 1110.00 has been credited to your account ending with 2600 from MPESA. For any queries call +254 20 3293001',
  }),
] as const;
