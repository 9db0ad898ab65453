import { z } from 'zod';
import { Account } from './account.ts';
import { command, query } from './define.ts';
import { AccountKind } from './words.ts';

/** An account with what the owner has said of it. */
export const OwnAccount = Account.extend({
  /** The owner's own name for it; null where none was given and `name` is made of kind and number. */
  ownName: z.string().nullable(),
  /** False from first sight in a file until the owner says that it is one of theirs. */
  confirmed: z.boolean(),
  /** The account that what is told without a number belongs to; null where Risiti decides. Only where `shortcode` is null. */
  attachedTo: z.int().nullable(),
  /** The owner added it, and nothing that stands tells of it or needs it. */
  removable: z.boolean(),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

const Shortcode = z.string().trim().min(1).max(40);
const id = z.int().positive();

export const accountEntries = {
  /** Every account that something which stands tells of or that the owner added. */
  'accounts.list': query(z.object({}).strict(), z.array(OwnAccount)),
  /** Adds one before any file tells of it: a cash box, a bank account. Known already: nothing but its name changes. */
  'accounts.add': command(
    z
      .object({ kind: AccountKind, shortcode: Shortcode.nullable(), name: z.string().trim().max(80).nullable() })
      .strict(),
    z.object({ id }),
  ),
  /** Gives it the owner's name, or takes that back (null); either way it is confirmed. Throws `not-found`. */
  'accounts.rename': command(
    z.object({ id, name: z.string().trim().min(1).max(80).nullable() }).strict(),
    z.object({}),
  ),
  /** Takes back that it was added. Throws `not-found` unless it is `removable`. */
  'accounts.remove': command(z.object({ id }).strict(), z.object({})),
  /**
   * Says whose number the messages of an account without one are of; null: Risiti decides again. Throws `not-found`
   * unless `id` has no number and `to` has one and is of the same kind.
   */
  'accounts.attach': command(z.object({ id, to: id.nullable() }).strict(), z.object({})),
} as const;
