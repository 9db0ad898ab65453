import type { DecisionStory } from '#contract/decisions.ts';
import { isCovered, isWriting, useKeys } from '#renderer/lib/use-keys.ts';
import { openWays, type OpenWays } from './open-ways.ts';
import type { Acts } from './use-acts.ts';

type Keys = {
  acts: Acts;
  story: DecisionStory | undefined;
  choose: () => void;
  chooseNone: () => void;
  canUndo: boolean;
};
type Way = { readonly may?: keyof OpenWays; readonly act: (acts: Acts, story: DecisionStory | undefined) => unknown };

const presses = 'button, a, summary, input, [role="button"]';

/** What decides, by its key: only where the button with its sign could be pressed. */
const ways = new Map<string, Way>([
  ['enter', { may: 'settle', act: (acts) => acts.accept() }],
  ['n', { may: 'refuse', act: (acts, story) => story && acts.none(story) }],
  ['s', { may: 'match', act: (acts, story) => story && acts.byHand(story) }],
  ['w', { may: 'settle', act: ({ ask, targets }) => ask({ kind: 'write-off', targets }) }],
  ['p', { may: 'settle', act: ({ ask, targets }) => ask({ kind: 'snooze', targets }) }],
  ['m', { may: 'note', act: ({ ask, targets }) => ask({ kind: 'note', targets }) }],
  ['1', { act: (acts, story) => story && acts.pick(story, 0) }],
  ['2', { act: (acts, story) => story && acts.pick(story, 1) }],
  ['3', { act: (acts, story) => story && acts.pick(story, 2) }],
]);

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

/** Whether the key is one of ours: then it is nobody else's, and no search begins with it, even where it does nothing. */
function take(key: string, { acts, story, choose, chooseNone, canUndo }: Keys): boolean {
  const way = ways.get(key);
  if (key === '/') toSearch();
  else if (key === '?') acts.ask({ kind: 'help' });
  else if (key === ' ') choose();
  else if (key === 'escape') chooseNone();
  else if (key === 'u') {
    if (canUndo && !acts.busy) void acts.undo();
  } else if (!way) return false;
  else if (!acts.busy && (way.may === undefined || openWays(story, acts.targets)[way.may])) {
    way.act(acts, story);
  }
  return true;
}

/** Escape and Enter lead from the search back to the list. */
function leaveSearch(event: KeyboardEvent) {
  if (event.key !== 'Escape' && event.key !== 'Enter') return;
  if (!(event.target instanceof Element) || !event.target.closest('main search')) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('.decision-list [role="grid"]')?.focus();
}

/** What was searched for before is marked, so that what is typed takes its place. */
function toSearch() {
  const field = document.querySelector<HTMLInputElement>('main search input[type="search"]');
  field?.focus();
  field?.select();
}
