import type { z } from 'zod';

/** A question: reads the book, changes nothing, may be asked again at any time. */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  kind: 'query' as const,
  input,
  output,
});

/** An order: goes to the one thread that writes, in turn. May report progress and may be cancelled. */
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({
  kind: 'command' as const,
  input,
  output,
});
