import { join } from 'node:path';
import type { ServiceId } from '#contract/provider.ts';
import { type Books, openBooks, writerThread } from '#ledger/index.ts';
import type { Keys } from '#ledger/links/held.ts';
import { memorySecrets } from '#ledger/links/secrets.ts';
import { simulated } from '#ledger/providers/simulators/registry.ts';
import type { Scenario } from '#ledger/providers/simulators/scenarios.ts';
import type { SimPayment } from '#ledger/providers/simulators/sim-service.ts';
import { startSimulator } from '#ledger/providers/simulators/simulator.ts';
import { folder } from '../shop.ts';

/** Credentials that are made up, for each service. */
export const madeUp: Readonly<Record<ServiceId, Record<string, string>>> = {
  pesaflux: { api_key: 'made-up-key', email: 'shop@owner.example' },
  fluxsms: { api_key: 'made-up-key' },
  pexmon: { api_key: 'made-up-key' },
  'daraja-platform': {},
  paynexus: { secret_key: 'sk_made_up', public_key: 'pk_made_up', environment: 'sandbox' },
  'payment-app': { token: 'made-up-token', app_id: '7', environment: 'sandbox' },
};

/** Keys of a test's own, that last through restarts of the book. */
export const ownKeys = (): Keys => ({ store: memorySecrets(), lent: () => ({}) });

/** A book in a folder of its own, to be opened as often as a test wants. */
export function linkedShop(keys: Keys = ownKeys()) {
  const dir = folder();
  const path = join(dir.path, 'shop.risiti');
  const logged: string[] = [];
  const open: Books[] = [];
  const log = (line: string) => void logged.push(line);
  return {
    path,
    logged,
    async open(): Promise<Books> {
      const books = await openBooks(path, { writer: writerThread, samples: null, keys, log });
      open.push(books);
      return books;
    },
    async remove(): Promise<void> {
      for (const books of open) await books.close();
      dir.remove();
    },
  };
}

/** One message of a paybill, as Safaricom words it. */
export const message = (receipt: string, shillings: number, reference: string, at = '5/3/26 at 2:33 PM') =>
  `${receipt} Confirmed. on ${at} Ksh${shillings}.00 received from JANE WANJIKU 254722000111.  Account Number ${reference} New Utility balance is Ksh9,000.00`;

export const payment = (id: number, receipt: string, shillings: number, reference: string): SimPayment => ({
  id: String(id),
  amount: String(shillings),
  receipt,
  reference,
  phone: '254722000111',
  party: 'JANE WANJIKU',
  at: '2026-03-05T14:33:00',
  status: 'completed',
});

export const simulate = (service: ServiceId, payments: readonly SimPayment[] = [], scenario: Scenario = 'documented') =>
  startSimulator({ service: simulated[service], payments, scenario });

/** Waits until the book says what is awaited. */
export async function until<T>(ask: () => Promise<T>, holds: (value: T) => boolean, patience = 50_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`Waited in vain; the last answer was ${JSON.stringify(value)}`);
    await new Promise((resume) => setTimeout(resume, 20));
  }
}
