import { type AnswerShape, type Fields, has } from './answer.ts';
import { coopBank, jenga, kcbAccount, kcbTill } from './banks.ts';
import { darajaBill, darajaC2b, darajaValidation } from './daraja-c2b.ts';
import { darajaPull } from './daraja-pull.ts';
import { darajaResult } from './daraja-result.ts';
import { darajaAccepted, darajaError, darajaQuery, darajaStkCallback } from './daraja-stk.ts';
import { gatewayAccepted, paynexus, pesafluxStatus, pesafluxWebhook, salami } from './gateways.ts';
import { intasend } from './intasend.ts';
import { kopoKopoPayment, kopoKopoWebhook } from './kopo-kopo.ts';
import { paystack } from './paystack.ts';
import { pesapal } from './pesapal.ts';

/** Every callback and answer that Risiti reads. The order means nothing: no object has the keys of two. */
export const answerShapes: readonly AnswerShape[] = [
  darajaStkCallback,
  darajaQuery,
  darajaAccepted,
  darajaError,
  darajaC2b,
  darajaValidation,
  darajaBill,
  darajaPull,
  darajaResult,
  kopoKopoWebhook,
  kopoKopoPayment,
  intasend,
  pesapal,
  jenga,
  kcbAccount,
  kcbTill,
  coopBank,
  paystack,
  pesafluxWebhook,
  pesafluxStatus,
  gatewayAccepted,
  paynexus,
  salami,
];

/** An answer with the shape that reads it. */
export type Shaped = { readonly shape: AnswerShape; readonly value: Fields };

/** Where providers and loggers put the answer itself. */
const wrappers = ['data', 'response', 'result', 'payload', 'body', 'message', 'transactions'];
const DEEPEST = 4;

/** The answers in a value: itself, or those that its wrapping holds. Empty where it is none that we know. */
export function answersIn(value: unknown, depth = 0): Shaped[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => answersIn(item, depth + 1));
  if (typeof value === 'string') return value.startsWith('{') ? answersIn(unquoted(value), depth + 1) : [];
  if (!has(value)) return [];
  const shape = answerShapes.find((candidate) => candidate.is(value));
  if (shape) return [{ shape, value }];
  return wrappers.filter((key) => Object.hasOwn(value, key)).flatMap((key) => answersIn(value[key], depth + 1));
}

function unquoted(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
