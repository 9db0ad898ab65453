import { useQueryClient } from '@tanstack/react-query';
import type { ListName, ListView } from '#contract/views.ts';
import { useCommand } from './use-command.ts';
import { useQuery } from './use-query.ts';

const plain: ListView = { hidden: [], widths: {}, saved: [] };

/** How the person likes a list, kept in the book. A change shows at once and is written behind it. */
export function useListView(list: ListName) {
  const client = useQueryClient();
  const { data: view = plain } = useQuery('views.read', { list });
  const { run } = useCommand('views.write');
  const change = (changes: Partial<ListView>) => {
    const next = { ...view, ...changes };
    client.setQueryData(['views.read', { list }], next);
    void run({ list, view: next });
  };
  return {
    view,
    change,
    onWidth: (id: string, pixels: number) => change({ widths: { ...view.widths, [id]: pixels } }),
  };
}

export type ListViewDesk = ReturnType<typeof useListView>;
