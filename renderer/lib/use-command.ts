import type { CommandName, Input, Output } from '#contract/index.ts';
import { useMutation } from '@tanstack/react-query';
import { call, type Refused, useBridge } from './call.ts';

/** An order to the book. `run` resolves with its answer, or null when refused: then `error` says why. */
export function useCommand<N extends CommandName>(name: N) {
  const bridge = useBridge();
  const { mutateAsync, isPending, error, reset } = useMutation<Output<N>, Refused, Input<N>>({
    mutationFn: (input) => call(bridge, name, input),
  });
  const run = (input: Input<N>): Promise<Output<N> | null> => mutateAsync(input).catch(() => null);
  return { run, busy: isPending, error, reset };
}
