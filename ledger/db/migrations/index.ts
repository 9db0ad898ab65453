import type { Migration } from '../migration.ts';
import { book } from './0001-book.ts';
import { profilesAndNames } from './0002-profiles-and-names.ts';
import { decisions } from './0003-decisions.ts';
import { links } from './0004-links.ts';
import { stagedImports } from './0005-staged-imports.ts';
import { saleFiles } from './0006-sale-files.ts';
import { settled } from './0007-settled.ts';
import { requested } from './0008-requested.ts';
import { decidedOn } from './0009-decided-on.ts';
import { nearInTime } from './0010-near-in-time.ts';
import { ownMoves } from './0011-own-moves.ts';
import { takenBack } from './0012-taken-back.ts';

/** Every step a book has taken, in order. Append only: a released step never changes. */
export const migrations: readonly Migration[] = [
  book,
  profilesAndNames,
  decisions,
  links,
  stagedImports,
  saleFiles,
  settled,
  requested,
  decidedOn,
  nearInTime,
  ownMoves,
  takenBack,
];
