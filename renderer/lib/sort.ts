import type { Params } from './route.ts';

type Sort<By extends string> = { readonly by: By; readonly descending: boolean };

/** The order that an address names, `sort=amount` or `sort=-amount` for the largest first; the first of `names`, newest first, else. */
export function sortIn<By extends string>(names: readonly [By, ...By[]], params: Params): Sort<By> {
  const said = params['sort'] ?? `-${names[0]}`;
  return { by: names.find((name) => name === said.replace(/^-/, '')) ?? names[0], descending: said.startsWith('-') };
}

/** Pressing a head sorts by it; pressing again turns it round. Those that start with the largest or newest are named. */
export function sortParam<By extends string>(current: Sort<By>, by: By, largestFirst: readonly By[]): string {
  const descending = current.by === by ? !current.descending : largestFirst.includes(by);
  return `${descending ? '-' : ''}${by}`;
}
