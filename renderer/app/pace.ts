import type { Work } from '#contract/book.ts';

/** How far work is (0 to 1), its rows a second, and the seconds left: each null while it cannot be known. */
export function paceOf(work: Work, now: number) {
  const seconds = (now - work.startedAt) / 1000;
  const share = work.total === null || work.total === 0 ? null : Math.min(1, work.done / work.total);
  // The first half second says nothing about the rest.
  const settled = seconds >= 0.5;
  return {
    share,
    rate: settled && work.rows > 0 ? work.rows / seconds : null,
    secondsLeft: settled && share !== null && share > 0 ? Math.ceil((seconds * (1 - share)) / share) : null,
  };
}
