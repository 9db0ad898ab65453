import { createContext, type ReactNode, use, useState } from 'react';

type Draft = readonly [text: string, setText: (text: string) => void];

const DraftContext = createContext<Draft | null>(null);

/** Pasted text that is not in the book yet: kept while the window is open, whichever place one looks at. */
export function DraftProvider({ children }: { children: ReactNode }) {
  return <DraftContext value={useState('')}>{children}</DraftContext>;
}

export function useDraft(): Draft {
  const draft = use(DraftContext);
  if (!draft) throw new Error('No draft around this component.');
  return draft;
}
