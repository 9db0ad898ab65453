import type { TFunction } from 'i18next';
import type { DecisionStory } from '#contract/decisions.ts';

/** Why it asks, as a sentence. What only a service told of is no message: anybody may send a notice. */
export function whyWords(t: TFunction, { decision: { code }, payments }: DecisionStory): string {
  const [payment] = payments;
  const byService = code === 'not-on-statement' && payment?.messageAmount === null;
  return t(byService ? 'workspace.toldByService' : `decisionText.${code}`);
}
