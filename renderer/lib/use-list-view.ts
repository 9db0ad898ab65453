import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListName, ListView } from '#contract/views.ts';
import { useCommand } from './use-command.ts';
import { useQuery } from './use-query.ts';

const plain: ListView = { hidden: [], widths: {}, saved: [] };

/**
 * How the person likes a list, kept in the book. A change shows at once and is written behind it; until it is, no answer
 * from before it takes its place.
 */
export function useListView(list: ListName) {
  const client = useQueryClient();
  const { data = plain } = useQuery('views.read', { list });
  const { run } = useCommand('views.write');
  const [wanted, setWanted] = useState<ListView | null>(null);
  const view = wanted ?? data;
  const write = async (next: ListView) => {
    setWanted(next);
    await run({ list, view: next });
    await client.cancelQueries({ queryKey: ['views.read', { list }] });
    client.setQueryData(['views.read', { list }], next);
    setWanted((now) => (now === next ? null : now));
  };
  const change = (changes: Partial<ListView>) => void write({ ...view, ...changes });
  return {
    view,
    change,
    onWidth: (id: string, pixels: number) => change({ widths: { ...view.widths, [id]: pixels } }),
  };
}

export type ListViewDesk = ReturnType<typeof useListView>;
