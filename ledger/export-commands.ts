import type { CommandDeps } from './command-types.ts';
import type { ExportWish } from '#contract/export.ts';
import type { Verdict } from '#contract/words.ts';
import { exportRows } from './exports/import-rows.ts';
import { type Made, makeExport } from './exports/make.ts';

/** Writing files to be handed on. They answer with places; the host turns those into tokens. */
export function exportCommands({ db, now }: Pick<CommandDeps, 'db' | 'now'>) {
  const instant = () => `${new Date(now() + 3 * 60 * 60 * 1_000).toISOString().slice(0, 19)}+03:00`;
  return {
    'exports.make': async (wish: ExportWish): Promise<Made> => makeExport(db, wish, instant()),
    'exports.rows': async (rows: { readonly id: number; readonly verdict: Verdict }): Promise<Made> =>
      exportRows(db, rows),
  };
}
