import { useTranslation } from 'react-i18next';
import { hrefTo, type Params, type Place } from '#renderer/lib/route.ts';

/** In place of a list whose filter lets nothing through: that it is the filter, and the way out of it. */
export function NoRows({ text, place, params = {} }: { text: string; place: Place; params?: Params }) {
  const { t } = useTranslation();
  return (
    <div className="no-rows">
      <p>{text}</p>
      <a className="button" href={hrefTo(place, params)}>
        {t('filter.clear')}
      </a>
    </div>
  );
}
