import type { Decision, DecisionStory } from '#contract/decisions.ts';

export type OpenWays = ReturnType<typeof openWays>;

/**
 * What may be done to the targets: the buttons and the keys go by it alike. `story` is that of the one on screen; while it
 * is on its way nothing is done to that one, and several that are chosen do not wait for it.
 */
export function openWays(story: DecisionStory | undefined, targets: readonly Decision[]) {
  const one = targets.length === 1;
  const gone = one && (story?.gone ?? true);
  const proposed = targets.some(({ match }) => match !== null);
  const settle = !gone && !targets.every(({ state }) => state === 'resolved' || state === 'written-off');
  const parts = story === undefined ? 0 : story.sales.length + story.payments.length;
  return {
    /** There is a rule's proposal to accept or to refuse. */
    proposed,
    settle,
    refuse: settle && (proposed || (one && story !== undefined && story.suggestions.length > 0)),
    match: settle && one && parts > 0,
    note: one && !gone,
    reopen: !gone && targets.every(({ state }) => state !== 'open'),
  };
}
