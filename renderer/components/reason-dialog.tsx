import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogWays, PlainDialog } from '#renderer/components/plain-dialog.tsx';
import type { Refused } from '#renderer/lib/call.ts';
import { ErrorNote } from './error-note.tsx';

type ReasonDialogProps = {
  title: string;
  text: string;
  /** What the button that does it says. */
  action: string;
  /** Whether it is refused without a word. */
  required: boolean;
  /** What the words are called, where they are no reason. */
  label?: string | undefined;
  busy: boolean;
  error: Refused | null;
  onReason: (reason: string) => void;
  onClose: () => void;
  /** More to say than a reason. */
  children?: ReactNode;
};

/** Asks why before it is done: the words are kept with what was done. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, text, action, required, label, busy, error, onReason, onClose, children } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const said = reason.trim();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (said !== '' || !required) onReason(said);
  };
  return (
    <PlainDialog title={title} text={text} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        {children}
        <label className="labelled">
          {label ?? t(required ? 'reasonDialog.required' : 'reasonDialog.optional')}
          <input
            className="field"
            maxLength={500}
            required={required}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {error && <ErrorNote error={error} />}
        <DialogWays action={action} ready={!busy && (!required || said !== '')} />
      </form>
    </PlainDialog>
  );
}
