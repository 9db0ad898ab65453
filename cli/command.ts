import type { Readable, Writable } from 'node:stream';

/** 0 done, 1 something needs attention, 2 wrong use or unreadable input. */
export type ExitCode = 0 | 1 | 2;

/** The terminal a command talks to: results on `stdout`, diagnostics and progress on `stderr`. */
export type Terminal = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** One `risiti <name>`. */
export type Command = {
  readonly name: string;
  /** One line for `risiti --help`. */
  readonly summary: string;
  /** The whole text of `risiti <name> --help`. */
  readonly help: string;
  /** Runs with the words after the command's name. Throws `UsageError` for wrong use; `main.ts` turns that into exit 2. */
  run(argv: readonly string[], terminal: Terminal): Promise<ExitCode>;
};

/** Wrong use of a command: its message says what to write instead. */
export class UsageError extends Error {}
