/** What is said of a text that no rule read, by its code; `{before}` and `{wanted}` hold what is quoted from it and the grammar. */
export const explanations = {
  'no-text': 'There is no text.',
  'begins-like-none': 'This does not begin like any message I know.',
  'read-no-further': 'I could not read on after {before}.',
  'text-ends': 'The text ends after {before}, where I expected {wanted}.',
  'wanted-after': 'After {before} I expected {wanted}.',
  unproven: 'These are the words of a payment, but there is neither a receipt nor a balance.',
} as const;

/** What joins the things that were expected. */
export const wantedWords = { followedBy: ' and then ', or: ' or ' } as const;

export function explanation(code: keyof typeof explanations, before = '', wanted: readonly string[] = []): string {
  const last = wanted.at(-1) ?? '';
  const list = wanted.length < 2 ? last : `${wanted.slice(0, -1).join(', ')}${wantedWords.or}${last}`;
  return explanations[code].replace(/\{(before|wanted)\}/g, (_, slot) => (slot === 'before' ? before : list));
}
