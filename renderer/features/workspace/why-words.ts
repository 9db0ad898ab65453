import type { TFunction } from 'i18next';
import type { DecisionStory } from '#contract/decisions.ts';

/** Why it asks, as a sentence. What only a service told of is neither a message nor on a statement: anybody may send a notice. */
export function whyWords(t: TFunction, { decision: { code }, payments }: DecisionStory): string {
  const [payment] = payments;
  if (code === 'not-on-statement' && payment?.messageAmount === null) return t('workspace.toldByService');
  if (code === 'no-message' && payment?.statementAmount === null) return t('workspace.onlyByService');
  return t(`decisionText.${code}`);
}
