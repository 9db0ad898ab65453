import { parentPort, workerData } from 'node:worker_threads';
import { type Commands, openCommands } from './commands.ts';
import { openBook } from './db/open.ts';
import { asRefusal } from './db/refusal.ts';
import { LedgerError } from './errors.ts';
import { importerFor } from './imports/registry.ts';
import type { Failure, Notice, Order, WriterData } from './protocol.ts';

/** The thread that owns the book's writing connection and runs its commands one after another. */
const port = parentPort;
if (port === null) throw new Error('The writer is a thread of its own.');

// What Books hands over; both ends are ours.
const { path, samples, cancel } = workerData as WriterData;
const flag = new Int32Array(cancel);
const tell = (notice: Notice) => port.postMessage(notice);

function failureOf(error: unknown): Failure {
  const refusal = asRefusal(error, path);
  if (refusal instanceof LedgerError) return { code: refusal.code, message: refusal.message };
  return { code: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function start() {
  const db = openBook(path);
  const commands = openCommands({
    db,
    path,
    samples,
    importerFor,
    now: Date.now,
    cancelled: () => Atomics.load(flag, 0) === 1,
    onWork: (work) => tell({ kind: 'work', work }),
  });
  return { db, commands };
}

async function obey({ id, name, input }: Exclude<Order, { close: true }>, commands: Commands): Promise<void> {
  Atomics.store(flag, 0, 0);
  try {
    // `Order` pairs each name with its input; TypeScript cannot follow the pair through the lookup.
    const run = commands[name] as (input: unknown) => ReturnType<Commands[typeof name]>;
    tell({ kind: 'done', id, value: await run(input) });
  } catch (error) {
    tell({ kind: 'failed', id, failure: failureOf(error) });
  } finally {
    tell({ kind: 'work', work: null });
  }
}

try {
  const { db, commands } = start();
  let turn: Promise<void> = Promise.resolve();
  port.on('message', (order: Order) => {
    if ('close' in order) {
      turn = turn.then(() => {
        db.pragma('optimize');
        db.close();
        port.close();
      });
    } else turn = turn.then(() => obey(order, commands));
  });
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'refused', failure: failureOf(error) });
  port.close();
}
