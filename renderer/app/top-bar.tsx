import { CounterField } from './counter-field.tsx';
import { UndoKeys } from './undo-keys.tsx';
import { WorkStrip } from './work-strip.tsx';

export function TopBar({ name }: { name: string }) {
  return (
    <header className="top-bar">
      <div className="top-bar-name">{name}</div>
      <CounterField />
      <UndoKeys />
      <WorkStrip />
    </header>
  );
}
