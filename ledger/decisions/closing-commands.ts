import type { Parsed } from '#contract/index.ts';
import type { Period } from '#contract/proof.ts';
import type { Commands } from '../command-types.ts';
import { LedgerError } from '../errors.ts';
import type { Session } from '../session.ts';
import { canonical } from '../store/audit.ts';
import { closedDays, type DayBody, sealOfDay } from './day-book.ts';
import { monthBook } from './month-book.ts';
import { sealedPeriods, sealOf } from './sealed-periods.ts';

type Names = DayNames | PeriodNames;
type DayNames = 'days.close' | 'days.reopen';
type PeriodNames = 'periods.close' | 'periods.reopen';

/** Closing days and months, and opening them again. Each is one step, sealed and audited. */
export const closingCommands = (session: Session): Pick<Commands, Names> => ({
  ...dayCommands(session),
  ...periodCommands(session),
});

function periodCommands({ db, store, inTransaction, instant, follow }: Session): Pick<Commands, PeriodNames> {
  const months = monthBook(db);
  const { rowsOf } = sealedPeriods(db);

  function monthOf({ account, month }: { account: number; month: string }): Period {
    const found = months(account).find((one) => one.month === month);
    if (!found) throw new LedgerError('not-found', `There is nothing in ${month} of account ${account}.`);
    return found;
  }

  function close(input: Parsed<'periods.close'>): void {
    const { account, month, reason } = input;
    const { opening, closing, proof } = monthOf(input);
    if (store.periods.find(account, month) !== undefined)
      throw new LedgerError('period-closed', `${month} is closed already.`);
    if (proof !== 'holds' && reason === null)
      throw new LedgerError('reason-needed', `The balances do not prove ${month}: say why it is closed.`);
    const rows = rowsOf(account, month);
    const at = instant();
    const seal = sealOf(rows, { opening, closing });
    store.steps.record('periods.close', at, month, (note) =>
      note.row('period', null, () =>
        store.periods.close({ account, month, opening, closing, proof, reason, seal, at }, rows),
      ),
    );
    store.audit.append('periods.close', at, { ...input, seal });
    follow(at, 'word');
  }

  function reopen(input: Parsed<'periods.reopen'>): void {
    const id = store.periods.find(input.account, input.month);
    if (id === undefined) throw new LedgerError('not-found', `${input.month} is not closed.`);
    const at = instant();
    store.steps.record('periods.reopen', at, input.month, (note) =>
      note.row('period', id, () => store.periods.reopen(id)),
    );
    store.audit.append('periods.reopen', at, input);
    follow(at, 'word');
  }

  return {
    'periods.close': async (input) => {
      await inTransaction('COMMIT', () => close(input));
      return monthOf(input);
    },
    'periods.reopen': async (input) => {
      await inTransaction('COMMIT', () => reopen(input));
      return monthOf(input);
    },
  };
}

function dayCommands({ db, store, inTransaction, instant }: Session): Pick<Commands, DayNames> {
  const days = closedDays(db);

  function close(input: Parsed<'days.close'>): void {
    days.refuse(input.date);
    const at = instant();
    const body: DayBody = { ...input, ...worked(input, days.figures(input.date)) };
    const seal = sealOfDay(body, at);
    store.steps.record('days.close', at, input.date, (note) =>
      note.row('day_close', null, () => store.periods.closeDay({ date: input.date, body: canonical(body), seal, at })),
    );
    store.audit.append('days.close', at, { ...input, seal });
  }

  function reopen(input: Parsed<'days.reopen'>): void {
    const id = store.periods.findDay(input.date);
    if (id === undefined) throw new LedgerError('not-found', `${input.date} is not closed.`);
    const at = instant();
    store.steps.record('days.reopen', at, input.date, (note) =>
      note.row('day_close', id, () => store.periods.reopenDay(id)),
    );
    store.audit.append('days.reopen', at, input);
  }

  return {
    'days.close': async (input) => {
      await inTransaction('COMMIT', () => close(input));
      return days.find(input.date)!;
    },
    'days.reopen': async (input) => {
      await inTransaction('COMMIT', () => reopen(input));
      return {};
    },
  };
}

/** What the drawer and the phone have against what was sold: positive is too much, negative is missing. */
function worked(input: Parsed<'days.close'>, figures: DayBody['figures']): Pick<DayBody, 'figures' | 'unexplained'> {
  const { cashOpening, cashCounted, cashSpent, credit, takings } = input;
  const cash = cashCounted - cashOpening + cashSpent;
  return { figures, unexplained: cash + figures.mpesa.cents + credit - takings };
}
