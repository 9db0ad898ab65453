import { useEffect, useMemo, useState } from 'react';
import { parseMessage } from '#parser/parse.ts';
import type { Outcome, Reading } from '#parser/reading.ts';
import { messagesIn } from '#parser/split.ts';

/** A pasted message and what it says. `index` is its place in what was pasted. */
export type Read = { readonly index: number; readonly text: string; readonly reading: Reading };
export type Tally = Readonly<Record<Outcome, number>>;

/** How long reading may hold up the page before it lets it draw: half a frame. */
const sliceMs = 8;

/**
 * Reads pasted text here on the page: the first messages at once, the rest a slice at a time. A message that was read
 * before is not read again, so that typing at the end of a long paste stays quick.
 */
export function useReadings(text: string): { reads: readonly Read[]; total: number } {
  const texts = useMemo(() => messagesIn(text), [text]);
  const known = useMemo(() => new Map<string, Reading>(), []);
  const [reads, setReads] = useState<readonly Read[]>([]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const done: Read[] = [];
    const slice = () => {
      const until = performance.now() + sliceMs;
      while (done.length < texts.length && performance.now() < until) done.push(readAt(texts, done.length, known));
      setReads([...done]);
      if (done.length < texts.length) timer = setTimeout(slice);
    };
    slice();
    return () => clearTimeout(timer);
  }, [texts, known]);

  return { reads, total: texts.length };
}

function readAt(texts: readonly string[], index: number, known: Map<string, Reading>): Read {
  const text = texts[index]!;
  let reading = known.get(text);
  if (!reading) {
    reading = parseMessage(text);
    known.set(text, reading);
  }
  return { index, text, reading };
}

export function tallyOf(reads: readonly Read[]): Tally {
  const tally = { parsed: 0, notice: 0, unrecognised: 0 };
  for (const { reading } of reads) tally[reading.outcome] += 1;
  return tally;
}
