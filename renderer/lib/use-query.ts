import type { Input, Output, QueryName } from '#contract/index.ts';
import { keepPreviousData, useQuery as useTanstackQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type Refused, useBridge } from './call.ts';

/**
 * What the book answers, kept until the book says that it changed. While an input changes the last answer stays, so
 * that nothing flickers.
 */
export function useQuery<N extends QueryName>(
  name: N,
  input: Input<N>,
  enabled = true,
): UseQueryResult<Output<N>, Refused> {
  const bridge = useBridge();
  return useTanstackQuery<Output<N>, Refused, Output<N>>({
    queryKey: [name, input],
    queryFn: () => call(bridge, name, input),
    placeholderData: keepPreviousData,
    enabled,
  });
}
