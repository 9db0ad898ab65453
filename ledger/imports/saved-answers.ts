import { ZodError } from 'zod';
import { say } from '#contract/sentences.ts';
import { type Shaped, answersIn } from './answers/shapes.ts';
import type { Importer, Read } from './importer.ts';
import { type JsonObject, jsonObjects, jsonObjectsOf } from './readers/json-objects.ts';

/** How many objects are looked at to recognise a file. */
const LOOKED_AT = 20;

/** Callbacks and answers of payment providers, saved as JSON: one, an array, one a line, or in the lines of a log. */
export const savedAnswers: Importer = {
  id: 'saved-answers',
  version: 1,
  recognises: ({ headText }) => !headText.includes('\0') && headText.includes('{') && answersAt(headText),

  async *read(file) {
    let row = 0;
    for await (const objects of jsonObjects(file.text())) {
      yield objects.flatMap((object) =>
        readsOf(object).map((read) => {
          row += 1;
          return read(row);
        }),
      );
    }
  },
};

function answersAt(headText: string): boolean {
  const [first, ...others] = jsonObjectsOf(headText);
  if (first === undefined) return false;
  // An answer longer than what is looked at is told by its beginning.
  if (first.value === undefined && others.length === 0)
    return /^\s*\{\s*"(?:ResponseRefID|Body|Result)"/.test(first.text);
  return [first, ...others].slice(0, LOOKED_AT).some(({ value }) => answersIn(value).length > 0);
}

/** A thing read, before it has its row. */
type Unnumbered = (row: number) => Read;

function readsOf({ text, value }: JsonObject): Unnumbered[] {
  if (value === undefined) return [rejected(text, say('cut-json'))];
  const answers = answersIn(value);
  if (answers.length === 0) return [rejected(text, unknown(value))];
  return answers.flatMap((answer) => told(answer, answers.length === 1 ? text : JSON.stringify(answer.value)));
}

function told({ shape, value }: Shaped, text: string): Unnumbered[] {
  try {
    return shape.tell(value).map((one) => (row) => ({ ...one, row, text }));
  } catch (cause) {
    if (!(cause instanceof ZodError)) throw cause;
    const [issue] = cause.issues;
    return [
      rejected(
        text,
        say('answer-field', { field: issue?.path.join('.') || 'none', problem: issue?.message ?? 'no reason given' }),
      ),
    ];
  }
}

const rejected =
  (text: string, reason: string): Unnumbered =>
  (row) => ({ as: 'rejected', row, text, reason });

function unknown(value: unknown): string {
  const keys = Object.keys(Object(value)).slice(0, 6).join(', ');
  return say('unknown-answer', { fields: keys || 'none' });
}
