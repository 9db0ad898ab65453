import { useEffect, useEffectEvent } from 'react';

const text = 'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, [contenteditable]';

/** Whether the field has an undo of its own. */
export const isText = (target: EventTarget | null): boolean => target instanceof Element && target.matches(text);

/** Whether a key pressed there is writing or choosing, and so nobody's shortcut. */
export const isWriting = (target: EventTarget | null): boolean =>
  isText(target) || (target instanceof Element && target.matches('select'));

/** Whether something floats over the page and has the keys to itself. */
export const isCovered = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/**
 * Every key pressed while the component stands, wherever focus is. Who takes a key calls `preventDefault`; who sees a
 * key that was taken leaves it alone. `first` comes before all that do not say so.
 */
export function useKeys(onKey: (event: KeyboardEvent) => void, first = false) {
  const press = useEffectEvent(onKey);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && !event.isComposing) press(event);
    };
    document.addEventListener('keydown', onKeyDown, first);
    return () => document.removeEventListener('keydown', onKeyDown, first);
  }, [first]);
}
