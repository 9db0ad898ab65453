import { type ComponentType, createElement, type FunctionComponent, lazy, useState } from 'react';

const pages: (() => Promise<unknown>)[] = [];

/** A page that a window does not open with: its code is fetched when it is gone to, if `fetchPages` was not there before. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): FunctionComponent<Props> {
  let page: ComponentType<Props> | null = null;
  const fetchPage = async () => ({ default: (page ??= await load()) });
  const Waiting: ComponentType<Props> = lazy(fetchPage);
  pages.push(fetchPage);
  return function Later(props: Props) {
    // What is there is drawn at once, where `lazy` would leave the place empty for a moment. It stays what it began as.
    const [Page] = useState(() => page ?? Waiting);
    return createElement(Page, props);
  };
}

/** Fetches the pages that were not gone to yet, one after another. One that cannot be had is asked for again when it is gone to. */
export async function fetchPages(): Promise<void> {
  for (const fetchPage of pages) await fetchPage().catch(() => null);
}
