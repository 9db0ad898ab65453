import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { SidePane } from '#renderer/components/side-pane.tsx';
import { Story } from '#renderer/components/story/story.tsx';
import { useQuery } from '#renderer/lib/use-query.ts';

/** One payment: what it stands on, who told of it, what agrees, and what would lift it. */
export function StoryPane({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation();
  const story = useQuery('payments.story', { id });
  return (
    <SidePane label={t('story.label')} onClose={onClose}>
      {story.error && <ErrorNote error={story.error} />}
      {story.data && <Story story={story.data} />}
    </SidePane>
  );
}
