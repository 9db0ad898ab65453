import type { ErrorCode } from '#contract/errors.ts';
import type { Input, Name, Output } from '#contract/index.ts';
import { createContext, use } from 'react';
import type { PageBridge } from './bridge.ts';

/** The book said no: `code` chooses the sentence on the screen. */
export class Refused extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'Refused';
    this.code = code;
  }
}

/** Any failure as a refusal; what nobody foresaw is `internal`. */
export const refusalOf = (error: unknown): Refused =>
  error instanceof Refused ? error : new Refused('internal', error instanceof Error ? error.message : String(error));

/** Asks or orders by name. Rejects with `Refused`. */
export async function call<N extends Name>(bridge: PageBridge, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await bridge.call(name, input);
  if (!reply.ok) throw new Refused(reply.code, reply.message);
  // The host answers each name with the contract's output.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return reply.value as Output<N>;
}

export const BridgeContext = createContext<PageBridge | null>(null);

export function useBridge(): PageBridge {
  const bridge = use(BridgeContext);
  if (!bridge) throw new Error('No bridge around this component.');
  return bridge;
}
