/** How far the clocks of East Africa are before UTC, all year. */
export const EAST_AFRICA_MINUTES = 180;

/** `2026-03-05T09:12:44+03:00` from a moment in milliseconds. */
export const eastAfrica = (moment: number): string =>
  `${new Date(moment + EAST_AFRICA_MINUTES * 60_000).toISOString().slice(0, 19)}+03:00`;
