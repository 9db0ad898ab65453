import type { Decision, DecisionStory } from '#contract/decisions.ts';

export type OpenWays = ReturnType<typeof openWays>;

/** What may be done to the targets, `story` being that of the one on screen: the buttons and the keys go by it alike. */
export function openWays(story: DecisionStory, targets: readonly Decision[]) {
  const one = targets.length === 1;
  const proposed = targets.some(({ match }) => match !== null);
  const settle = !(one && story.gone) && !targets.every(({ state }) => state === 'resolved' || state === 'written-off');
  return {
    /** There is a rule's proposal to accept or to refuse. */
    proposed,
    settle,
    refuse: settle && (proposed || (one && story.suggestions.length > 0)),
    match: settle && one && story.sales.length + story.payments.length > 0,
    note: one && !story.gone,
    reopen: !(one && story.gone) && targets.every(({ state }) => state !== 'open'),
  };
}
