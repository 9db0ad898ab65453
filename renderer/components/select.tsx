type SelectProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, words: string])[];
  onChoose: (value: Value) => void;
  /** The label is said, not shown: where a column's head or its neighbour says it already. */
  bare?: boolean;
};

/** One of a few known things, chosen in the system's own list. */
export function Select<Value extends string>({ label, value, options, onChoose, bare = false }: SelectProps<Value>) {
  const list = (
    <select
      className="field"
      aria-label={bare ? label : undefined}
      value={value}
      onChange={(event) => {
        const chosen = options.find(([option]) => option === event.target.value);
        if (chosen) onChoose(chosen[0]);
      }}
    >
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  );
  if (bare) return list;
  return (
    <label className="labelled">
      {label}
      {list}
    </label>
  );
}
