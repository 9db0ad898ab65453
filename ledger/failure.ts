import { LedgerError } from './errors.ts';
import type { Failure } from './protocol.ts';

/** An error as it crosses to another thread or process. */
export function failureOf(error: unknown): Failure {
  if (error instanceof LedgerError) return { code: error.code, message: error.message };
  return { code: null, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** The error that crossed. */
export const errorOf = ({ code, message }: Failure): Error =>
  code === null ? new Error(message) : new LedgerError(code, message);
