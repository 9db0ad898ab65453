/** Seconds since the midnight that begins Monday 9 March 2026, on the shop's clock. */
export type Moment = number;

export const DAY = 24 * 60 * 60;
const FIRST_DAY = 9;

/** The moment at a day of March 2026 and a time of it. */
export const at = (day: number, hour: number, minute: number, second = 0): Moment =>
  (day - FIRST_DAY) * DAY + (hour * 60 + minute) * 60 + second;

export const dayOf = (moment: Moment): number => FIRST_DAY + Math.floor(moment / DAY);

const clock = (moment: Moment) => {
  const second = moment % DAY;
  return { hour: Math.floor(second / 3600), minute: Math.floor(second / 60) % 60, second: second % 60 };
};

const two = (value: number) => String(value).padStart(2, '0');

/** `09-03-2026 07:05:31`, as the portal writes it. */
export function portalTime(moment: Moment): string {
  const { hour, minute, second } = clock(moment);
  return `${two(dayOf(moment))}-03-2026 ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** `2026-03-09T07:05:31`, as linked services write it. */
export function localTime(moment: Moment): string {
  const { hour, minute, second } = clock(moment);
  return `2026-03-${two(dayOf(moment))}T${two(hour)}:${two(minute)}:${two(second)}`;
}

/** `9/3/26 at 7:05 AM`, as messages write it. */
export function smsTime(moment: Moment): string {
  const { hour, minute } = clock(moment);
  return `${dayOf(moment)}/3/26 at ${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `14/03/2026, 19:02`, as WhatsApp writes it. */
export function chatTime(moment: Moment): string {
  const { hour, minute } = clock(moment);
  return `${two(dayOf(moment))}/03/2026, ${two(hour)}:${two(minute)}`;
}

/** Milliseconds since 1970. */
export const epoch = (moment: Moment): number => Date.UTC(2026, 2, FIRST_DAY) + (moment - 3 * 3600) * 1000;

/** `1,250.00`, as messages write money. */
export const withCommas = (cents: number): string =>
  plain(cents).replace(/\B(?=(\d{3})+\.)/g, ',');

/** `1250.00` */
export const plain = (cents: number): string => (cents / 100).toFixed(2);

/** `1250.0`, as the portal writes money. */
export const portalMoney = (cents: number): string => (cents % 100 === 0 ? `${cents / 100}.0` : String(cents / 100));
