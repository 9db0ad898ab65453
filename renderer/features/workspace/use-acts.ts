import { useState } from 'react';
import type { Decision, DecisionState, DecisionStory } from '#contract/decisions.ts';
import type { HistoryStep } from '#contract/history.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { type HandItem, itemOfPayment, itemOfSale } from './hand-items.ts';

/** What needs a word before it is done. */
export type Asked =
  | { readonly kind: 'resolve' | 'write-off' | 'snooze' | 'note'; readonly targets: readonly Decision[] }
  | { readonly kind: 'hand'; readonly start: readonly HandItem[] }
  | { readonly kind: 'help' };

/** What was just done, or just taken back. */
export type Done = { readonly step: HistoryStep; readonly undone: boolean };

export type Acts = ReturnType<typeof useActs>;

type Words = { state: DecisionState; reason?: string | null; note?: string | null; until?: string | null };
type Stepped = { step: HistoryStep } | null;

const matchesOf = (targets: readonly Decision[]) => [
  ...new Set(targets.flatMap(({ match }) => (match === null ? [] : [match]))),
];

const proposedOf = (targets: readonly Decision[]) => targets.filter(({ match }) => match !== null);

const pairsOf = ({ suggestions }: DecisionStory) =>
  suggestions.map(({ expected, payment }) => ({ expected, payment: payment.id }));

const handItemsOf = ({ sales, payments }: DecisionStory) => [
  ...sales.filter((sale) => sale.open > 0).map(itemOfSale),
  ...payments.map(itemOfPayment),
];

/** The orders, one at a time: each forgets what the last was refused for. */
function useOrders() {
  const accept = useCommand('matches.accept');
  const reject = useCommand('matches.reject');
  const rejectPairs = useCommand('matches.rejectPairs');
  const make = useCommand('matches.make');
  const set = useCommand('decisions.set');
  const back = useCommand('history.undo');
  const all = [accept, reject, rejectPairs, make, set, back];
  const afresh = () => {
    for (const { reset } of all) reset();
  };
  const busy = all.some((order) => order.busy);
  const error = all.find((order) => order.error)?.error ?? null;
  return { accept, reject, rejectPairs, make, set, back, afresh, busy, error };
}

/** Everything that can be done to decisions; `targets` are the chosen ones, or the marked one where none is chosen. */
export function useActs(targets: readonly Decision[], onSettled: (settled: readonly Decision[]) => void) {
  const { accept, reject, rejectPairs, make, set, back, afresh, busy, error } = useOrders();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  const run = async (order: () => Promise<Stepped>, settled: readonly Decision[]) => {
    afresh();
    const answer = await order();
    if (!answer) return false;
    setDone({ step: answer.step, undone: false });
    onSettled(settled);
    return true;
  };
  const finish = (step: HistoryStep, settled: readonly Decision[]) => {
    setDone({ step, undone: false });
    setAsked(null);
    onSettled(settled);
  };

  return {
    targets,
    asked,
    ask: setAsked,
    done,
    busy,
    error,
    finish,

    /** Confirms the proposals among the targets; with none, asks for the reason that settles them. */
    accept() {
      const ids = matchesOf(targets);
      if (ids.length === 0) setAsked({ kind: 'resolve', targets });
      else void run(() => accept.run({ ids }), proposedOf(targets));
    },
    /** Says no to the proposals among the targets, or to every suggestion of the one decision on screen. */
    none(story: DecisionStory) {
      const ids = matchesOf(targets);
      const pairs = pairsOf(story);
      if (ids.length > 0) void run(() => reject.run({ ids }), []);
      else if (pairs.length > 0) void run(() => rejectPairs.run({ pairs }), []);
    },
    /** Takes a suggestion; where it does not come to the same, the shares and the reason are asked for. */
    pick(story: DecisionStory, index: number) {
      const suggestion = story.suggestions[index];
      const sale = story.sales.find(({ id }) => id === suggestion?.expected);
      if (!suggestion || !sale) return;
      const start = [itemOfSale(sale), itemOfPayment(suggestion.payment)];
      const items = start.map(({ side, id, most }) => ({ side, id, allocated: most }));
      if (suggestion.residual !== 0) setAsked({ kind: 'hand', start });
      else void run(() => make.run({ items }), [story.decision]);
    },
    byHand(story: DecisionStory) {
      setAsked({ kind: 'hand', start: handItemsOf(story) });
    },
    /** Puts the targets into a state; a dialog that asked for the words is closed once it is done. */
    async set(words: Words, to: readonly Decision[] = targets) {
      const settled = words.state === 'open' ? [] : to;
      if (await run(() => set.run({ ids: to.map(({ id }) => id), ...words }), settled)) setAsked(null);
    },
    async undo() {
      afresh();
      const answer = await back.run({});
      if (answer) setDone({ step: answer.step, undone: true });
    },
  };
}
