/**
 * The process that reads what could bring a process down. Its first thread watches and carries words to and from the
 * host; the second one reads, because whoever is busy inside one stream for seconds can watch nothing.
 */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { failureOf } from '../../failure.ts';
import { hostLine } from './host-line.ts';
import type { Answer, Ask } from './tasks.ts';

/** What inflated streams and a library's own memory take is not in the engine's heap, so all of the process is watched. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_HEAP_MB = 384;
const WATCHED_EVERY_MS = 50;

if (isMainThread) watch();
else await read();

function watch(): void {
  const host = hostLine(die);
  const thread = new Worker(new URL(import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB },
    env: {},
  });
  host.listen((message) => thread.postMessage(message, []));
  thread.on('message', host.post);
  // Out of memory, or broken by the file in a way that no `catch` sees.
  thread.on('error', die);
  setInterval(() => {
    if (process.memoryUsage.rss() > MOST_BYTES) die();
  }, WATCHED_EVERY_MS);
}

/** Nothing is tidied up: a thread that is stuck would not let us. */
function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

async function read(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('The reading thread has a port.');
  const answer = (message: Answer) => port.postMessage(message, []);
  const request = async () => (await once(port, 'message'))[0];
  answer({ as: 'ready' });
  try {
    for await (const batch of batches(await request())) {
      answer({ as: 'batch', batch });
      await request();
    }
    answer({ as: 'end' });
  } catch (error) {
    answer({ as: 'failed', failure: failureOf(error) });
  }
}

/** Only what this one file needs is loaded: the library for PDFs is half a second. */
async function* batches(ask: Ask): AsyncGenerator<readonly unknown[]> {
  if (ask.task === 'pdf') yield* (await import('../printed/pages-in-pdf.ts')).pagesInPdf(ask.asked);
  else yield* (await import('../phone/messages-in-sms-db.ts')).messagesInSmsDb(ask.asked);
}
