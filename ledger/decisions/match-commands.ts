import type { MatchState } from '#contract/match.ts';
import type { Commands } from '../command-types.ts';
import { LedgerError } from '../errors.ts';
import type { Session } from '../session.ts';
import { matchByHand, refusedPair } from './by-hand.ts';
import { oneStep } from './one-step.ts';

type RulingNames = 'matches.accept' | 'matches.reject' | 'matches.revoke';
type HandNames = 'matches.make' | 'matches.rejectPairs';
export type MatchCommands = Pick<Commands, RulingNames | HandNames>;

/** A person's word on matches. */
export const matchCommands = (session: Session): MatchCommands => ({
  ...rulingCommands(session),
  ...handCommands(session),
});

function rulingCommands(session: Session): Pick<Commands, RulingNames> {
  const { store } = session;
  const step = oneStep(session);

  /** A word on matches that are in a state, all of them or none. */
  async function rule(name: RulingNames, from: MatchState, to: MatchState, input: Ruled) {
    const done = await step(name, input, (note, at) => {
      for (const id of input.ids) {
        if (store.matches.find(id)?.state !== from)
          throw new LedgerError('not-found', `There is no ${from} match ${id} (any more).`);
        note.row('match', id, () => store.matches.decide(id, to, { at, reason: input.reason ?? null }));
      }
    });
    return { step: done };
  }

  return {
    'matches.accept': (input) => rule('matches.accept', 'proposed', 'confirmed', input),
    'matches.reject': (input) => rule('matches.reject', 'proposed', 'rejected', input),
    'matches.revoke': (input) => rule('matches.revoke', 'confirmed', 'revoked', input),
  };
}

type Ruled = { readonly ids: readonly number[]; readonly reason?: string | null };

function handCommands(session: Session): Pick<Commands, HandNames> {
  const step = oneStep(session);
  return {
    'matches.rejectPairs': async (input) => ({
      step: await step('matches.rejectPairs', input, (note, at) => {
        for (const { expected, payment } of input.pairs) refusedPair(session, note, expected, payment, at);
      }),
    }),
    'matches.make': async (input) => {
      let id = 0;
      const done = await step('matches.make', input, (note, at) => {
        id = matchByHand(session, note, input, at);
      });
      return { id, step: done };
    },
  };
}
