import {
  Check,
  CheckCheck,
  CircleAlert,
  CircleDashed,
  Contrast,
  type LucideIcon,
  Minus,
  Smartphone,
} from 'lucide-react';
import type { DayKind } from './day-kind.ts';

/** Colour never speaks alone: each kind of day has its own sign. */
export const dayIcons: Record<DayKind, LucideIcon> = {
  proved: CheckCheck,
  statement: Check,
  part: Contrast,
  break: CircleAlert,
  messages: Smartphone,
  quiet: Minus,
  nothing: CircleDashed,
};
