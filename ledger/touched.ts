/** The chains of balances of which rows may have come, gone or moved, by their names; null: all of them. */
export type Touched = ReadonlySet<string> | null;

/** What an account's balances as one witness tells them are called. */
export const chainName = (account: number, source: string): string => `${account} ${source}`;
