/** Separates thousands; narrow, and never a place to break a line. */
const thin = '\u202F';
export const minus = '\u2212';
const minute = 60_000;
const eatOffset = 180 * minute;

export type Calendar = { readonly weekdays: readonly string[]; readonly months: readonly string[] };

const grouped = (digits: string, separator: string) => digits.replace(/\B(?=(\d{3})+$)/g, separator);

function decimals(cents: number, separator: string): string {
  const whole = Math.abs(cents);
  return `${grouped(String(Math.floor(whole / 100)), separator)}.${String(whole % 100).padStart(2, '0')}`;
}

/** `+1 250.00` or `−1 250.00` for a column of figures; nothing moved has no sign. */
export function signedAmount(cents: number): string {
  const sign = cents > 0 ? '+' : cents < 0 ? minus : '';
  return sign + decimals(cents, thin);
}

/** `1 250.00` for a column whose head says which way the money went. */
export const plainAmount = (cents: number): string => (cents < 0 ? minus : '') + decimals(cents, thin);

/** `KSh 1,250.00` for a sentence. */
export const sentenceAmount = (cents: number): string => `${cents < 0 ? minus : ''}KSh\u00A0${decimals(cents, ',')}`;

/** `-1250.00` for a spreadsheet; nothing for nothing. */
export const bareAmount = (cents: number | null): string =>
  cents === null ? '' : (cents < 0 ? '-' : '') + decimals(cents, '');

/** Cents as thousands of shillings for a small label, without a sign: `12.4`, `0.3`, `3 745`. */
export function inThousands(cents: number): string {
  const thousands = Math.abs(cents) / 100_000;
  return thousands >= 100 ? grouped(String(Math.round(thousands)), thin) : thousands.toFixed(1);
}

/** `12,400` */
export const count = (value: number): string => grouped(String(Math.round(value)), ',');

/** An instant's wall clock in East Africa, whatever the zone of this machine. Null for what is no instant. */
function wallClock(instant: string): Date | null {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? null : new Date(time + eatOffset);
}

const two = (value: number) => String(value).padStart(2, '0');

const dayWords = (at: Date, { weekdays, months }: Calendar) =>
  `${weekdays[at.getUTCDay()]} ${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`;

/** `Tue 5 May 2026, 14:05` in East Africa Time; the text itself where it is no instant. */
export function instantWords(instant: string, calendar: Calendar): string {
  const at = wallClock(instant);
  return at ? `${dayWords(at, calendar)}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}` : instant;
}

/** `5 May 14:05`: a row of a table, where the year stands elsewhere or does not matter. */
export function shortInstant(instant: string, { months }: Calendar): string {
  const at = wallClock(instant);
  if (!at) return instant;
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** `5 May 2026, 14:05` without the weekday. */
export function tableInstant(instant: string, calendar: Calendar): string {
  const at = wallClock(instant);
  if (!at) return instant;
  const month = calendar.months[at.getUTCMonth()];
  return `${at.getUTCDate()} ${month} ${at.getUTCFullYear()}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** `2026-05-05 14:05:09` for a spreadsheet, in East Africa Time. */
export const bareInstant = (instant: string): string =>
  wallClock(instant)?.toISOString().slice(0, 19).replace('T', ' ') ?? instant;

/** `Tue 5 May 2026` for a date or an instant. */
export function dateWords(date: string, calendar: Calendar): string {
  const at = date.length === 10 ? new Date(`${date}T00:00:00Z`) : wallClock(date);
  return at && !Number.isNaN(at.getTime()) ? dayWords(at, calendar) : date;
}

/** `5 May` */
export function shortDate(date: string, { months }: Calendar): string {
  const at = date.length === 10 ? new Date(`${date}T00:00:00Z`) : wallClock(date);
  return at && !Number.isNaN(at.getTime()) ? `${at.getUTCDate()} ${months[at.getUTCMonth()]}` : date;
}

/** `1–7 May 2026`, `28 Apr – 3 May 2026`: the days that a stretch of time touches. */
export function periodWords(from: string, to: string, { months }: Calendar): string {
  const [start, end] = [wallClock(from), wallClock(to)];
  if (!start || !end) return `${from} – ${to}`;
  const month = (at: Date) => `${at.getUTCDate()} ${months[at.getUTCMonth()]}`;
  const full = (at: Date) => `${month(at)} ${at.getUTCFullYear()}`;
  if (start.getUTCFullYear() !== end.getUTCFullYear()) return `${full(start)} – ${full(end)}`;
  if (start.getUTCMonth() !== end.getUTCMonth()) return `${month(start)} – ${full(end)}`;
  return start.getUTCDate() === end.getUTCDate() ? full(end) : `${start.getUTCDate()}–${full(end)}`;
}

/** Whole seconds between two instants, `to − from`; null where one is no instant. */
export function secondsBetween(from: string, to: string): number | null {
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return Number.isNaN(seconds) ? null : Math.round(seconds);
}

/** The largest unit that says a duration well: 9 seconds, 3 minutes, 2 hours, 4 days. */
export function durationParts(seconds: number): { unit: 'seconds' | 'minutes' | 'hours' | 'days'; count: number } {
  const size = Math.abs(seconds);
  if (size < 90) return { unit: 'seconds', count: Math.round(size) };
  if (size < 5400) return { unit: 'minutes', count: Math.round(size / 60) };
  if (size < 129_600) return { unit: 'hours', count: Math.round(size / 3600) };
  return { unit: 'days', count: Math.round(size / 86_400) };
}
