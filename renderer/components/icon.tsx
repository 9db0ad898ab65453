import type { LucideIcon } from 'lucide-react';

/** A picture beside a word: never alone, so never read out. */
export function Icon({ of: Picture, className = '' }: { of: LucideIcon; className?: string }) {
  return <Picture className={`icon ${className}`} aria-hidden="true" />;
}
