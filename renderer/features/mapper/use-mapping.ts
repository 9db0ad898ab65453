import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MapperGuess } from '#contract/mapper.ts';
import type { Profile } from '#contract/profile.ts';
import { call, type Refused, useBridge } from '#renderer/lib/call.ts';
import type { Source } from '#renderer/lib/intake.tsx';
import { useDebounced } from '#renderer/lib/use-debounced.ts';

/** How long a change rests before the rows are read again. */
const restMs = 150;

/** The profile under the person's hands, a guess to begin with, and what it makes of the first rows. */
export function useMapping({ token, password }: Source) {
  const bridge = useBridge();
  const [edited, setProfile] = useState<Profile | null>(null);
  const rested = useDebounced(edited, restMs);
  const { data: guess, error } = useQuery<MapperGuess, Refused>({
    // An order only because the thread that writes has the readers: it changes nothing and may be asked again.
    queryKey: ['mapper.guess', token, rested],
    queryFn: () =>
      call(bridge, 'mapper.guess', {
        source: password === undefined ? { token } : { token, password },
        ...(rested && { profile: rested }),
      }),
    placeholderData: keepPreviousData,
  });
  return { guess, profile: edited ?? guess?.profile, setProfile, error };
}
