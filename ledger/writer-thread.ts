import { parentPort, workerData } from 'node:worker_threads';
import { openCommands } from './commands.ts';
import { openBook } from './db/open.ts';
import { asRefusal } from './db/refusal.ts';
import { failureOf } from './failure.ts';
import type { StartApart } from './imports/apart/start-apart.ts';
import type { ImporterFor } from './imports/jobs.ts';
import { importerFor, importersWith } from './imports/registry.ts';
import type { LinkWrite } from './links/writes.ts';
import type { OnWork } from './work.ts';
import type { Handler, Notice, Order, WriterCommand, WriterData } from './protocol.ts';

/** The thread that owns the book's writing connection and runs its commands one after another. */
const port = parentPort;
if (port === null) throw new Error('The writer is a thread of its own.');

const { path, samples, cancel }: WriterData = workerData;
const flag = new Int32Array(cancel);
const tell = (notice: Notice) => port.postMessage(notice, notice.kind === 'apart' ? [notice.port] : []);

const cancelled = () => Atomics.load(flag, 0) === 1;
const onWork: OnWork = (work) => tell({ kind: 'work', work });
const apart: StartApart = (wanted) => tell({ kind: 'apart', port: wanted });

const recognise: ImporterFor = (file, profiles) => importerFor(file, importersWith(profiles));

async function start() {
  const db = openBook(path);
  const commands = await openCommands({
    db,
    path,
    samples,
    importerFor: recognise,
    apart,
    now: Date.now,
    cancelled,
    onWork,
  });
  // Payments that were behind have followed by now.
  onWork(null);
  return { db, handlers: commands satisfies Readonly<Record<WriterCommand | LinkWrite, Handler>> };
}

async function obey(
  { id, name, input }: Exclude<Order, 'close'>,
  handlers: Readonly<Record<WriterCommand | LinkWrite, Handler>>,
) {
  Atomics.store(flag, 0, 0);
  const notice = await ending(id, () => handlers[name](input));
  onWork(null);
  tell(notice);
}

async function ending(id: number, run: () => unknown): Promise<Notice> {
  try {
    return { kind: 'done', id, value: await run() };
  } catch (error) {
    return { kind: 'failed', id, failure: failureOf(asRefusal(error, path)) };
  }
}

try {
  const { db, handlers } = await start();
  let turn: Promise<void> = Promise.resolve();
  const leave = async () => {
    await handlers['imports.forget']({});
    db.pragma('optimize');
    db.close();
    port.close();
  };
  port.on('message', (order: Order) => {
    turn = order === 'close' ? turn.then(leave) : turn.then(() => obey(order, handlers));
  });
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'refused', failure: failureOf(asRefusal(error, path)) });
  port.close();
}
