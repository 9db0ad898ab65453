import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hrefTo, type Place, useRoute } from '#renderer/lib/route.ts';

/** The parts of a place that has several, the one that opens first named `''` in the address. */
const tabs = {
  today: ['', 'day-close'],
  messages: ['', 'book'],
  payments: ['', 'pictures'],
  statements: ['', 'coverage', 'periods'],
  reconcile: ['', 'decisions', 'sales', 'history'],
  links: ['', 'lookups', 'callbacks', 'orders'],
} as const;

type TabsOf<P extends keyof typeof tabs> = (typeof tabs)[P][number];
type TabWords = { [P in keyof typeof tabs]: `tab.${P}-${TabsOf<P>}` }[keyof typeof tabs];

/** Which part of a place the address names; the first where it names none. */
export const tabOf = <P extends keyof typeof tabs>(place: P, name: string | undefined): TabsOf<P> => {
  const known: readonly TabsOf<P>[] = tabs[place];
  return known.find((tab) => tab === name) ?? known[0]!;
};

type PlaceHeadProps = { place: Place; text?: string; children?: ReactNode };

/** The name of a place, beside it the parts it has or what it is for, at the far end what can be done there. */
export function PlaceHead({ place, text, children }: PlaceHeadProps) {
  const { t } = useTranslation();
  return (
    <header className="place-head">
      <h1>{t(`place.${place}`)}</h1>
      {hasParts(place) && <Parts of={place} />}
      {text !== undefined && <p className="muted">{text}</p>}
      {children && <div className="place-head-ways">{children}</div>}
    </header>
  );
}

const hasParts = (place: Place): place is keyof typeof tabs => place in tabs;

function Parts({ of: place }: { of: keyof typeof tabs }) {
  const { t } = useTranslation();
  const { params } = useRoute();
  const current = tabOf(place, params['tab']);
  return (
    <nav className="tabs-list" aria-label={t('placeParts', { place: t(`place.${place}`) })}>
      {tabs[place].map((tab) => (
        <a key={tab} className="tab" href={hrefTo(place, { tab })} aria-current={tab === current ? 'page' : undefined}>
          {t(wordsOf(place, tab))}
        </a>
      ))}
    </nav>
  );
}

/** A place has only its own tabs, which the types forget when they go through all of them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const wordsOf = (place: string, tab: string) => `tab.${place}-${tab}` as TabWords;
