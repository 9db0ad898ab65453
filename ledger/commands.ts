import { accountCommands } from './account-commands.ts';
import type { CommandDeps, Commands } from './command-types.ts';
import { closingCommands } from './decisions/closing-commands.ts';
import { decisionCommands } from './decisions/commands.ts';
import { LedgerError } from './errors.ts';
import { exportCommands } from './export-commands.ts';
import { importCommands } from './import-commands.ts';
import { keptPreview } from './kept-preview.ts';
import { linkCommands } from './links/link-commands.ts';
import { mapperCommands } from './mapper-commands.ts';
import type { Handler } from './protocol.ts';
import { openSession } from './session.ts';

/**
 * Everything that changes the book. First takes out what was only half read, and brings payments up to date, should a
 * crash have left either behind.
 */
export async function openCommands(deps: CommandDeps): Promise<Commands> {
  const session = openSession(deps);
  const { store, inTransaction, staged, derive, undo } = session;
  staged.takeOut();
  await derive();

  const previewed = keptPreview(staged.takeOut);
  return droppingFirst(previewed.drop, {
    ...importCommands(session, previewed, deps),
    ...mapperCommands(session),
    ...accountCommands(session),
    ...exportCommands(deps),
    ...linkCommands(session, deps),
    ...decisionCommands(session),
    ...closingCommands(session),
    'settings.write': async (settings) => {
      await inTransaction('COMMIT', () => store.settings.write(settings));
      return store.settings.read();
    },
    'views.write': async ({ list, view }) => {
      await inTransaction('COMMIT', () => store.views.write(list, view));
      return store.views.read(list);
    },
    'imports.undo': async ({ id }) => {
      const undoneAt = store.imports.undoneAt(id);
      if (undoneAt === undefined) throw new LedgerError('not-found', `There is no import ${id}.`);
      if (undoneAt !== null) throw new LedgerError('already-undone', `Import ${id} has been undone already.`);
      await undo([id]);
      return {};
    },
    'sample.remove': async () => {
      await undo(store.imports.samples());
      return {};
    },
  });
}

/** Commands beside which a preview may stay: they read no payments and change none, or see to it themselves. */
const beside: ReadonlySet<string> = new Set<keyof Commands>([
  'imports.preview',
  'imports.run',
  'imports.forget',
  'mapper.guess',
  'settings.write',
  'views.write',
]);

/** Before any other command what a preview has kept is taken out. */
function droppingFirst(drop: () => void, commands: Commands): Commands {
  const entries = Object.entries<Handler>(commands).map(([name, run]): [string, Handler] => {
    if (beside.has(name)) return [name, run];
    return [
      name,
      async (input) => {
        drop();
        return run(input);
      },
    ];
  });
  // The same names with the same inputs and outputs, which is what the entries keep.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(entries) as Commands;
}
