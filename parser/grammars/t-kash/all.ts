import { grammar } from '../../rule.ts';

const { rule } = grammar({
  id: 't-kash',
  country: 'KE',
  language: 'en',
  currency: 'KES',
  provisional: true,
  clauses: {
    when: 'on~{date}_[at~]{time}',
    tail: '_T-Kash Ref_{receipt:reference}[_Your T-Kash balance is_{balance}]',
  },
});

/** Telkom's T-Kash in Kenya: known from invented messages only, so every reading says that it is provisional. */
export const tKash = [
  rule({
    id: 'received',
    kind: 'other_wallet',
    direction: 'in',
    account: 'other',
    template: 'You have received {amount} from {name}_{phone}_<when><tail>',
    example:
      'You have received Ksh500.00 from ASHA NJERI 254772852001 on 13/05/2026 at 4:33 PM. T-Kash Ref: ABJ301NX. Your T-Kash balance is Ksh800.00.',
  }),
  rule({
    id: 'sent',
    kind: 'other_wallet',
    direction: 'out',
    account: 'other',
    template: 'You have sent {amount} to {name}_{phone}_<when><tail>',
    example:
      'You have sent Ksh750.00 to ASHA NJERI 254777288001 on 26/05/2026 at 1:56 PM. T-Kash Ref: DEM096EX. Your T-Kash balance is Ksh50.00.',
  }),
  rule({
    id: 'paid',
    kind: 'other_wallet',
    direction: 'out',
    account: 'other',
    template: 'You have paid {amount} to {name}_<when><tail>',
    example:
      'You have paid Ksh300.00 to KILELE SHOP LTD on 22/05/2026 at 7:32 PM. T-Kash Ref: XYE074JX. Your T-Kash balance is Ksh200.00.',
  }),
] as const;
