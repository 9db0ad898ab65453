import type { Rule } from '../rule.ts';
import { airtel } from './airtel-ke/all.ts';
import { bank } from './bank-ke/all.ts';
import { swahili } from './mpesa-ke-sw/all.ts';
import { agent } from './mpesa-ke/agent.ts';
import { cash } from './mpesa-ke/cash.ts';
import { fuliza } from './mpesa-ke/fuliza.ts';
import { notices } from './mpesa-ke/notices.ts';
import { owner } from './mpesa-ke/owner.ts';
import { pay } from './mpesa-ke/pay.ts';
import { receive } from './mpesa-ke/receive.ts';
import { reversal } from './mpesa-ke/reversal.ts';
import { savings } from './mpesa-ke/savings.ts';
import { send } from './mpesa-ke/send.ts';
import { lesotho } from './mpesa-ls/all.ts';
import { mozambique } from './mpesa-mz/all.ts';
import { tanzaniaSwahili } from './mpesa-tz-sw/all.ts';
import { moneyIn } from './mpesa-tz/money-in.ts';
import { moneyOut } from './mpesa-tz/money-out.ts';
import { tKash } from './t-kash/all.ts';

/** Every wording we know. Where two could begin alike, the one stated first is tried first. */
export const rules: readonly Rule[] = [
  ...tKash,
  ...airtel,
  ...bank,
  ...reversal,
  ...notices,
  ...savings,
  ...fuliza,
  ...owner,
  ...receive,
  ...send,
  ...pay,
  ...agent,
  ...cash,
  ...swahili,
  ...moneyIn,
  ...moneyOut,
  ...tanzaniaSwahili,
  ...mozambique,
  ...lesotho,
];
