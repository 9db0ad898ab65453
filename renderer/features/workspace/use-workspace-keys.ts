import type { DecisionStory } from '#contract/decisions.ts';
import { isCovered, isWriting, useKeys } from '#renderer/lib/use-keys.ts';
import type { Acts } from './use-acts.ts';

type Keys = { acts: Acts; story: DecisionStory | undefined; choose: () => void };

const presses = 'button, a, summary, input, [role="button"]';

/** Both hands on the keyboard: what each key does is what the button with its sign does. */
export function useWorkspaceKeys({ acts, story, choose }: Keys) {
  useKeys((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isCovered()) return;
    if (isWriting(event.target)) return leaveSearch(event);
    // Enter and Space on a button press the button.
    const onButton = event.target instanceof Element && event.target.closest(presses) !== null;
    if (onButton && (event.key === 'Enter' || event.key === ' ')) return;
    if (!take(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  /** Whether the key was one of ours. */
  function take(key: string): boolean {
    switch (key) {
      case '/':
        document.querySelector<HTMLElement>('.workspace input[type="search"]')?.focus();
        return true;
      case '?':
        acts.ask({ kind: 'help' });
        return true;
      case 'u':
      case 'U':
        if (!acts.busy) void acts.undo();
        return true;
      default:
        return story !== undefined && !acts.busy && decide(key, story);
    }
  }

  function decide(key: string, on: DecisionStory): boolean {
    switch (key.toLowerCase()) {
      case 'enter':
        acts.accept();
        return true;
      case ' ':
        choose();
        return true;
      case 'n':
        acts.none(on);
        return true;
      case 's':
        if (on.sales.length + on.payments.length > 0) acts.byHand(on);
        return true;
      case '1':
      case '2':
      case '3':
        acts.pick(on, Number(key) - 1);
        return true;
      default:
        return false;
    }
  }
}

/** Escape and Enter lead from the search back to the list. */
function leaveSearch(event: KeyboardEvent) {
  if (event.key !== 'Escape' && event.key !== 'Enter') return;
  if (!(event.target instanceof Element) || !event.target.closest('.workspace search')) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.decision-list [role="grid"]')?.focus();
}
