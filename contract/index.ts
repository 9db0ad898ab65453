import { z } from 'zod';
import { BookSummary, Settings, Work } from './book.ts';
import { none, Window } from './asked.ts';
import { counterEntries } from './counter.ts';
import { dayEntries } from './day.ts';
import { decisionEntries } from './decisions.ts';
import { command, query } from './define.ts';
import { accountEntries } from './accounts.ts';
import { exportEntries } from './export.ts';
import { historyEntries } from './history.ts';
import { ImportRow, ImportsDone, ImportSource, ImportSummary, Preview } from './import.ts';
import { linkEntries } from './links.ts';
import { mapperEntries } from './mapper.ts';
import { matchEntries } from './matches.ts';
import { Message, MessageSort } from './message.ts';
import { PaymentFilter, PaymentPage, PaymentSort, PaymentStory, RowRange } from './payment.ts';
import { BalancesOf, DayBalance, Pictures, PicturesOf } from './pictures.ts';
import { proofEntries } from './proof.ts';
import { Reconciliation } from './reconciliation.ts';
import { Report } from './report.ts';
import { saleEntries } from './sales.ts';
import { shelfEntries, type ShelfName } from './shelf.ts';
import { supportEntries } from './support.ts';
import { viewEntries } from './views.ts';
import { Totals, Verdict } from './words.ts';

const id = z.object({ id: z.int().positive() }).strict();
const sources = z.object({ sources: z.array(ImportSource).min(1).max(200) }).strict();

/**
 * Everything a page can ask or order. This object is the whole surface: both hosts validate against it, the preload
 * forwards by its names, the screens are typed by it. JSON only, so that both hosts carry the same.
 */
export const contract = {
  'book.summary': query(none, BookSummary),
  'settings.read': query(none, Settings),
  'settings.write': command(Settings, Settings),

  /**
   * Reads the sources one after another exactly as an import would, without a trace in the book. What was long in reading is
   * kept aside until it is imported just so, forgotten, or anything else changes the book.
   */
  'imports.preview': command(sources, Preview),
  'imports.forget': command(none, none),
  /** One transaction a source; a source that is refused or cancelled leaves nothing. `book`: only as previewed. */
  'imports.run': command(sources.extend({ book: z.string().max(200).optional() }), ImportsDone),
  'imports.list': query(none, z.array(ImportSummary)),
  'imports.rows': query(
    id.extend({ verdict: Verdict.nullable(), ...Window.shape }),
    z.object({ total: z.int(), rows: z.array(ImportRow) }),
  ),
  'imports.undo': command(id, none),
  /** Imports the sample shop's week. Refused unless the book is empty. */
  'sample.load': command(none, ImportsDone),
  /** Undoes the sample shop's imports. */
  'sample.remove': command(none, none),
  /** The work under way, for a window that has just opened. */
  'work.current': query(none, Work.nullable()),
  /** Asks the work under way to stop; it ends as `cancelled`. Does nothing when nothing runs. */
  'work.cancel': command(none, none),

  'messages.page': query(
    z.object({
      outcome: z.enum(['parsed', 'notice', 'unrecognised']).nullable().default(null),
      search: z.string().max(200).default(''),
      /** The newest first, where nothing is asked for. */
      sort: MessageSort.default({ by: 'when', descending: true }),
      ...Window.shape,
    }),
    z.object({ total: z.int(), rows: z.array(Message) }),
  ),

  'payments.page': query(z.object({ filter: PaymentFilter, sort: PaymentSort, ...Window.shape }), PaymentPage),
  /** What the rows at these places of the list come to. */
  'payments.totals': query(
    z.object({ filter: PaymentFilter, sort: PaymentSort, ranges: z.array(RowRange).min(1).max(1_000) }).strict(),
    z.object({ count: z.int(), totals: Totals }),
  ),
  'payments.story': query(id, PaymentStory),
  'payments.pictures': query(PicturesOf, Pictures),
  /** A walk along all balances of the account, so asked for apart. */
  'payments.balances': query(BalancesOf, z.array(DayBalance)),
  'reconcile.summary': query(none, Reconciliation),
  'report.summary': query(none, Report),
  ...decisionEntries,
  ...saleEntries,
  ...matchEntries,
  ...historyEntries,
  ...counterEntries,
  ...dayEntries,
  ...proofEntries,
  ...accountEntries,
  ...exportEntries,
  ...mapperEntries,
  ...viewEntries,
  ...linkEntries,
  ...supportEntries,
  ...shelfEntries,
} as const;

export type Contract = typeof contract;
export type Name = keyof Contract;
/** What a book answers; the others are the shelf's it stands on. */
export type BookName = Exclude<Name, ShelfName>;
export type QueryName = { [N in Name]: Contract[N]['kind'] extends 'query' ? N : never }[Name];
export type CommandName = Exclude<Name, QueryName>;
export type Input<N extends Name> = z.input<Contract[N]['input']>;
/** An input after its defaults have been filled in: what a handler receives. */
export type Parsed<N extends Name> = z.output<Contract[N]['input']>;
export type Output<N extends Name> = z.output<Contract[N]['output']>;
