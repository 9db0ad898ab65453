import { z } from 'zod';
import { none, Window } from './asked.ts';
import { command, query } from './define.ts';
import { Lookup } from './lookup.ts';
import { MoveRecord } from './move.ts';
import { Acceptance, CallbackValues, Exchange, HttpFailure } from './provider-answer.ts';
import { Capability, LinkedAccount, Move, Service, ServiceId } from './provider.ts';
import { Instant, IsoDate } from './words.ts';

const link = z.object({ linkedAccount: z.int().positive() }).strict();

/** Where secrets are kept. `memory`: they are gone when the app ends, and are then asked for again. */
export const SecretPlace = LinkedAccount.shape.secrets.exclude(['missing']);
export type SecretPlace = z.infer<typeof SecretPlace>;

/** What was filled in to link a service, by the names of `Service.fields`; empty texts count as left out. */
export const Credentials = z.record(z.string().max(100), z.string().max(8_192));

export const NewLink = z.strictObject({
  service: ServiceId,
  label: z.string().trim().min(1).max(80),
  account: z.int().positive().nullable(),
  /** Null where the service has an address of its own and is not simulated. */
  baseUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  simulated: z.boolean(),
  credentials: Credentials,
});
export type NewLink = z.infer<typeof NewLink>;

/** What may be changed of a link. What is left out stays; `credentials` replaces all of them. */
export const LinkChange = z.strictObject({
  linkedAccount: z.int().positive(),
  label: NewLink.shape.label.optional(),
  account: NewLink.shape.account.optional(),
  enabled: z.array(Move).optional(),
  automatic: z.boolean().optional(),
  credentials: Credentials.optional(),
});
export type LinkChange = z.infer<typeof LinkChange>;

/** What asking came to; a null `failure` is a good answer. The exchanges show no secrets. */
const Tried = z.object({ failure: HttpFailure.nullable(), exchanges: z.array(Exchange) });

/** What can be asked of a link besides payments. `value`: a phone, or the service's own id of a message or payment. */
export const LinkQuestion = Capability.extract([
  'balance',
  'transaction-status',
  'validate-phone',
  'sms-status',
  'sms-balance',
  'instructions',
]);
export type LinkQuestion = z.infer<typeof LinkQuestion>;

/** One lookup as a list shows it. */
export const LookupRow = Lookup.extend({
  /** The link's name. */
  label: z.string(),
  service: ServiceId,
  askedAt: Instant,
  settledAt: Instant.nullable(),
});
export type LookupRow = z.infer<typeof LookupRow>;

/** One notice that was received, as it came and as it was read. It proves nothing: `verdict` is what a lookup found. */
export const CallbackRow = z.object({
  digest: z.string(),
  linkedAccount: z.int(),
  label: z.string(),
  receivedAt: Instant,
  values: CallbackValues,
  body: z.string(),
  payment: z.int().nullable(),
  verdict: z.enum(['waiting', 'confirmed', 'pending', 'not-paid', 'conflicting', 'inconclusive']).nullable(),
});
export type CallbackRow = z.infer<typeof CallbackRow>;

/** What a pull brought. It ends early only where a page fails. */
export const PullDone = z.object({
  failure: HttpFailure.nullable(),
  pages: z.int(),
  /** Payments told on or after the cut-off date: `stored + duplicate + skipped`. Skipped: not final, or without amount. */
  read: z.int(),
  stored: z.int(),
  duplicate: z.int(),
  skipped: z.int(),
});
export type PullDone = z.infer<typeof PullDone>;

export const ReceiverState = z.object({
  running: z.boolean(),
  /** Null while it does not run. The address is `http://127.0.0.1:<port><path>`. */
  port: z.int().nullable(),
  /** It was on when the app last ended and could not be opened again. */
  problem: z.enum(['port-in-use']).nullable(),
  /** The links whose service sends notices; `open` once a path has been made. */
  entrances: z.array(z.object({ linkedAccount: z.int(), open: z.boolean() })),
});
export type ReceiverState = z.infer<typeof ReceiverState>;

/** Why a press did nothing; nothing was written and nothing sent. */
export const Declined = z.enum([
  'not-linked',
  'not-offered',
  'not-enabled',
  'bad-input',
  'not-confirmed',
  'beyond-limits',
]);
export type Declined = z.infer<typeof Declined>;

/** An order as a list shows it. */
export const MoveRow = MoveRecord.extend({
  label: z.string(),
  /** The payment of the book that it became, by receipt, or by reference, amount and time where only one fits. */
  payment: z.int().nullable(),
});
export type MoveRow = z.infer<typeof MoveRow>;

/** How long a text is as an SMS and how many it is paid as. `units`: septets or 16-bit units; `left`: free in the last part. */
export const SmsLength = z.object({
  alphabet: z.enum(['GSM-7', 'UCS-2']),
  units: z.int(),
  parts: z.int(),
  left: z.int(),
});

/** Linked accounts: what they are, what was asked of them, what they told by themselves, and what was ordered of them. */
export const linkEntries = {
  'services.list': query(none, z.array(Service)),

  /** Where new secrets will be kept, and the links. */
  'links.list': query(none, z.object({ place: SecretPlace, links: z.array(LinkedAccount) })),
  /** Refused as `bad-credentials` where they are not what the service asks for, or the address may not be used. */
  'links.add': command(NewLink, LinkedAccount),
  /** Starts a payment app that is pretended on this computer until the book closes, and links the sample shop's till to it. */
  'links.pretend': command(none, LinkedAccount),
  'links.set': command(LinkChange, LinkedAccount),
  /** Takes its secrets away and stops its lookups; what it told stays in the book. */
  'links.remove': command(link, none),
  'links.test': command(link, Tried),
  'links.ask': command(
    link.extend({ question: LinkQuestion, value: z.string().trim().max(100).default('') }),
    // Text is plain text, whatever markup the service sent.
    Tried.extend({ answer: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable() }),
  ),
  /** The service's one-time registration of callback addresses. */
  'links.register-callbacks': command(link, Tried.extend({ answer: Acceptance.nullable() })),

  /**
   * Puts questions about payments into the queue. `waiting`: all that are only seen or disputed, of one link or of all. `impossible`:
   * no link knows them, or the book has no name by which the service could find them.
   */
  'lookups.start': command(
    z.strictObject({
      linkedAccount: z.int().positive().nullable(),
      payments: z.union([z.literal('waiting'), z.array(z.int().positive()).min(1).max(500)]),
    }),
    z.object({ added: z.int(), already: z.int(), impossible: z.int() }),
  ),
  /** Newest first. `counts` are of the whole book. */
  'lookups.page': query(
    z.object({
      state: z.enum(['open', 'done']).nullable().default(null),
      linkedAccount: z.int().nullable().default(null),
      payment: z.int().nullable().default(null),
      ...Window.shape,
    }),
    z.object({
      total: z.int(),
      counts: z.object({ open: z.int(), offline: z.int(), done: z.int() }),
      rows: z.array(LookupRow),
    }),
  ),
  'lookups.one': query(
    z.strictObject({ id: z.string().max(64) }),
    z.object({ lookup: LookupRow, exchanges: z.array(Exchange) }),
  ),
  'lookups.cancel': command(z.strictObject({ id: z.string().max(64) }), none),
  /** The network is back, or the person asks again: what waits for the network or for secrets is due at once. */
  'lookups.wake': command(none, none),

  /** Reads a service's list since a day (null: all of it) into movements. Ends when the last page is in the book. */
  'pulls.start': command(link.extend({ which: z.enum(['list', 'fetch']), since: IsoDate.nullable() }), PullDone),

  'callbacks.page': query(
    z.object({ linkedAccount: z.int().nullable().default(null), ...Window.shape }),
    z.object({ total: z.int(), rows: z.array(CallbackRow) }),
  ),
  'receiver.state': query(none, ReceiverState),
  /** Listens on this computer only, from now on and after every start, until stopped. Refused as `port-in-use`. */
  'receiver.start': command(z.strictObject({ port: z.int().min(0).max(65_535) }), ReceiverState),
  'receiver.stop': command(none, ReceiverState),
  /** Makes a new way in for a link and shows its path this once; the one before stops working. */
  'receiver.path': command(link, z.object({ path: z.string() })),

  /** One press of a button. `id` is made by the screen; `confirmed` is the typed amount in cents where money goes out. */
  'moves.press': command(
    z.strictObject({
      id: z.uuid(),
      linkedAccount: z.int().positive(),
      move: Move,
      /** As `moveInputs` of that move has it. */
      input: z.record(z.string(), z.unknown()),
      confirmed: z.int().nullable(),
    }),
    z.union([
      z.object({ ok: z.literal(true), record: MoveRecord }),
      z.object({ ok: z.literal(false), declined: Declined }),
    ]),
  ),
  /** Newest first. */
  'moves.page': query(
    z.object({ linkedAccount: z.int().nullable().default(null), ...Window.shape }),
    z.object({ total: z.int(), rows: z.array(MoveRow) }),
  ),
  'moves.one': query(
    z.strictObject({ id: z.uuid() }),
    z.object({ move: MoveRow, lookups: z.array(LookupRow), exchanges: z.array(Exchange) }),
  ),

  'sms.measure': query(z.strictObject({ text: z.string().max(1_530) }), SmsLength),
  /** A receipt for a payment as an SMS, to be edited. `phone` is null where the book does not have the whole number. */
  'sms.draft': query(
    z.strictObject({ payment: z.int().positive() }),
    z.object({ phone: z.string().nullable(), text: z.string() }),
  ),
} as const;
