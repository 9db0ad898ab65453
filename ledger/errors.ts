import type { Refusal } from '#contract/errors.ts';

/** The book says no, and why: a code for the screens, a sentence for terminals and logs. Any other throw is a bug of ours. */
export class LedgerError extends Error {
  readonly code: Refusal;
  /** An unrecognised table: the owner can say what its columns mean. */
  readonly mappable: boolean;

  constructor(code: Refusal, message: string, options: ErrorOptions & { readonly mappable?: boolean } = {}) {
    super(message, options);
    this.mappable = options.mappable ?? false;
    this.name = 'LedgerError';
    this.code = code;
  }
}

/** A call whose input the contract does not allow. Its message says where. */
export class InputError extends Error {}
