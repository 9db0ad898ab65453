import { EAST_AFRICA_MINUTES, eastAfrica } from '../east-africa.ts';
import { type PrintedTime, readTime } from '../statement-cells.ts';

/** `20260305091244`, and the twelve or thirteen digits that some senders leave of it. */
const compact = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?\d?$/;
/** `Thu Mar 05 13:30:54 EAT 2026`: Java's way. */
const java = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) (?:EAT|GMT\+03:00) (\d{4})$/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** A zone at the end: `Z`, `+03:00`, `+0300`. */
const zone = /(Z|[+-]\d{2}:?\d{2})$/;

/**
 * A time as a provider writes it, in East Africa Time: `20260305091244` (text or number), `05.03.2026 15:00:00`, ISO
 * with or without a zone, `2026-03-05+03:00`, Java's. Without a zone it is East Africa Time. Null where it is none.
 */
export function readStamp(text: string): PrintedTime | null {
  const digits = compact.exec(text);
  if (digits) {
    const [, year, month, day, hour, minute, second] = digits;
    return readTime(`${year}-${month}-${day} ${hour}:${minute}${second ? `:${second}` : ''}`);
  }
  const printed = java.exec(text);
  if (printed) return readTime(`${printed[4]}-${months.indexOf(printed[1] ?? '') + 1}-${printed[2]} ${printed[3]}`);
  return readZoned(text);
}

/** The same, the zone disregarded: for senders that write `Z` behind East Africa Time. */
export const readMislabelled = (text: string): PrintedTime | null => readStamp(text.replace(zone, ''));

function readZoned(text: string): PrintedTime | null {
  const plain = readTime(text.replace(/^(\d{4}-\d{2}-\d{2})[+-]\d{2}:\d{2}$/, '$1').replace(zone, ''));
  const minutes = offsetOf(zone.exec(text)?.[1]);
  if (!plain || plain.precision === 'day' || minutes === EAST_AFRICA_MINUTES) return plain;
  return { ...plain, at: eastAfrica(Date.parse(plain.at) + (EAST_AFRICA_MINUTES - minutes) * 60_000) };
}

function offsetOf(written: string | undefined): number {
  if (written === undefined) return EAST_AFRICA_MINUTES;
  if (written === 'Z') return 0;
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(written) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}
