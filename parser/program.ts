import type { Fork } from './fork.ts';
import type { Matcher } from './found.ts';
import type { FreeText } from './free-text.ts';
import { NO_GAP } from './gaps.ts';
import { Phrase } from './phrase.ts';
import type { Op } from './template.ts';

/** What a step does. Numbers, so that choosing among them is one jump. */
export const STOP = 0;
export const ACCEPT = 1;
export const PHRASE = 2;
export const SLOT = 3;
export const NAMED = 4;
export const OPTIONAL = 5;
export const CHOICE = 6;
export const END = 7;
export const FORK = 8;
export const TEXT = 9;
export const CUT = 10;
export const CUT_IF = 11;
export const GAP = 12;

/** One of several that may stand in a place, and the plain characters it can begin with. */
export type Branch = { readonly step: Step; readonly begins: Uint8Array };

type Parts = {
  readonly next?: Step;
  /** What a person is told was expected where the step does not fit. */
  readonly ops?: readonly Op[];
  readonly phrase?: Phrase;
  readonly gap?: number;
  /** The slot it fills, or -1. */
  readonly slot?: number;
  readonly match?: Matcher;
  /** The step within this one, which ends where it stops, and the plain characters it can begin with. */
  readonly inner?: Step;
  readonly begins?: Uint8Array;
  readonly branches?: readonly Branch[];
  readonly fork?: Fork;
  readonly text?: FreeText;
  /** The number of the rule that is complete. */
  readonly rule?: number;
};

/**
 * A step of the program that the rules become. All steps have the same shape, whatever they do: the engine then finds
 * each part at the same place, which is most of its speed.
 */
export class Step {
  readonly does: number;
  readonly next: Step | null;
  readonly ops: readonly Op[];
  readonly phrase: Phrase;
  readonly gap: number;
  readonly slot: number;
  readonly match: Matcher;
  readonly inner: Step | null;
  readonly begins: Uint8Array;
  readonly branches: readonly Branch[];
  readonly fork: Fork | null;
  readonly text: FreeText | null;
  readonly rule: number;

  constructor(does: number, parts: Parts) {
    this.does = does;
    this.next = parts.next ?? null;
    this.ops = parts.ops ?? none;
    this.phrase = parts.phrase ?? noPhrase;
    this.gap = parts.gap ?? NO_GAP;
    this.slot = parts.slot ?? -1;
    this.match = parts.match ?? neverMatches;
    this.inner = parts.inner ?? null;
    this.begins = parts.begins ?? nothing;
    this.branches = parts.branches ?? none;
    this.fork = parts.fork ?? null;
    this.text = parts.text ?? null;
    this.rule = parts.rule ?? -1;
  }
}

const none: readonly never[] = [];
const nothing = new Uint8Array(0);
const noPhrase = new Phrase([]);
const neverMatches: Matcher = () => -1;

/** What was read ends here. */
export const stop = new Step(STOP, {});
