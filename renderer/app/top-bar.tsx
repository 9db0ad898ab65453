import { WorkStrip } from './work-strip.tsx';

export function TopBar({ name }: { name: string }) {
  return (
    <header className="top-bar">
      <div className="top-bar-name">{name}</div>
      <WorkStrip />
    </header>
  );
}
