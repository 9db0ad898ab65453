import { z } from 'zod';
import { query } from './define.ts';
import { HttpFailure } from './provider-answer.ts';
import { Capability, ServiceId } from './provider.ts';

const counts = z.record(z.string(), z.int());

/**
 * What helps somebody else to find out why a book behaves as it does, and tells nothing of the shop: counts, codes and
 * versions. No name, number, amount, receipt, address, file name or text of a message, and no key.
 */
export const SupportFacts = z.object({
  schema: z.int(),
  bytes: z.int(),
  /** What SQLite says of the file: `ok`, or its first complaint with whatever it quotes left out. */
  integrity: z.enum(['ok', 'damaged']),
  /** Rows by table. */
  rows: counts,
  payments: z.object({ standing: counts, exception: counts }),
  decisions: counts,
  /** Importers by how many imports of theirs stand, and how many rows they refused. */
  imports: z.array(z.object({ importer: z.string(), count: z.int(), rejected: z.int() })),
  links: z.array(
    z.object({
      service: ServiceId,
      simulated: z.boolean(),
      automatic: z.boolean(),
      enabled: z.array(Capability),
      lookups: counts,
      verdicts: counts,
      orders: counts,
      callbacks: z.int(),
      /** How its requests failed, by how often. */
      failures: z.partialRecord(HttpFailure, z.int()),
    }),
  ),
});
export type SupportFacts = z.infer<typeof SupportFacts>;

export const supportEntries = {
  'support.facts': query(z.object({}).strict(), SupportFacts),
} as const;
