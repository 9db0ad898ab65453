import { openCommands } from '#ledger/commands.ts';
import { openQuestions } from '#ledger/ask/questions.ts';
import { openBook, openReader } from '#ledger/db/open.ts';
import { importerFor, importers } from '#ledger/imports/registry.ts';
import { openLinks } from '#ledger/links/desk.ts';
import type { Keys } from '#ledger/links/held.ts';
import type { Handler } from '#ledger/protocol.ts';
import type { LinkWrite, WriteLink } from '#ledger/links/writes.ts';

/** So many times as fast as the world's: a second between two requests is a millisecond here. */
const FAST = 1_000;

/** A real book with its linked accounts, all on this thread, by a clock that runs fast; retries wait for nobody. */
export async function openOwnDesk(path: string, keys: Keys, deadline?: number) {
  const db = openBook(path);
  const now = () => Date.UTC(2026, 2, 10) + Math.round(performance.now() * FAST);
  const commands = await openCommands({
    db,
    path,
    samples: null,
    importerFor: (file) => importerFor(file, importers),
    now,
    cancelled: () => false,
    onWork: () => undefined,
  });
  const reader = openReader(path);
  const logged: string[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  // The commands share one connection: one after another, as the writer's thread has them.
  const handlers: Readonly<Record<LinkWrite, Handler>> = commands;
  // `LinkWrites` pairs each order with its answer, which TypeScript cannot follow through the table.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const write = ((name, input) => {
    const run = () => handlers[name](input);
    turn = turn.then(run, run);
    return turn;
  }) as WriteLink;
  const desk = await openLinks({
    reader,
    write,
    keys,
    awake: false,
    samples: null,
    log: (error) => void logged.push(String(error)),
    now,
    fetch,
    sleep: () => Promise.resolve(),
    ...(deadline === undefined ? {} : { deadline }),
  });
  return {
    db,
    commands,
    desk,
    logged,
    questions: openQuestions(reader, path),
    async close(): Promise<void> {
      await desk.close();
      reader.close();
      db.close();
    },
  };
}

export type OwnDesk = Awaited<ReturnType<typeof openOwnDesk>>;
