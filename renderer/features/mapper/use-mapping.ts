import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MapperGuess } from '#contract/mapper.ts';
import type { Profile } from '#contract/profile.ts';
import { call, type Refused, useBridge } from '#renderer/lib/call.ts';
import type { Mapping } from '#renderer/lib/intake.tsx';
import { useDebounced } from '#renderer/lib/use-debounced.ts';

/** How long a change rests before the rows are read again. */
const restMs = 150;

/** The profile under the person's hands, a guess to begin with, and what it makes of the first rows. */
export function useMapping({ source: { token, password }, wish }: Mapping) {
  const bridge = useBridge();
  const [edited, setProfile] = useState<Profile | null>(null);
  const rested = useDebounced(edited, restMs);
  const source = password === undefined ? { token } : { token, password };
  const look = (profile: Profile | null) => call(bridge, 'mapper.guess', { source, ...(profile && { profile }) });
  const { data: guess, error } = useQuery<MapperGuess, Refused>({
    // An order only because the thread that writes has the readers: it changes nothing and may be asked again.
    queryKey: ['mapper.guess', token, rested, wish],
    queryFn: async () => {
      const found = await look(rested);
      // Sales may be invoices; anything else that the person did not come for is theirs to say.
      const other = rested === null && wish !== undefined && found.profile.use === 'payments';
      return other ? look({ ...found.profile, use: wish }) : found;
    },
    placeholderData: keepPreviousData,
  });
  return { guess, profile: edited ?? guess?.profile, setProfile, error };
}
