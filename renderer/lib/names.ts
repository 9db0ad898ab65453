import type { TFunction } from 'i18next';
import type { AccountKind } from '#contract/words.ts';

/** `Till 5123456`, `Paybill`: an account in the language on screen. */
export function accountWords(t: TFunction, account: { kind: AccountKind; shortcode: string | null }): string {
  const kind = t(`account.${account.kind}`);
  return account.shortcode ? `${kind} ${account.shortcode}` : kind;
}

const known = ['mpesa-portal-csv', 'sms-backup-xml', 'pasted-text'] as const;
type KnownImporter = (typeof known)[number];
const isKnown = (importer: string): importer is KnownImporter => known.some((name) => name === importer);

/** What a file was recognised as; an importer's own id where we have no words for it. */
export const importerWords = (t: TFunction, importer: string): string =>
  isKnown(importer) ? t(`importer.${importer}`) : importer;
