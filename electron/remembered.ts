import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What the shell keeps from one start to the next. Everything about the shop is in the book, nothing is here. */
export type Remembered = { readonly book: string | null; readonly size: Size | null };
/** Only how large the window was: where it lay may be on a screen that is gone. */
export type Size = { readonly width: number; readonly height: number };

/** What was kept in the file; nothing where there is none or it is unreadable, because it is never worth a refusal to start. */
export function readRemembered(path: string): Remembered {
  const kept = contentOf(path);
  const { book, size } = typeof kept === 'object' && kept !== null ? { book: null, size: null, ...kept } : nothing;
  return { book: typeof book === 'string' ? book : null, size: isSize(size) ? size : null };
}

/** Replaces the file as a whole, so that a crash leaves the old one; a full disk must not keep a window from closing. */
export function writeRemembered(path: string, remembered: Remembered): void {
  try {
    writeFileSync(`${path}.new`, JSON.stringify(remembered), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  } catch {
    // The next start is as the first one.
  }
}

const nothing: Record<keyof Remembered, unknown> = { book: null, size: null };

function contentOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

const isSize = (value: unknown): value is Size =>
  typeof value === 'object' &&
  value !== null &&
  ['width', 'height'].every((side) => Number.isInteger(Reflect.get(value, side)) && Reflect.get(value, side) > 0);
