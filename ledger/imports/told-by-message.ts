import type { MovementKind } from '#contract/words.ts';
import type { AccountKind } from '#parser/kinds.ts';
import type { Cents } from '#parser/money.ts';
import type { Reading } from '#parser/reading.ts';
import { receiptDate } from '#parser/receipt.ts';
import type { NewMovement } from './importer.ts';

/** A message's own account, and what it tells of it. */
export type Told = { readonly account: AccountKind; readonly movement: NewMovement };

/**
 * Which way money goes where the reading says `none`, because it only changes pockets. The amount of a movement is
 * always the change of this account's balance: a Fuliza draw does bring cash into the wallet, as a movement of its own
 * kind and direction, so that balances add up and no total of income counts it.
 */
const pockets: Partial<Record<MovementKind, 1 | -1>> = {
  fuliza_draw: 1,
  fuliza_repay: -1,
  overdraft_repay: -1,
  mshwari_deposit: -1,
  mshwari_withdraw: 1,
  kcb_deposit: -1,
  kcb_withdraw: 1,
  lock_savings: -1,
  merchant_settlement: -1,
  pochi_from_wallet: 1,
  pochi_to_wallet: -1,
};

/** What a reading tells of its account. Null where it tells of no money that moved, or not in Kenya shillings. */
export function toldByMessage(reading: Reading, receivedAt: string | null): Told | null {
  const { kind, direction, receipt } = reading;
  if (reading.outcome !== 'parsed' || kind === null || (reading.currency ?? 'KES') !== 'KES') return null;
  const account = reading.account ?? 'wallet';
  const sign = direction === 'in' ? 1 : direction === 'out' ? -1 : (pockets[kind] ?? 0);
  return {
    account,
    movement: {
      kind,
      receipt,
      linkedReceipt: reading.linkedReceipt,
      amount: signed(reading.amount, sign),
      fee: reading.fee,
      balanceAfter: balanceOf(reading, account),
      ...timeOf(reading, receivedAt),
      party: reading.party.name,
      phone: reading.party.phone,
      shortcode: reading.party.shortcode,
      accountRef: reading.accountRef,
    },
  };
}

// A sign leaves cents what they are; adding 0 turns -0 into 0.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const signed = (amount: Cents | null, sign: 1 | -1 | 0) => ((amount ?? 0) * sign + 0) as Cents;

/** The balance of the account the message speaks of, never that of another of the owner's. */
function balanceOf({ balance, balances }: Reading, account: AccountKind): Cents | null {
  if (account === 'pochi') return balances.pochi ?? null;
  if (account === 'agent') return balances.float ?? balances.working ?? null;
  if (account === 'till' || account === 'paybill') return balances.merchant ?? balance;
  return balance;
}

/** As printed; else when the phone got it; else the day the receipt stands for. */
function timeOf(reading: Reading, receivedAt: string | null): Pick<NewMovement, 'occurredAt' | 'precision'> {
  if (reading.occurredAt !== null) return { occurredAt: reading.occurredAt, precision: reading.precision };
  if (receivedAt !== null) return { occurredAt: receivedAt, precision: 'minute' };
  const day = reading.receipt === null ? null : receiptDate(reading.receipt, reading.country ?? 'KE');
  return day === null
    ? { occurredAt: null, precision: null }
    : { occurredAt: `${day}T00:00:00+03:00`, precision: 'day' };
}
