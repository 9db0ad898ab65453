import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { LinkedAccount } from '#contract/provider.ts';
import { LedgerError } from '../errors.ts';
import { SimPayments } from '../providers/simulators/payments.ts';
import { simulated } from '../providers/simulators/registry.ts';
import { type Simulator, startSimulator } from '../providers/simulators/simulator.ts';
import type { Held } from './held.ts';
import type { linking } from './linking.ts';

const LABEL = 'Sample payment app';

type Deps = {
  readonly reader: Database;
  /** The sample shop's folder; null where there is none. */
  readonly samples: string | null;
  readonly held: Held;
  readonly links: ReturnType<typeof linking>;
};

/**
 * A payment app that is pretended on this computer, so that asking can be tried without an account and without a terminal. It
 * collected for the sample shop's till, and ends with the book; asked for again it starts anew, and a link to the one
 * before is taken away.
 */
export function sampleService({ reader, samples, held, links }: Deps) {
  let running: Simulator | null = null;
  const till = reader
    .prepare<[], number>("SELECT id FROM account WHERE kind = 'till' AND shortcode IS NOT NULL ORDER BY id LIMIT 1")
    .pluck();

  async function start(): Promise<LinkedAccount> {
    if (samples === null) throw new LedgerError('unknown-file', 'This Risiti came without the sample shop.');
    const known = SimPayments.parse(JSON.parse(await readFile(join(samples, 'linked-service.json'), 'utf8')));
    const old = held.rows().filter(({ label, simulated: pretended }) => pretended && label === LABEL);
    for (const { id } of old) await links.remove({ linkedAccount: id });
    await running?.close();
    running = await startSimulator({ service: simulated['payment-app'], payments: known });
    return links.add({
      service: 'payment-app',
      label: LABEL,
      account: till.get() ?? null,
      baseUrl: running.url,
      simulated: true,
      credentials: { token: 'made-up-token', app_id: '1', environment: 'sandbox' },
    });
  }

  return { start, close: async () => running?.close() };
}
