import { createInstance, type FormatterModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { count } from '#renderer/lib/format.ts';
import { en } from './en.ts';
import { sw } from './sw.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
    pluralSeparator: '|';
  }
}

/** How many there are is written as everywhere, `12,400`; every other value comes as it is to be said. */
const counts: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format: (value: string | number | undefined, _format, _language, options) =>
    options?.['interpolationkey'] === 'count' && typeof value === 'number' ? count(value) : String(value ?? ''),
};

/** Both languages from one catalogue, ready at once: nothing is fetched. */
export function newI18n(): i18n {
  const instance = createInstance();
  void instance
    .use(initReactI18next)
    .use(counts)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      resources: { en: { translation: en }, sw: { translation: sw } },
      // React escapes what it prints.
      interpolation: { escapeValue: false, alwaysFormat: true },
      // Many codes of the domain end in `_other`, which the usual separator would take for a plural.
      pluralSeparator: '|',
      initAsync: false,
    });
  return instance;
}
