/** The most slots one wording can have matched at once. */
const DEPTH = 128;

/**
 * The slots matched so far, in the order they stand in the text. A way that fails takes its slots off again
 * by setting `depth` back, so what is left at the end is exactly what the accepted rule read.
 */
export const trail = {
  depth: 0,
  slot: new Int32Array(DEPTH),
  start: new Int32Array(DEPTH),
  end: new Int32Array(DEPTH),
  value: new Float64Array(DEPTH),

  /** The end of the free text last read is final: what follows it has proved itself, so no other end is tried. */
  cut: false,
  /** What follows fitted as far as its proof, but the text does not go on as the grammar would. */
  weak: false,
  /** Nothing better was found: take the first such end. */
  lenient: false,
};

/** Adds a slot to the trail. */
export function push(slot: number, start: number, end: number, value: number): void {
  const depth = trail.depth;
  trail.slot[depth] = slot;
  trail.start[depth] = start;
  trail.end[depth] = end;
  trail.value[depth] = value;
  trail.depth = depth + 1;
}
