import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

type EmptyNoteProps = { icon: LucideIcon; title: string; text: string; children?: ReactNode };

/** An empty place: what it is for, what will stand here, and one way to begin. */
export function EmptyNote({ icon, title, text, children }: EmptyNoteProps) {
  return (
    <section className="empty-note">
      <Icon of={icon} />
      <h2>{title}</h2>
      <p className="muted">{text}</p>
      {children && <div className="empty-note-way">{children}</div>}
    </section>
  );
}
