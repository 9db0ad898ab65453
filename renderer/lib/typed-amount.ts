const shape = /^(?:(?:ksh|kes|sh)s?\.?)?\s*(\d+|\d{1,3}(?:[,\s]\d{3})+)(?:\.(\d{1,2}))?(?:\s?\/[=-])?$/i;
/** Twelve digits of shillings in cents are still an exact integer. */
const mostDigits = 12;

/** Cents from what a person typed: `1250`, `1,250.5`, `KSh 1 250.00`, `Shs 1250/=`. Null for anything else; never rounded. */
export function centsOf(typed: string): number | null {
  const [, whole = '', decimals = ''] = shape.exec(typed.trim()) ?? [];
  const digits = whole.replace(/[,\s]/g, '');
  if (digits === '' || digits.length > mostDigits) return null;
  return Number(digits) * 100 + Number(decimals.padEnd(2, '0'));
}
