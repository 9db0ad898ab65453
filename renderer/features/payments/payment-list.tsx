import { useCallback, useMemo, useState } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useChoice } from '#renderer/components/table-choice.ts';
import { call, useBridge } from '#renderer/lib/call.ts';
import { type Place, replaceParams, useRoute } from '#renderer/lib/route.ts';
import { useWindowed } from '#renderer/lib/use-windowed.ts';
import { FilterBar } from './filter-bar.tsx';
import { filterOf, sortOf } from './filter.ts';
import { PaymentTable } from './payment-table.tsx';
import { StoryPane } from './story-pane.tsx';

/** The payments that the address lets through, in its order; the marked one's story beside them. */
export function PaymentList({ place }: { place: Place }) {
  const bridge = useBridge();
  const { params } = useRoute();
  const filter = useMemo(() => filterOf(params), [params]);
  const sort = useMemo(() => sortOf(params), [params]);
  const question = useMemo(() => ({ filter, sort }), [filter, sort]);
  const list = useWindowed('payments.page', question, (window) =>
    call(bridge, 'payments.page', { ...question, ...window }),
  );
  const choice = useChoice(question, list.total);
  const [marked, setMarked] = useState<number | null>(null);
  const [opened, setOpened] = useState(false);
  const change = useCallback(
    (changes: Record<string, string>) => {
      replaceParams(place, { ...params, ...changes });
      setMarked(null);
      setOpened(false);
    },
    [place, params],
  );
  const open = useCallback(() => setOpened(true), []);
  const payment = marked === null ? undefined : list.rowAt(marked);
  return (
    <>
      <FilterBar filter={filter} total={list.total} onChange={change} />
      {list.error && <ErrorNote error={list.error} />}
      <div className={opened && payment ? 'split open' : 'split'}>
        <PaymentTable
          list={list}
          question={question}
          choice={choice}
          narrow={opened && payment !== undefined}
          marked={marked}
          onMark={setMarked}
          onOpen={open}
          onSort={(next) => change({ sort: next })}
          place={place}
        />
        {opened && payment && <StoryPane id={payment.id} onClose={() => setOpened(false)} />}
      </div>
    </>
  );
}
