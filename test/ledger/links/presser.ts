/** A program that presses: takes one order of linked accounts a line and answers each with a line. Started to be killed. */
import { createInterface } from 'node:readline';
import { memorySecrets } from '#ledger/links/secrets.ts';
import { madeUp } from './linked-shop.ts';
import { openOwnDesk } from './own-desk.ts';

const [path = ''] = process.argv.slice(2);
const keys = { store: memorySecrets(), lent: () => madeUp['payment-app'] };
const { desk } = await openOwnDesk(path, keys, 2_000);
process.stdout.write('ready\n');

type Order = { readonly n: number; readonly name: 'moves.press' | 'links.set' | 'settle'; readonly input: unknown };

async function obey({ n, name, input }: Order): Promise<void> {
  const value = await (name === 'settle' ? desk.settle() : desk.handlers[name](input));
  process.stdout.write(`${JSON.stringify({ n, value: value ?? null })}\n`);
}

// Many at once, as windows would.
for await (const line of createInterface({ input: process.stdin })) {
  const order: Order = JSON.parse(line);
  void obey(order);
}
