import { useTranslation } from 'react-i18next';

/** How a column is headed: by its name, or above figures, which stand to the right. */
type Heading = string | { readonly figure: string };

type HeadLineProps = {
  of: readonly Heading[];
  /** One more column, of what can be done; named for those who hear the table, as its buttons name themselves. */
  acts?: boolean;
};

/** The head of a table that is read as it stands, one line. */
export function HeadLine({ of, acts = false }: HeadLineProps) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        {of.map((heading) =>
          typeof heading === 'string' ? (
            <th key={heading} scope="col">
              {heading}
            </th>
          ) : (
            <th key={heading.figure} scope="col" className="figure">
              {heading.figure}
            </th>
          ),
        )}
        {acts && (
          <th scope="col">
            <span className="hidden-visually">{t('column.actions')}</span>
          </th>
        )}
      </tr>
    </thead>
  );
}
