import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** A short text is read at every key; a long one, once its writer rests. */
const shortText = 8_000;
const restMs = 250;

export type Typed = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** True while something typed has not been handed over yet. */
  readonly waiting: boolean;
  onInput: () => void;
  clear: () => void;
};

/**
 * A text field that keeps its own text and hands it over when there is time: a long paste that went through the page's
 * state at every key would hold up the next one. What was typed last is handed over when the field goes away, too.
 */
export function useTyped(text: string, onText: (text: string) => void): Typed {
  const field = useRef<HTMLTextAreaElement>(null);
  const typed = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [waiting, setWaiting] = useState(false);

  const handOver = () => {
    clearTimeout(timer.current);
    if (typed.current !== null) onText(typed.current);
    typed.current = null;
    setWaiting(false);
  };
  const latest = useRef(handOver);
  useEffect(() => {
    latest.current = handOver;
  });
  useLayoutEffect(() => () => latest.current(), []);
  useEffect(() => {
    // A text that changed elsewhere: saved and cleared.
    if (typed.current === null && field.current && field.current.value !== text) field.current.value = text;
  }, [text]);

  return {
    field,
    waiting,
    onInput() {
      typed.current = field.current?.value ?? '';
      if (typed.current.length < shortText) return handOver();
      setWaiting(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => startTransition(() => latest.current()), restMs);
    },
    clear() {
      typed.current = '';
      handOver();
    },
  };
}
