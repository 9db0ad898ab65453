import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkQuestion } from '#contract/links.ts';
import { LookUp } from '#renderer/components/services/look-up.tsx';
import { can, type Linked, moves } from '#renderer/components/services/use-linked.ts';
import { AskDialog } from './ask-dialog.tsx';
import { CallbackWays } from './callback-ways.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { PullDialog } from './pull-dialog.tsx';
import { TestButton } from './test-button.tsx';
import type { Move } from '#contract/provider.ts';

const questions = [
  'balance',
  'transaction-status',
  'validate-phone',
  'sms-status',
  'sms-balance',
  'instructions',
] as const satisfies readonly LinkQuestion[];
const pulls = ['list', 'fetch'] as const;

type Opened =
  | { readonly kind: 'ask'; readonly question: LinkQuestion }
  | { readonly kind: 'pull'; readonly which: (typeof pulls)[number] }
  | { readonly kind: 'order'; readonly move: Move };

/** A button for each thing that the service has, and none for what it has not. */
export function LinkWays({ link }: { link: Linked }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const way = (key: string, words: string, open: Opened) => (
    <button key={key} type="button" className="button" onClick={() => setOpened(open)}>
      {words}
    </button>
  );
  return (
    <>
      <div className="link-buttons">
        <TestButton link={link} />
        {can(link, 'look-up') && (
          <LookUp payments="waiting" linkedAccount={link.id} words={t('links.lookups.startWaiting')} />
        )}
        {pulls
          .filter((which) => can(link, which))
          .map((which) => way(which, t(`links.capability.${which}`), { kind: 'pull', which }))}
        {questions
          .filter((question) => can(link, question))
          .map((question) => way(question, t(`links.capability.${question}`), { kind: 'ask', question }))}
        {moves
          .filter((move) => can(link, move))
          .map((move) => way(move, t(`links.capability.${move}`), { kind: 'order', move }))}
        {can(link, 'callbacks') && <CallbackWays link={link} />}
      </div>
      {opened?.kind === 'ask' && <AskDialog link={link} question={opened.question} onClose={close} />}
      {opened?.kind === 'pull' && <PullDialog link={link} which={opened.which} onClose={close} />}
      {opened?.kind === 'order' && <OrderDialog link={link} move={opened.move} onClose={close} />}
    </>
  );
}
