/** Two more tries, for questions only. */
export const MOST_RETRIES = 2;

const FIRST_WAIT = 500;
/** A longer wait than this belongs to the queue, not to a request under way. */
export const LONGEST_WAIT = 8_000;
const LONGEST_RETRY_AFTER = 15 * 60 * 1000;

/** Full jitter: anywhere between now and a ceiling that doubles, so that many who failed together do not return together. */
export const jitter = (retry: number, random: () => number): number =>
  Math.floor(random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** retry));

/** A `Retry-After` of seconds or of a date, as milliseconds from now, at most a quarter of an hour. Null where it says nothing. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const wait = /^\d{1,12}$/.test(text) ? Number(text) * 1000 : httpDate(text) - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(0, wait), LONGEST_RETRY_AFTER);
}

const date = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

const httpDate = (text: string) => (date.test(text) ? Date.parse(text) : Number.NaN);
