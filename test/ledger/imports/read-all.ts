import { forkApart } from '#ledger/imports/apart/fork-apart.ts';
import type { Importer, Read, SourceFile } from '#ledger/imports/importer.ts';

/** Everything an importer reads from a source, or the code and sentence of its refusal. */
export async function readAll(importer: Importer, file: SourceFile): Promise<Read[]> {
  const reads: Read[] = [];
  for await (const batch of importer.read(file, { apart: forkApart })) reads.push(...batch);
  return reads;
}
