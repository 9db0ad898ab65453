const two = (value: number) => String(value).padStart(2, '0');

/** `2026-05` moved by whole months. */
export function monthAfter(month: string, step: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + step;
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`;
}

/** Every day of a month, each as `2026-05-31`. */
export const daysOf = (month: string): string[] =>
  weeksOf(month).flatMap((week) => week.filter((date) => date !== null));

/** The month's weeks from Monday to Sunday, each day as `2026-05-31`; null where the week belongs to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const weeks = Math.ceil((before + days) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = week * 7 + weekday - before + 1;
      return day >= 1 && day <= days ? `${month}-${two(day)}` : null;
    }),
  );
}

/** `May 2026` */
export function monthWords(month: string, { months }: { months: readonly string[] }): string {
  const [year, number] = month.split('-');
  return `${months[Number(number) - 1] ?? number} ${year}`;
}

/** Whether an address names a month. */
export const isMonth = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
