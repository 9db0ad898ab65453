import type { CoverageDay } from '#contract/proof.ts';
import type { en } from '#renderer/i18n/en.ts';

export type DayKind = keyof typeof en.coverage.kind;

/**
 * What proves a day, in one word. A statement whose balances hold outweighs a gap in our own messages, which phones lose;
 * without one, a gap is all there is to go by.
 */
export function dayKind(day: CoverageDay): DayKind {
  const broken = day.statementBalances === 'break' || day.messageBalances === 'break';
  if (broken && day.statement !== 'proved') return 'break';
  const quiet = day.messages === 0 && day.statementRows === 0;
  if (day.statement === 'none') return quiet ? 'nothing' : 'messages';
  if (day.statement === 'part') return 'part';
  if (quiet) return 'quiet';
  return day.statement === 'proved' ? 'proved' : 'statement';
}
