import { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { PageBridge } from './bridge.ts';

/** The book is on this machine: no retries, no guesses about the network, fresh until the book says otherwise. */
export const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        gcTime: 60_000,
      },
      mutations: { networkMode: 'always' },
    },
  });

/** Follows the book: a change makes every answer on screen fresh, work under way goes to the strip. */
export function useBookEvents(bridge: PageBridge, client: QueryClient, onTurned: () => void) {
  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.kind === 'work') client.setQueryData(['work.current', {}], event.work);
        else if (event.kind === 'turned') onTurned();
        // The strip follows its own events: an answer on its way could be older than the last of them.
        else void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'work.current' });
      }),
    [bridge, client, onTurned],
  );
}
