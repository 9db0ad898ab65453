import { useTranslation } from 'react-i18next';
import { worded } from '#renderer/lib/sentence.ts';

/**
 * Why an importer or the parser did what it did: the importers' sentences in the reader's language, the parser's in
 * English; what these quote from the text, between backticks, stands out.
 */
export function Reason({ text }: { text: string }) {
  const { t } = useTranslation();
  const own = worded(text, t);
  if (own !== null) return <span>{own}</span>;
  return (
    <span lang="en">
      {text.split('`').map((part, index) => {
        const key = `${index}-${part}`;
        return index % 2 === 1 ? (
          <code key={key} className="quoted">
            {part}
          </code>
        ) : (
          part
        );
      })}
    </span>
  );
}
