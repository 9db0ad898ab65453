import type { Matcher } from './found.ts';
import { NO_GAP } from './gaps.ts';
import { Phrase } from './phrase.ts';
import type { Op } from './template.ts';
import type { Edge, Node } from './trie.ts';

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

/** The ways on that two characters leave, in the order of the rules. */
export type Ways = {
  readonly edges: readonly Edge[];
  /** The program along each edge, once a message has come there. */
  readonly steps: (Step | null)[];
  /** The only way, where there is no other and no rule is complete. */
  readonly only: Step | null;
};

/** A place with several ways on. */
export type Fork = {
  readonly node: Node;
  /** Free text before it is still open, so that what is read after it may make its end final. */
  readonly open: boolean;
  /** The rule that is complete here, if one is. */
  readonly done: Step | null;
  /** The ways that can begin with the character at `at` and the next one, or with a gap and the first after it. */
  waysAt(text: Uint8Array, at: number): Ways;
  /** The program of one of them. */
  step(ways: Ways, index: number): Step;
};

/** What reading a free text needs to know. */
export type FreeText = {
  /** -1 passes it over. */
  readonly slot: number;
  /** What may stand after it, and the program that reads that. */
  readonly node: Node;
  readonly after: Step;
  /** Another free text before it is still open. */
  readonly nested: boolean;
  readonly begins: Uint8Array;
  /** The characters at which there is anything to ask; most of a text is passed over at a glance. */
  readonly stops: Uint8Array;
  /** For two characters whether what may stand after it can begin with them, as far as that was asked. */
  readonly followers: Uint8Array;
};

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
