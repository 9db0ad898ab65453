import type { Lookup } from '#contract/lookup.ts';
import type { MoveRecord } from '#contract/move.ts';
import type { Exchange, ProviderAnswer } from '#contract/provider-answer.ts';
import type { LookupEvent } from '../providers/lookup-steps.ts';
import type { MoveEvent } from '../providers/move-steps.ts';
import type { ReceivedCallback } from '../providers/receiver.ts';
import type { LinkRow, LinkRowChange } from '../store/linked-accounts.ts';

/** What one page of a pull came to in the book. */
export type PageTaken = { readonly stored: number; readonly duplicate: number; readonly skipped: number };

/**
 * What linked accounts order of the thread that writes, each in one transaction of its own. They are no commands of the
 * contract: no page can send them.
 */
export type LinkWrites = {
  readonly 'link:add': { readonly input: Omit<LinkRow, 'id' | 'linkedAt'>; readonly output: number };
  /** Null where there is no such link. */
  readonly 'link:set': {
    readonly input: { readonly id: number; readonly change: LinkRowChange };
    readonly output: LinkRow | null;
  };
  /** Withdraws its open lookups with it. False where there is no such link. */
  readonly 'link:remove': { readonly input: { readonly id: number }; readonly output: boolean };
  /** Answers how many were added. `follows`: the digest of the notice that they shall confirm; it then counts as followed. */
  readonly 'link:lookups-add': {
    readonly input: { readonly lookups: readonly Lookup[]; readonly follows: string | null };
    readonly output: number;
  };
  readonly 'link:lookup-step': {
    readonly input: { readonly id: string; readonly event: LookupEvent; readonly exchanges: readonly Exchange[] };
    readonly output: Lookup | null;
  };
  readonly 'link:move-insert': { readonly input: MoveRecord; readonly output: boolean };
  readonly 'link:move-step': {
    readonly input: { readonly id: string; readonly event: MoveEvent; readonly exchanges: readonly Exchange[] };
    readonly output: MoveRecord | null;
  };
  readonly 'link:callback': { readonly input: ReceivedCallback; readonly output: 'stored' | 'duplicate' };
  readonly 'link:page': {
    readonly input: {
      readonly link: number;
      readonly answers: readonly ProviderAnswer[];
      readonly exchanges: readonly Exchange[];
    };
    readonly output: PageTaken;
  };
  /** Makes the payments follow what was told, where they are behind. */
  readonly 'link:derive': { readonly input: null; readonly output: null };
  /** The port of the receiver while it is on; null where it is off. */
  readonly 'link:receiver': { readonly input: { readonly port: number | null }; readonly output: null };
};
export type LinkWrite = keyof LinkWrites;

/** Sends an order to the thread that writes; durable when it resolves. */
export type WriteLink = <N extends LinkWrite>(
  name: N,
  input: LinkWrites[N]['input'],
) => Promise<LinkWrites[N]['output']>;
