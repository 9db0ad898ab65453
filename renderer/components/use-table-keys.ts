import type { KeyboardEvent } from 'react';
import type { ChoiceDesk } from './table-choice.ts';
import { rowAfterKey } from './table-keys.ts';

type Keys = {
  marked: number | null;
  total: number;
  /** How many rows a page of the list has. */
  seen: () => number;
  mark: (index: number) => void;
  onOpen: (index: number) => void;
  choice: ChoiceDesk | undefined;
  onCopy: (() => void) | undefined;
};

/** Letters and figures, which begin a search; no shortcut of the grid's. */
const begins = /^[\p{L}\p{N}]$/u;

/** What the keys do in a grid: move, open, choose, copy, and begin a search in the field that the page has. */
export function tableKeys({ marked, total, seen, mark, onOpen, choice, onCopy }: Keys) {
  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const taken =
      event.ctrlKey || event.metaKey ? withControl(event.key.toLowerCase()) : alone(event.key, event.shiftKey);
    if (taken) event.preventDefault();
    else if (!event.ctrlKey && !event.metaKey && begins.test(event.key)) toSearch(event.currentTarget);
  };

  function withControl(key: string): boolean {
    if (key === 'a' && choice) choice.all();
    else if (key === 'c' && onCopy && document.getSelection()?.isCollapsed !== false) onCopy();
    else return false;
    return true;
  }

  function alone(key: string, shift: boolean): boolean {
    if (key === 'Enter' && marked !== null) onOpen(marked);
    else if (key === ' ' && choice && marked !== null) choice.toggle(marked);
    else if (key === 'Escape' && choice && choice.choice.length > 0) choice.none();
    else return moves(key, shift);
    return true;
  }

  function moves(key: string, shift: boolean): boolean {
    const next = rowAfterKey(key, marked, total, seen());
    if (next === null) return false;
    if (shift) choice?.extend(marked ?? next, next);
    else choice?.rest();
    mark(next);
    return true;
  }
}

/** Focus goes to the page's search before the letter is written, so that the field gets it. */
function toSearch(grid: Element) {
  grid.closest('main')?.querySelector<HTMLElement>('search input[type="search"]')?.focus();
}
