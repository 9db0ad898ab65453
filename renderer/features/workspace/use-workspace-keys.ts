import type { DecisionStory } from '#contract/decisions.ts';
import { isCovered, isWriting, useKeys } from '#renderer/lib/use-keys.ts';
import type { Acts } from './use-acts.ts';

type Keys = { acts: Acts; story: DecisionStory | undefined; choose: () => void; canUndo: boolean };

const presses = 'button, a, summary, input, [role="button"]';

/** Both hands on the keyboard: what each key does is what the button with its sign does. */
export function useWorkspaceKeys(keys: Keys) {
  useKeys((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isCovered()) return;
    if (isWriting(event.target)) {
      leaveSearch(event);
      return;
    }
    // Enter and Space on a button press the button.
    const onButton = event.target instanceof Element && event.target.closest(presses) !== null;
    if (onButton && (event.key === 'Enter' || event.key === ' ')) return;
    if (!take(event.key.toLowerCase(), keys)) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);
}

/** Whether the key was one of ours. */
function take(key: string, { acts, story, choose, canUndo }: Keys): boolean {
  if (key === '/') document.querySelector<HTMLElement>('.workspace input[type="search"]')?.focus();
  else if (key === '?') acts.ask({ kind: 'help' });
  else if (acts.busy) return false;
  else if (key === 'u') {
    if (canUndo) void acts.undo();
  } else return story !== undefined && decide(key, acts, story, choose);
  return true;
}

function decide(key: string, acts: Acts, story: DecisionStory, choose: () => void): boolean {
  if (key === 'enter') acts.accept();
  else if (key === ' ') choose();
  else if (key === 'n') acts.none(story);
  else if (key === 's' && story.sales.length + story.payments.length > 0) acts.byHand(story);
  else if (key === '1' || key === '2' || key === '3') acts.pick(story, Number(key) - 1);
  else return false;
  return true;
}

/** Escape and Enter lead from the search back to the list. */
function leaveSearch(event: KeyboardEvent) {
  if (event.key !== 'Escape' && event.key !== 'Enter') return;
  if (!(event.target instanceof Element) || !event.target.closest('.workspace search')) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.decision-list [role="grid"]')?.focus();
}
