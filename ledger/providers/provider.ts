import type { z } from 'zod';
import type { MoveInput } from '#contract/move.ts';
import type { Acceptance, CallbackValues, ProviderAnswer } from '#contract/provider-answer.ts';
import type { LookupKey, Move, ServiceId } from '#contract/provider.ts';

/** The owner's credentials at a service, as its schema has parsed them, and the address where that is the owner's own. */
export type Link = {
  readonly id: number;
  readonly baseUrl: string | null;
  readonly simulated: boolean;
  readonly credentials: Readonly<Record<string, string>>;
};

/** One HTTP request as a service documents it: `path` goes behind the base URL, `body` is sent byte for byte. */
export type ProviderRequest = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

/** A question or an order: how it is put, and what its answer says. */
export type Operation<I, V> = {
  /** `token` is null but for a service that hands one out. */
  request(input: I, link: Link, token: string | null): ProviderRequest;
  /** Null where the answer has no documented shape. `body` is parsed JSON, or text where `reads` says so. */
  read(body: unknown, input: I): V | null;
  readonly reads?: 'html';
};

/** An order that changes something. `refuses` says no before anything is written or sent. */
export type Order<I> = Operation<I, Acceptance> & { readonly refuses?: (input: I, link: Link) => boolean };

/** A window of a service's list; `more` is false on the last. */
export type ListPage = { readonly answers: readonly ProviderAnswer[]; readonly more: boolean };

/** What became of an SMS on its way to a phone. */
export type SmsDelivery = {
  readonly state: 'pending' | 'sent' | 'delivered' | 'failed' | 'unknown';
  readonly words: string | null;
  /** As printed. */
  readonly at: string | null;
};

/** A service's opinion of a phone number. */
export type PhoneAnswer = { readonly valid: boolean; readonly normalized: string | null };

/** What can only be asked: nothing changes by asking, so that it may be asked again. */
export type Questions = {
  readonly list: Operation<{ readonly page: number }, ListPage>;
  readonly fetch: Operation<{ readonly page: number }, ListPage>;
  /** Whether the operator has taken the question: the documented answer shows no balance. */
  readonly balance: Operation<void, Acceptance>;
  /** What the operator itself says of a payment by the service's own number. */
  readonly 'transaction-status': Operation<string, ProviderAnswer>;
  readonly 'validate-phone': Operation<{ readonly phone: string }, PhoneAnswer>;
  readonly 'sms-status': Operation<{ readonly message: string }, SmsDelivery>;
  readonly 'sms-balance': Operation<void, { readonly messages: number }>;
  readonly instructions: Operation<{ readonly transaction: string }, string>;
};

type Moves = { readonly [M in Move]: Order<MoveInput<M>> };

/** Reads a pushed or saved notice. Null where it is none of this service's. */
export type Callback = {
  read(body: unknown): CallbackValues | null;
  /** What the service's document wants to hear once the notice is stored. */
  reply(values: CallbackValues): { readonly body: string };
};

/** A service: plain data and pure functions, so that one more is one more file. It never sees the network. */
export type Provider = {
  readonly id: ServiceId;
  readonly label: string;
  /** Null where every customer has an own address. */
  readonly baseUrl: string | null;
  /** All values are strings; those of `secrets` are removed from everything that is kept. */
  readonly credentials: z.ZodObject;
  readonly secrets: readonly string[];
  /** At least this long between two requests, in milliseconds. No service documents a limit; one a second is polite. */
  readonly spacing: number;
  /** Asked first where the service hands out a token; good for `life` milliseconds. */
  readonly token?: Operation<void, string> & { readonly life: number };
  /** A harmless request that tells whether the credentials are taken. */
  readonly probe: (link: Link, token: string | null) => ProviderRequest;
  readonly lookUp: { readonly [K in LookupKey]?: Operation<string, ProviderAnswer> };
  readonly questions: Partial<Questions>;
  readonly moves: Partial<Moves>;
  /** The service's one-time registration of callback addresses. */
  readonly registerCallbacks?: Operation<void, Acceptance>;
  readonly callback?: Callback;
};

/** The headers of a JSON request. */
export const jsonHeaders = { 'content-type': 'application/json' } as const;

/** A JSON request by POST. */
export const post = (path: string, headers: Readonly<Record<string, string>>, body: unknown): ProviderRequest => ({
  method: 'POST',
  path,
  headers: { ...headers, ...jsonHeaders },
  body: JSON.stringify(body),
});

/** A request by GET, without a body. */
export const get = (path: string, headers: Readonly<Record<string, string>>): ProviderRequest => ({
  method: 'GET',
  path,
  headers,
  body: null,
});
