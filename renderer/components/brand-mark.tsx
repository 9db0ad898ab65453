/** A receipt with the double tick of what is proved. */
export function BrandMark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path fill="var(--accent)" d="M6 2h20a2 2 0 0 1 2 2v26l-4-2.5-4 2.5-4-2.5-4 2.5-4-2.5L4 30V4a2 2 0 0 1 2-2Z" />
      <path
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="m8.5 14.5 4 4 7-8M17 18.5l7-8"
      />
    </svg>
  );
}
