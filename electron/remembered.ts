import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** What the shell keeps from one start to the next. Everything about the shop is in the book, nothing is here. */
const Remembered = z.object({
  book: z.string().nullable().catch(null),
  bounds: z
    .object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) })
    .nullable()
    .catch(null),
});
export type Remembered = z.infer<typeof Remembered>;

/** What was kept in the file; nothing where there is none or it is unreadable, because it is never worth a refusal to start. */
export function readRemembered(path: string): Remembered {
  try {
    return Remembered.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { book: null, bounds: null };
  }
}

/** Replaces the file as a whole, so that a crash leaves the old one. */
export function writeRemembered(path: string, remembered: Remembered): void {
  writeFileSync(`${path}.new`, JSON.stringify(remembered), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
