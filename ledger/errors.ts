import type { Refusal } from '#contract/errors.ts';

/** The book says no, and why: a code for the screens, a sentence for terminals and logs. Any other throw is a bug of ours. */
export class LedgerError extends Error {
  readonly code: Refusal;

  constructor(code: Refusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LedgerError';
    this.code = code;
  }
}

/** A call whose input the contract does not allow. Its message says where. */
export class InputError extends Error {}
