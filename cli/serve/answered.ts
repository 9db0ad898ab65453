import type { Desk } from '#contract/bridge.ts';

type Answer = ReturnType<Desk['call']>;

/** More than a page asks while one answer is on its way. */
const KEPT = 128;
const LONGEST = 64;

/**
 * The answers to the last calls, by the number that the page gave each. A browser sends a request once more where its line
 * broke, and does not tell the page: an order is carried out once all the same, and both get its answer.
 */
export function newAnswered() {
  const answers = new Map<string, Answer>();
  return (number: string | undefined, call: () => Answer): Answer => {
    if (!number || number.length > LONGEST) return call();
    const answer = answers.get(number) ?? call();
    answers.set(number, answer);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value!);
    return answer;
  };
}
