import { plainAmount, signedAmount } from '#renderer/lib/format.ts';

/** Cents in a column of figures: `+1 250.00` or `−1 250.00`; a dash where this witness is silent. */
export function Amount({ cents }: { cents: number | null }) {
  if (cents === null) return <span className="muted">–</span>;
  return <span className={cents > 0 ? 'money-in' : undefined}>{signedAmount(cents)}</span>;
}

/** Cents in a column whose head says the direction: no sign unless below nothing. */
export function PlainAmount({ cents }: { cents: number | null }) {
  return cents === null ? <span className="muted">–</span> : <span>{plainAmount(cents)}</span>;
}
