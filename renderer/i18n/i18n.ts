import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { sw } from './sw.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    pluralSeparator: '|';
  }
}

/** Both languages from one catalogue, ready at once: nothing is fetched. */
export function newI18n(): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en }, sw: { translation: sw } },
    // React escapes what it prints.
    interpolation: { escapeValue: false },
    // Many codes of the domain end in `_other`, which the usual separator would take for a plural.
    pluralSeparator: '|',
    initAsync: false,
  });
  return instance;
}
