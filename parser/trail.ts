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
};
