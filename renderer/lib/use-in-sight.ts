import { useEffect, useState } from 'react';

/** Longer than any hand needs for the second press of a double one. */
const MOMENT = 700;

/** False until this has stood on the screen for a moment: a press that was meant for what stood there before is not taken. */
export function useInSight(): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSeen(true), MOMENT);
    return () => clearTimeout(timer);
  }, []);
  return seen;
}
