/** The pairs of a record whose keys are known. */
export const entriesOf = <K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] =>
  // Object.entries forgets the keys' type; a Record has no others.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  Object.entries(record) as [K, V][];
