import { type QueryClient, useQuery as useKept, useQueryClient } from '@tanstack/react-query';
import type { ListName, ListView } from '#contract/views.ts';
import { useCommand } from './use-command.ts';
import { useQuery } from './use-query.ts';

const plain: ListView = { hidden: [], widths: {}, saved: [] };

/** What is being written for each page, so that one look is written after the other. */
const writing = new WeakMap<QueryClient, Promise<unknown>>();

/**
 * How the person likes a list, kept in the book. A change shows at once, wherever the list's look is asked for, and is
 * written behind it; until it is, no answer from before it takes its place and no other change forgets it.
 */
export function useListView(list: ListName) {
  const client = useQueryClient();
  const { data = plain } = useQuery('views.read', { list });
  const { run } = useCommand('views.write');
  const [readKey, wantedKey] = [
    ['views.read', { list }],
    ['views.wanted', { list }],
  ];
  // Never asked for: only written here. Its object is compared by identity below.
  const { data: wanted } = useKept<ListView | null>({
    queryKey: wantedKey,
    queryFn: () => null,
    enabled: false,
    initialData: null,
    structuralSharing: false,
  });
  const view = wanted ?? data;
  const write = async (next: ListView) => {
    client.setQueryData(wantedKey, next);
    const written = (writing.get(client) ?? Promise.resolve()).then(() => run({ list, view: next }));
    writing.set(client, written);
    await written;
    await client.cancelQueries({ queryKey: readKey });
    client.setQueryData(readKey, next);
    client.setQueryData<ListView | null>(wantedKey, (now) => (now === next ? null : now));
  };
  const change = (changes: Partial<ListView>) => {
    const newest = client.getQueryData<ListView>(wantedKey) ?? client.getQueryData<ListView>(readKey) ?? plain;
    void write({ ...newest, ...changes });
  };
  return {
    view,
    change,
    onWidth: (id: string, pixels: number) => change({ widths: { ...view.widths, [id]: pixels } }),
  };
}

export type ListViewDesk = ReturnType<typeof useListView>;
