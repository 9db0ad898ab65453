/** A sentence of the parser or an importer: what it quotes from the text, between backticks, stands out. English. */
export function Reason({ text }: { text: string }) {
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
