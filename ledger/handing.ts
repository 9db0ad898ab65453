import type { ImportSource } from '#contract/import.ts';
import type { Made } from './exports/make.ts';
import { fileTable } from './files.ts';
import type { Handler, WriterCommand, WriterSource } from './protocol.ts';

/** Commands whose files are tokens to a page and places to the writer. */
type Carrying = 'imports.preview' | 'imports.run' | 'mapper.guess' | 'exports.make' | 'exports.rows';

/**
 * Files in and out: what a page offered and what was made for it, each by its own tokens, so that nothing that was taken
 * in can be fetched. `order` hands a command to the writer.
 */
export function openHanding(order: (name: WriterCommand, input: unknown) => Promise<unknown>) {
  const [offered, made] = [fileTable(), fileTable()];

  const sourceOf = (source: ImportSource): WriterSource => {
    if (!('token' in source)) return source;
    const { token, ...said } = source;
    return { ...offered.find(token), ...said };
  };
  const sourcesOf = ({ sources, ...rest }: { readonly sources: readonly ImportSource[] }) => ({
    ...rest,
    sources: sources.map(sourceOf),
  });
  const make = async (name: 'exports.make' | 'exports.rows', input: unknown): Promise<unknown> => {
    // The writer's answer to these two: see `WriterOutput`.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { files, ...rest } = (await order(name, input)) as Made;
    return { ...rest, files: files.map(made.offer) };
  };

  const handlers: Readonly<Record<Carrying, Handler>> = {
    'imports.preview': (input: { sources: ImportSource[] }) => order('imports.preview', sourcesOf(input)),
    'imports.run': (input: { sources: ImportSource[] }) => order('imports.run', sourcesOf(input)),
    'mapper.guess': (input: { source: ImportSource }) =>
      order('mapper.guess', { ...input, source: sourceOf(input.source) }),
    'exports.make': (input) => make('exports.make', input),
    'exports.rows': (input) => make('exports.rows', input),
  };
  return { offer: offered.offer, made: made.find, handlers };
}
