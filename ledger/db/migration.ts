/** One step from one version of the book to the next. `version` is its position in the list, counted from 1. */
export type Migration = { readonly version: number; readonly sql: string };
