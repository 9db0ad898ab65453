type SwitchProps = {
  label: string;
  text: string;
  checked: boolean;
  disabled: boolean;
  onChange: (on: boolean) => void;
};

/** On or off, with what that means under its name. */
export function Switch({ label, text, checked, disabled, onChange }: SwitchProps) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-label={label}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
      <span className="muted small">{text}</span>
    </label>
  );
}
