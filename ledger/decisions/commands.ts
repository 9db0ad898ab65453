import type { HistoryStep } from '#contract/history.ts';
import type { Parsed } from '#contract/index.ts';
import type { Commands } from '../command-types.ts';
import { LedgerError } from '../errors.ts';
import type { Session } from '../session.ts';
import type { Noting } from '../store/steps.ts';
import { closedDays } from './day-book.ts';
import { type MatchCommands, matchCommands } from './match-commands.ts';
import { oneStep } from './one-step.ts';

type SaleNames = 'sales.add' | 'sales.remove';
type TravelNames = 'history.undo' | 'history.redo';

/** What a person decides about sales, matches and exceptions. Every order is one step, in one transaction, and audited. */
export const decisionCommands = (
  session: Session,
): Pick<Commands, SaleNames | TravelNames | 'decisions.set'> & MatchCommands => ({
  ...saleCommands(session),
  ...matchCommands(session),
  ...travelCommands(session),
  'decisions.set': async (input) => ({
    step: await oneStep(session)(
      'decisions.set',
      input,
      (note, at) => {
        decide(session, note, input, at);
      },
      'nothing',
    ),
  }),
});

function decide({ store }: Session, note: Noting, input: Parsed<'decisions.set'>, at: string): void {
  const { ids, ...ruling } = input;
  for (const id of ids) {
    if (!store.exceptions.has(id)) throw new LedgerError('not-found', `There is no decision ${id} (any more).`);
    note.row('exception', id, () => store.exceptions.decide(id, { ...ruling, at }));
  }
}

function saleCommands(session: Session): Pick<Commands, SaleNames> {
  const { db, store } = session;
  const step = oneStep(session);
  const days = closedDays(db);

  function remove(note: Noting, id: number): void {
    const sale = store.sales.find(id);
    if (!sale) throw new LedgerError('not-found', `There is no sale ${id} (any more).`);
    days.refuse(sale.at);
    if (isDecided(session, id)) throw new LedgerError('already-matched', `Sale ${id} is in a confirmed match.`);
    note.row('expected', id, () => void store.sales.remove(id));
  }

  return {
    'sales.add': async (input) => {
      const ids: number[] = [];
      const accounts = new Set(store.accounts.all().map(({ id }) => id));
      const add = (note: Noting): void => {
        for (const sale of input.sales) {
          days.refuse(sale.at);
          if (sale.account != null && !accounts.has(sale.account))
            throw new LedgerError('not-found', `There is no account ${sale.account}.`);
          ids.push(note.row('expected', null, () => store.sales.add(sale)));
        }
      };
      await step('sales.add', input, add, 'sales');
      return { ids };
    },
    'sales.remove': async (input) => {
      const removeAll = (note: Noting): void => {
        for (const id of input.ids) remove(note, id);
      };
      await step('sales.remove', input, removeAll, 'sales');
      return {};
    },
  };
}

/** Whether a person put this sale into a match that stands; what a rule confirmed lets go by itself. */
function isDecided({ store }: Session, id: number): boolean {
  const match = store.matches.holderOf('expected', id);
  return match !== undefined && store.matches.find(match)?.decided_by !== null;
}

/** Takes back the newest step or does it again; an import among them brings its payments along. */
function travelCommands({ store, inTransaction, instant, follow, derive }: Session): Pick<Commands, TravelNames> {
  async function travel(name: TravelNames): Promise<{ step: HistoryStep }> {
    const done = await inTransaction('COMMIT', () => {
      const found = name === 'history.undo' ? store.steps.undo() : store.steps.redo();
      store.audit.append(name, instant(), { step: found.id, name: found.name });
      if (!store.derived.isStale()) follow(instant(), 'sales');
      return found;
    });
    await derive();
    return { step: done };
  }

  return { 'history.undo': () => travel('history.undo'), 'history.redo': () => travel('history.redo') };
}
