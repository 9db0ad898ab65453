import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type PictureRow = { readonly key: string; readonly href: string; readonly cells: readonly string[] };

type PictureProps = {
  title: string;
  note: string;
  /** The heads of the table behind it; the first names the row and is a link, the others are figures. */
  heads: readonly string[];
  rows: readonly PictureRow[];
  /** What stands in its place where there is nothing to draw. */
  nothing: string;
  children: ReactNode;
};

/** A drawing for the eye, whose marks open their rows; and the same as a table, for whoever reads or has no pointer. */
export function Picture({ title, note, heads, rows, nothing, children }: PictureProps) {
  const { t } = useTranslation();
  return (
    <section className="picture">
      <header className="section-head">
        <h2>{title}</h2>
        {rows.length > 0 && <span className="muted small">{note}</span>}
      </header>
      {rows.length === 0 ? (
        <p className="muted picture-none">{nothing}</p>
      ) : (
        <>
          <div aria-hidden="true">{children}</div>
          <details>
            <summary>
              {t('pictures.asTable')} <span className="hidden-visually">: {title}</span>
            </summary>
            <PictureTable heads={heads} rows={rows} />
          </details>
        </>
      )}
    </section>
  );
}

function PictureTable({ heads, rows }: Pick<PictureProps, 'heads' | 'rows'>) {
  return (
    <table className="picture-table">
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={head} scope="col" className={index > 0 ? 'figure' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, href, cells: [name, ...figures] }) => (
          <tr key={key}>
            <th scope="row">
              <a href={href}>{name}</a>
            </th>
            {figures.map((figure, index) => (
              <td key={heads[index + 1]} className="figure">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
