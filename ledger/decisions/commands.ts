import type { HistoryStep } from '#contract/decisions.ts';
import type { Parsed } from '#contract/index.ts';
import type { MatchState } from '#contract/match.ts';
import type { Commands } from '../commands.ts';
import { LedgerError } from '../errors.ts';
import type { Session } from '../session.ts';
import type { Noting } from '../store/steps.ts';
import { matchByHand, refusedPair } from './by-hand.ts';
import { closedDays } from './day-book.ts';

type Names =
  | 'sales.add'
  | 'sales.remove'
  | 'decisions.set'
  | 'matches.accept'
  | 'matches.reject'
  | 'matches.rejectPairs'
  | 'matches.revoke'
  | 'matches.make'
  | 'history.undo'
  | 'history.redo';

/** What a person decides about sales, matches and exceptions. Every order is one step, in one transaction, and audited. */
export function decisionCommands(session: Session): Pick<Commands, Names> {
  const { db, store, inTransaction, instant, follow, derive } = session;
  const days = closedDays(db);

  /** Runs an order as one step; matches and exceptions follow, unless the order changes nothing they go by. */
  const step = (name: Names, input: unknown, run: (note: Noting, at: string) => void, follows = true) =>
    inTransaction('COMMIT', (): HistoryStep => {
      const at = instant();
      const done = store.steps.record(name, at, subjectOf(input), (note) => run(note, at));
      store.audit.append(name, at, input);
      if (follows) follow(at);
      return done;
    });

  /** Takes back the newest step or does it again; imports among them bring the payments along. */
  async function travel(name: 'history.undo' | 'history.redo'): Promise<{ step: HistoryStep }> {
    const done = await inTransaction('COMMIT', () => {
      const found = name === 'history.undo' ? store.steps.undo() : store.steps.redo();
      store.audit.append(name, instant(), { step: found.id, name: found.name });
      if (!store.derived.isStale()) follow(instant());
      return found;
    });
    await derive();
    return { step: done };
  }

  /** A person's word on matches that are in one of these states. */
  function rule(note: Noting, ids: readonly number[], from: readonly MatchState[], to: Word): void {
    for (const id of ids) {
      const match = store.matches.find(id);
      if (!match || !from.includes(match.state)) throw notFound('match', id);
      note.row('match', id, () => store.matches.decide(id, to.state, to));
    }
  }

  const made = async (order: Promise<HistoryStep>) => ({ step: await order });

  return {
    'sales.add': async (input) => {
      const ids: number[] = [];
      await step('sales.add', input, (note) => {
        for (const sale of input.sales) {
          days.refuse(sale.at);
          ids.push(note.row('expected', null, () => store.sales.add(sale)));
        }
      });
      return { ids };
    },
    'sales.remove': async (input) => {
      await step('sales.remove', input, (note) => {
        for (const id of input.ids) {
          const sale = store.sales.find(id);
          if (!sale) throw notFound('sale', id);
          days.refuse(sale.at);
          if (isDecided(session, id)) throw taken(`Sale ${id}`);
          note.row('expected', id, () => void store.sales.remove(id));
        }
      });
      return {};
    },
    'decisions.set': (input) =>
      made(step('decisions.set', input, (note, at) => decide(session, note, input, at), false)),
    'matches.accept': (input) =>
      made(
        step('matches.accept', input, (note, at) =>
          rule(note, input.ids, ['proposed'], { state: 'confirmed', at, reason: null }),
        ),
      ),
    'matches.reject': (input) =>
      made(
        step('matches.reject', input, (note, at) =>
          rule(note, input.ids, ['proposed'], { state: 'rejected', at, reason: input.reason }),
        ),
      ),
    'matches.rejectPairs': (input) =>
      made(
        step('matches.rejectPairs', input, (note, at) => {
          for (const { expected, payment } of input.pairs) refusedPair(session, note, expected, payment, at);
        }),
      ),
    'matches.revoke': (input) =>
      made(
        step('matches.revoke', input, (note, at) =>
          rule(note, input.ids, ['confirmed'], { state: 'revoked', at, reason: input.reason }),
        ),
      ),
    'matches.make': async (input) => {
      let id = 0;
      const done = await step('matches.make', input, (note, at) => {
        id = matchByHand(session, note, input, at);
      });
      return { id, step: done };
    },
    'history.undo': () => travel('history.undo'),
    'history.redo': () => travel('history.redo'),
  };
}

type Word = { readonly state: MatchState; readonly at: string; readonly reason: string | null };

/** What names a step in a list: the reason given, where one was. */
function subjectOf(input: unknown): string | null {
  const said = typeof input === 'object' && input !== null && 'reason' in input ? input.reason : null;
  return typeof said === 'string' ? said : null;
}

/** Whether a person put this sale into a match that stands; what a rule confirmed lets go by itself. */
const isDecided = ({ store }: Session, id: number) => {
  const match = store.matches.holderOf('expected', id);
  return match !== undefined && store.matches.find(match)?.decided_by !== null;
};

function decide({ store }: Session, note: Noting, input: Parsed<'decisions.set'>, at: string): void {
  const { ids, ...ruling } = input;
  for (const id of ids) {
    if (!store.exceptions.has(id)) throw notFound('decision', id);
    note.row('exception', id, () => store.exceptions.decide(id, { ...ruling, at }));
  }
}

const notFound = (what: string, id: number) =>
  new LedgerError('not-found', `There is no such ${what} ${id} (any more).`);
const taken = (what: string) => new LedgerError('already-matched', `${what} is in a confirmed match.`);
