import { useMemo, useSyncExternalStore } from 'react';

export const places = [
  'today',
  'messages',
  'payments',
  'statements',
  'reconcile',
  'accounts',
  'reports',
  'links',
  'settings',
] as const;
export type Place = (typeof places)[number];
export type Params = Readonly<Record<string, string>>;
export type Route = { readonly place: Place; readonly params: Params };

/** `#/reconcile?finding=no-message`. Anything else is Today. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const place = places.find((name) => name === path) ?? 'today';
  return { place, params: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a place; empty parameters are left out. */
export function hrefTo(place: Place, params: Params = {}): string {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== '')).toString();
  return `#/${place}${query ? `?${query}` : ''}`;
}

/** The day that a parameter names; null for anything else. */
export const dateOf = (value: string | undefined): string | null =>
  value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;

export function go(place: Place, params: Params = {}) {
  location.hash = hrefTo(place, params);
}

/** Changes the parameters of the place one is at, without a new step for the Back button. */
export function replaceParams(place: Place, params: Params) {
  history.replaceState(null, '', hrefTo(place, params));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(listener: () => void) {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}
