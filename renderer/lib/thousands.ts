/** Cents as thousands of shillings for a small label: `12.4`, `0.3`, `140`. */
export function inThousands(cents: number): string {
  const thousands = Math.abs(cents) / 100_000;
  return thousands >= 100 ? String(Math.round(thousands)) : thousands.toFixed(1);
}
