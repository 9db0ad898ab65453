import type { AccountKind, Kind } from './kinds.ts';
import type { Cents, Currency } from './money.ts';

/**
 * What became of a message: *parsed* (money moved, and we know how), *notice* (recognised, moves no money:
 * failures, balances, limits), *unrecognised* (kept, with what was expected where reading stopped).
 */
export type Outcome = 'parsed' | 'notice' | 'unrecognised';

/** Seen from the account whose message it is. `none` where nothing moved, or only between the owner's own pockets. */
export type Direction = 'in' | 'out' | 'none';

export type Country = 'KE' | 'TZ' | 'MZ' | 'LS';
export type Language = 'en' | 'sw' | 'pt';

export type Party = {
  /** As printed, outer blanks cut, inner blanks kept; a line break or tab within is one space. An agent's name and number are the party's name and shortcode. */
  readonly name: string | null;
  /** As printed: full, masked (`0711***155`) or absent. Never a key. */
  readonly phone: string | null;
  readonly shortcode: string | null;
};

/** Balances other than the one of the account itself, and loan figures. In cents, absent where the text has none. */
export type Balances = Readonly<
  Partial<
    Record<
      | 'pochi'
      | 'savings'
      | 'merchant'
      | 'float'
      | 'working'
      | 'loan'
      | 'fuliza_outstanding'
      | 'fuliza_available'
      | 'fuliza_limit'
      | 'fuliza_fee',
      Cents
    >
  >
>;

/** Something worth a second look. A note never rejects a message. */
export type Note = {
  readonly code:
    | 'receipt-date-differs'
    | 'look-alike-characters'
    | 'invisible-characters'
    | 'fee-exceeds-amount'
    | 'negative-balance'
    | 'truncated'
    | 'provisional-wording';
  /** One English sentence for `--json` and logs; screens have their own words for each code. */
  readonly text: string;
};

/** Where a value stands in the original text: UTF-16 offsets, end exclusive. */
export type Span = { readonly slot: string; readonly start: number; readonly end: number };

/** Why nothing fitted: the nearest rule, where reading stopped, and what would have been read there. */
export type Explanation = {
  readonly rule: string | null;
  /** 0 to 1: how much of the text the nearest rule read. */
  readonly fitted: number;
  /** Offset in the original text where reading stopped. */
  readonly at: number;
  readonly expected: readonly string[];
  /** ``After `Ksh500.00` I expected `sent to`, `paid to` or `received from`.`` */
  readonly sentence: string;
};

/** Everything one message says. Values are null where the text prints none. Amounts are integer cents, never negative unless printed so. */
export type Reading = {
  readonly outcome: Outcome;
  readonly rule: string | null;
  readonly kind: Kind | null;
  readonly direction: Direction | null;
  /** Whose message it is: the account whose money it speaks of. Null when unrecognised. */
  readonly account: AccountKind | null;
  readonly country: Country | null;
  readonly language: Language | null;
  readonly currency: Currency | null;
  readonly receipt: string | null;
  readonly amount: Cents | null;
  readonly fee: Cents | null;
  /** The wallet's own balance after the event; other accounts' balances are in `balances`. */
  readonly balance: Cents | null;
  readonly balances: Balances;
  readonly party: Party;
  readonly accountRef: string | null;
  /** `2026-03-15T14:30:00+03:00`, or null where the message prints no date. */
  readonly occurredAt: string | null;
  readonly precision: 'second' | 'minute' | 'day' | null;
  readonly linkedReceipt: string | null;
  readonly dailyLimit: Cents | null;
  /** A due date (Fuliza), `2026-02-12`. */
  readonly due: string | null;
  readonly notes: readonly Note[];
  readonly spans: readonly Span[];
  readonly expected: Explanation | null;
};
