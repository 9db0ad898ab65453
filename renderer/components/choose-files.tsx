import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileUse } from '#contract/profile.ts';
import { useIntake } from '#renderer/lib/intake.tsx';

type ChooseFilesProps = {
  className?: string;
  children: ReactNode;
  /** What the rows of a table chosen here tell. */
  wish?: ProfileUse;
  onChosen?: () => void;
};

/** A button that opens the system's own file chooser and hands what was chosen to the intake. */
export function ChooseFiles({ className = 'button', children, wish, onChosen }: ChooseFilesProps) {
  const { t } = useTranslation();
  const { offer, intake } = useIntake();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={className}
        disabled={intake.phase === 'reading' || intake.phase === 'importing'}
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('import.choose')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that choosing the same file again is a change again.
          currentTarget.value = '';
          if (files.length === 0) return;
          void offer(files, wish);
          onChosen?.();
        }}
      />
    </>
  );
}
