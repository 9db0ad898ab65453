import type { TFunction } from 'i18next';
import type { SlotName } from '#parser/fields.ts';

/** What a marked word tells, in four colours. */
export const tones = ['money', 'who', 'when', 'code'] as const;
export type Tone = (typeof tones)[number];

const toneBySlot: Record<SlotName, Tone> = {
  receipt: 'code',
  linked: 'code',
  amount: 'money',
  fee: 'money',
  balance: 'money',
  limit: 'money',
  name: 'who',
  phone: 'who',
  shortcode: 'who',
  account: 'who',
  date: 'when',
  time: 'when',
  due: 'when',
  pochi: 'money',
  savings: 'money',
  merchant: 'money',
  float: 'money',
  working: 'money',
  loan: 'money',
  outstanding: 'money',
  available: 'money',
  fulizaLimit: 'money',
};

const isSlot = (slot: string): slot is SlotName => Object.hasOwn(toneBySlot, slot);

export const toneOf = (slot: string): Tone => (isSlot(slot) ? toneBySlot[slot] : 'code');

/** The name of what was read, to stand over the marked word. */
export const slotLabel = (t: TFunction, slot: string): string =>
  isSlot(slot) ? t(`slot.${slot}`) : t('message.stoppedHere');
