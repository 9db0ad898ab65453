import type { Rule } from '../rule.ts';
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

/** Every wording we know. Where two could begin alike, the one stated first is tried first. */
export const rules: readonly Rule[] = [
  ...reversal,
  ...savings,
  ...fuliza,
  ...receive,
  ...send,
  ...pay,
  ...cash,
  ...owner,
  ...agent,
  ...notices,
];
