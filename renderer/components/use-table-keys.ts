import { isCovered, useKeys } from '#renderer/lib/use-keys.ts';
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

/** A key, as the page or as React tells of it. */
type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'preventDefault'>;

/** Letters and figures, which begin a search; no shortcut of the grid's. */
const begins = /^[\p{L}\p{N}]$/u;

/** What the keys do in a grid: move, open, choose, copy, and begin a search in the field that the page has. */
export function tableKeys({ marked, total, seen, mark, onOpen, choice, onCopy }: Keys) {
  return (event: Pressed, grid: Element) => {
    if (event.altKey) return;
    const taken =
      event.ctrlKey || event.metaKey ? withControl(event.key.toLowerCase()) : alone(event.key, event.shiftKey);
    if (taken) event.preventDefault();
    else if (!event.ctrlKey && !event.metaKey && begins.test(event.key)) toSearch(grid);
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

const moving = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp']);

/** While nothing of a page has focus, the keys that move belong to its list: one need not find the list first. */
export function useKeysFromPage(grid: () => HTMLElement | null, press: (event: Pressed, grid: Element) => void) {
  useKeys((event) => {
    const nobody = event.target instanceof Element && event.target.matches('body, #main');
    const list = grid();
    if (!nobody || !list || !moving.has(event.key) || event.ctrlKey || event.metaKey || isCovered()) return;
    list.focus();
    press(event, list);
  });
}
