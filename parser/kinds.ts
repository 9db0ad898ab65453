/** What a message can be about. One word a kind, the same from the grammar to the screen and to `--json`. */
export const kinds = [
  // money in
  'receive_person',
  'receive_person_nophone',
  'receive_business',
  'receive_bank',
  'receive_international',
  'receive_ziidi',
  'receive_promo',
  'receive_airtime',
  'receive_other_wallet',
  'deposit_agent',
  'refund',
  // money out
  'send_person',
  'send_person_nophone',
  'send_number_only',
  'send_other_network',
  'send_business',
  'paybill',
  'buy_goods',
  'data_bundle',
  'mpesa_card',
  'mpesa_global',
  'invest',
  'withdraw_agent',
  'withdraw_atm',
  'airtime_self',
  'airtime_other',
  'oneapp_short',
  'thin_receipt',
  // the owner's till, paybill and Pochi
  'merchant_till_receive',
  'merchant_paybill_receive',
  'merchant_settlement',
  'pochi_receive',
  'pochi_pay_out',
  'pochi_from_wallet',
  'pochi_to_wallet',
  // the agent's float
  'agent_business_deposit',
  'agent_commission',
  'agent_deposit_taken',
  'agent_float_move',
  'agent_withdrawal_given',
  // savings and loans
  'mshwari_deposit',
  'mshwari_withdraw',
  'mshwari_loan',
  'mshwari_loan_repay',
  'mshwari_balance',
  'kcb_deposit',
  'kcb_withdraw',
  'lock_savings',
  'ziidi_sender',
  'hustler_loan',
  'hustler_pay',
  'fuliza_draw',
  'fuliza_repay',
  'fuliza_summary',
  'fuliza_other',
  'overdraft_repay',
  // taken back
  'reversal_credited',
  'reversal_debited',
  'reversal_notice',
  'reversal_declined',
  // no money moved
  'balance_enquiry',
  'failed_insufficient',
  'failed_invalid_recipient',
  'failed_timeout',
  'failed_wrong_pin',
  'failed_other',
  'cancelled',
  'service_notice',
  // told by another witness
  'bank_side',
  'other_wallet',
] as const;

export type Kind = (typeof kinds)[number];

/** Which of the owner's accounts a message speaks of. */
export const accountKinds = ['wallet', 'till', 'paybill', 'pochi', 'agent', 'bank', 'other'] as const;
export type AccountKind = (typeof accountKinds)[number];

const notices: ReadonlySet<Kind> = new Set([
  'mshwari_balance',
  'fuliza_summary',
  'fuliza_other',
  'reversal_declined',
  'balance_enquiry',
  'failed_insufficient',
  'failed_invalid_recipient',
  'failed_timeout',
  'failed_wrong_pin',
  'failed_other',
  'cancelled',
  'service_notice',
]);

/** Whether a message of this kind tells of no movement of money. */
export const isNotice = (kind: Kind): boolean => notices.has(kind);
