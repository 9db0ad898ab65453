import type { CoverageDay } from '#contract/proof.ts';
import type { en } from '#renderer/i18n/en.ts';

export type DayKind = keyof typeof en.coverage.kind;

/** What proves a day, in one word: a break outweighs all else, then the statement, then our own messages. */
export function dayKind(day: CoverageDay): DayKind {
  if (day.statementBalances === 'break' || day.messageBalances === 'break') return 'break';
  const quiet = day.messages === 0 && day.statementRows === 0;
  switch (day.statement) {
    case 'proved':
      return quiet ? 'quiet' : 'proved';
    case 'claimed':
      return quiet ? 'quiet' : 'statement';
    case 'part':
      return 'part';
    case 'none':
      return quiet ? 'nothing' : 'messages';
  }
}
