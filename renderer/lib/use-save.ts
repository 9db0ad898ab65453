import { useState } from 'react';
import type { FileToken } from '#contract/import.ts';
import { Refused, useBridge } from './call.ts';

/** Hands a file that was made to the person; `error` says why it could not be. */
export function useSave() {
  const bridge = useBridge();
  const [error, setError] = useState<Refused | null>(null);
  const save = async ({ token }: FileToken) => {
    const reply = await bridge.save(token);
    setError(reply.ok ? null : new Refused(reply.code, reply.message));
  };
  return { save, error };
}
