import type { TFunction } from 'i18next';
import type { AccountKind } from '#contract/words.ts';
import { en } from '#renderer/i18n/en.ts';
import { entriesOf } from './entries.ts';

/** `Till 5123456`, `Paybill`: an account in the language on screen. */
export function accountWords(t: TFunction, account: { kind: AccountKind; shortcode: string | null }): string {
  const kind = t(`account.${account.kind}`);
  return account.shortcode ? `${kind} ${account.shortcode}` : kind;
}

/** Every kind of account, in the language on screen. */
export const accountKinds = (t: TFunction): [AccountKind, string][] =>
  entriesOf(en.account).map(([kind]) => [kind, t(`account.${kind}`)]);

type KnownImporter = keyof typeof en.importer;
const isKnown = (importer: string): importer is KnownImporter => Object.hasOwn(en.importer, importer);

/** What a file was recognised as; an importer's own id where we have no words for it. */
export const importerWords = (t: TFunction, importer: string): string =>
  isKnown(importer) ? t(`importer.${importer}`) : importer;
