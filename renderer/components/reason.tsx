import { useTranslation } from 'react-i18next';
import { worded } from '#renderer/lib/sentence.ts';

/**
 * Why an importer or the parser did what it did, in the reader's language; what these quote from the text, between
 * backticks, stands out. A sentence of a newer or older Risiti stays in English.
 */
export function Reason({ text }: { text: string }) {
  const { t } = useTranslation();
  const own = worded(text, t);
  return (
    <span lang={own === null ? 'en' : undefined}>
      {(own ?? text).split('`').map((part, index) => {
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
