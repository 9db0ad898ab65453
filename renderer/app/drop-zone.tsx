import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { droppedFiles } from '#renderer/lib/dropped-files.ts';
import { useIntake } from '#renderer/lib/intake.tsx';
import { go } from '#renderer/lib/route.ts';

/** The whole window takes files: they are shown on the Statements page before anything is stored. */
export function DropZone({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { offer } = useIntake();
  const [over, setOver] = useState(false);
  const depth = useRef(0);

  // Every child entered and left reports too: only the balance of both says whether the pointer is inside.
  const moved = (event: DragEvent, step: number) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };
  const onDrop = (event: DragEvent) => {
    moved(event, -depth.current);
    if (event.dataTransfer.files.length === 0) return;
    go('statements');
    void droppedFiles(event.dataTransfer).then(offer);
  };
  return (
    <div
      className="drop-zone"
      role="presentation"
      onDragEnter={(event) => moved(event, 1)}
      onDragLeave={(event) => moved(event, -1)}
      onDragOver={(event) => moved(event, 0)}
      onDrop={onDrop}
    >
      {children}
      {over && <div className="drop-veil">{t('shell.dropHere')}</div>}
    </div>
  );
}
