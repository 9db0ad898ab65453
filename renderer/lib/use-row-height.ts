import type { Settings } from '#contract/book.ts';
import { useQuery } from './use-query.ts';

/** Pixels; the same three steps as `--row` in tokens.css, which the virtual rows must know beforehand. */
const rowHeights: Record<Settings['density'], number> = { compact: 28, normal: 36, roomy: 44 };

export function useRowHeight(): number {
  const { data } = useQuery('settings.read', {});
  return rowHeights[data?.density ?? 'normal'];
}
